/** DOCX and ODT as files: that what they name is there, and that they say what the actes say; see schemas.test.ts too. */
import { describe, expect, it } from 'vitest';
import type { Actes, ActesBlock } from '#core/actes/actes.ts';
import { JPEG, PNG, WEBP } from '#core/photos/images.test-support.ts';
import {
  heading,
  hostileActes,
  image,
  PAPERBOARD,
  paragraph,
  part,
  quotation,
  sampleActes,
  words,
} from '../../../tests/support/sample-actes.ts';
import { elementsOf, readXml, textOf } from '../../../tests/support/xml.ts';
import type { XmlElement } from '../../../tests/support/xml.ts';
import { filesIn, textIn } from '../../../tests/support/zip-reader.ts';
import { toDocx } from '../docx/docx.ts';
import { toOdt } from '../odt/odt.ts';

const actes = sampleActes();
const pictures = new Map([[PAPERBOARD, PNG]]);
const docx = toDocx(actes, pictures);
const odt = toOdt(actes, pictures);
describe('DOCX', () => {
  const document = readXml(textIn(docx, 'word/document.xml'));
  const styles = readXml(textIn(docx, 'word/styles.xml'));

  it('is the same for the same actes', () => {
    expect(toDocx(sampleActes(), new Map([[PAPERBOARD, PNG]]))).toEqual(docx);
  });

  it('says at the foot of each page what the cover says of the version', () => {
    const foot = textOf(readXml(textIn(docx, 'word/footer.xml')));
    const [odtFoot] = elementsOf(readXml(textIn(odt, 'styles.xml')), 'style:footer');
    expect(foot).toContain(actes.cover.standing);
    expect(odtFoot && textOf(odtFoot)).toContain(actes.cover.standing);
  });

  it('has the parts that its package says, each of a type, and no other', () => {
    const paths = filesIn(docx).map(({ path }) => path);
    const types = readXml(textIn(docx, '[Content_Types].xml'));
    const overridden = elementsOf(types, 'Override').map(({ attributes }) =>
      attributes['PartName']?.slice(1),
    );
    const extensions = elementsOf(types, 'Default').map(({ attributes }) => attributes['Extension']);
    expect(paths[0]).toBe('[Content_Types].xml');
    for (const path of paths.slice(1))
      expect(overridden.includes(path) || extensions.includes(path.split('.').at(-1))).toBe(true);
    for (const path of overridden) expect(paths).toContain(path);
    const targets = [
      ['_rels/.rels', ''] as const,
      ['word/_rels/document.xml.rels', 'word/'] as const,
    ].flatMap(([path, folder]) =>
      elementsOf(readXml(textIn(docx, path)), 'Relationship')
        .filter(({ attributes }) => attributes['TargetMode'] !== 'External')
        .map(({ attributes }) => `${folder}${attributes['Target'] ?? ''}`),
    );
    for (const target of targets) expect(paths).toContain(target);
  });

  it('refers to nothing that is not there: styles, numberings, links, pictures, bookmarks', () => {
    const related = new Set(
      elementsOf(readXml(textIn(docx, 'word/_rels/document.xml.rels')), 'Relationship').map(
        ({ attributes }) => attributes['Id'],
      ),
    );
    const styleIds = new Set(elementsOf(styles, 'w:style').map(({ attributes }) => attributes['w:styleId']));
    const numberings = new Set(
      elementsOf(readXml(textIn(docx, 'word/numbering.xml')), 'w:num').map(
        ({ attributes }) => attributes['w:numId'],
      ),
    );
    const bookmarks = elementsOf(document, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name']);
    for (const { attributes } of elementsOf(document, 'w:pStyle', 'w:rStyle', 'w:tblStyle'))
      expect(styleIds).toContain(attributes['w:val']);
    for (const { attributes } of elementsOf(document, 'w:numId'))
      expect(numberings).toContain(attributes['w:val']);
    for (const { attributes } of elementsOf(
      document,
      'w:hyperlink',
      'a:blip',
      'w:headerReference',
      'w:footerReference',
    )) {
      const id = attributes['r:id'] ?? attributes['r:embed'];
      if (id === undefined) expect(bookmarks).toContain(attributes['w:anchor']);
      else expect(related).toContain(id);
    }
    const ids = elementsOf(document, 'w:bookmarkStart', 'wp:docPr').map(
      ({ attributes }) => attributes['w:id'] ?? attributes['id'],
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has a table of contents that is a field, with its entries in it', () => {
    const [contents] = elementsOf(document, 'w:sdt');
    const instructions = contents === undefined ? [] : elementsOf(contents, 'w:instrText').map(textOf);
    expect(instructions).toEqual([' TOC \\o "1-3" \\h \\z ']);
    const kinds = elementsOf(document, 'w:fldChar').map(({ attributes }) => attributes['w:fldCharType']);
    expect(kinds).toEqual(['begin', 'separate', 'end']);
    const entries = contents === undefined ? [] : elementsOf(contents, 'w:hyperlink').map(textOf);
    expect(entries.slice(0, 3)).toEqual(['Préambule', 'Programme', 'Qui sommes-nous']);
    expect(entries).not.toContain('Qui sommes-nous ?');
  });

  it('has built-in styles under the names that Word translates, in French', () => {
    const names = elementsOf(styles, 'w:name').map(({ attributes }) => attributes['w:val']);
    for (const name of ['heading 1', 'heading 5', 'Quote', 'Title', 'caption', 'toc 1', 'List Paragraph'])
      expect(names).toContain(name);
    expect(elementsOf(styles, 'w:lang')[0]?.attributes['w:val']).toBe('fr-FR');
    const english = toDocx(sampleActes({ language: 'en' }), pictures);
    expect(elementsOf(readXml(textIn(english, 'word/styles.xml')), 'w:lang')[0]?.attributes['w:val']).toBe(
      'en-GB',
    );
  });

  it('marks the head of each table, and describes each picture', () => {
    expect(elementsOf(document, 'w:tblHeader')).toHaveLength(4);
    expect(elementsOf(document, 'w:tbl')).toHaveLength(4);
    expect(elementsOf(document, 'wp:docPr').map(({ attributes }) => attributes['descr'])).toEqual([
      'Union départementale',
      'Le paperboard : trois colonnes, quoi, qui, quand',
      'Le paperboard : trois colonnes, quoi, qui, quand',
      'Trois colonnes : quoi, qui, quand',
    ]);
  });

  it('says its title and who made it, and no time of its making', () => {
    const core = readXml(textIn(docx, 'docProps/core.xml'));
    expect(elementsOf(core, 'dc:title').map(textOf)).toEqual([actes.title]);
    expect(elementsOf(core, 'dc:creator').map(textOf)).toEqual([actes.organisation]);
    expect(elementsOf(core, 'dcterms:created').map(textOf)).toEqual(['2026-11-26T00:00:00Z']);
  });

  it('shows of a picture that its format does not know the description alone', () => {
    const files = new Map([[PAPERBOARD, WEBP]]);
    const paths = filesIn(toDocx(actes, files)).map(({ path }) => path);
    expect(paths.filter((path) => path.startsWith('word/media/'))).toEqual([]);
    expect(textIn(toDocx(actes, files), 'word/document.xml')).toContain('Trois colonnes : quoi, qui, quand');
  });
});

describe('ODT', () => {
  const content = readXml(textIn(odt, 'content.xml'));

  it('is the same for the same actes', () => {
    expect(toOdt(sampleActes(), new Map([[PAPERBOARD, PNG]]))).toEqual(odt);
  });

  it('begins with its media type, uncompressed, and lists its files', () => {
    const files = filesIn(odt);
    expect(files[0]).toMatchObject({ path: 'mimetype', stored: true });
    expect(files[0]?.bytes.toString()).toBe('application/vnd.oasis.opendocument.text');
    const listed = elementsOf(readXml(textIn(odt, 'META-INF/manifest.xml')), 'manifest:file-entry').map(
      ({ attributes }) => attributes['manifest:full-path'],
    );
    const others = files
      .map(({ path }) => path)
      .filter((path) => !['mimetype', 'META-INF/manifest.xml'].includes(path));
    expect(listed).toEqual(['/', ...others]);
  });

  it('names styles that there are', () => {
    const named = [content, readXml(textIn(odt, 'styles.xml'))].flatMap((root) =>
      elementsOf(root, 'style:style', 'text:list-style').map(({ attributes }) => attributes['style:name']),
    );
    const used = elementsOf(
      content,
      'text:p',
      'text:h',
      'text:span',
      'text:a',
      'text:list',
      'table:table',
    ).map(({ attributes }) => attributes['text:style-name'] ?? attributes['table:style-name']);
    for (const style of used) expect(named).toContain(style);
  });

  it('has a table of contents with entries whose page numbers are references to their headings', () => {
    const [contents] = elementsOf(content, 'text:table-of-content');
    const bookmarks = elementsOf(content, 'text:bookmark-start').map(
      ({ attributes }) => attributes['text:name'],
    );
    const pages = contents === undefined ? [] : elementsOf(contents, 'text:bookmark-ref');
    expect(pages.map(({ attributes }) => attributes['text:ref-name'])).toEqual(bookmarks);
    expect(bookmarks.length).toBeGreaterThan(20);
  });

  it('repeats the head of each table, describes each picture, and is in French', () => {
    expect(elementsOf(content, 'table:table-header-rows')).toHaveLength(4);
    expect(elementsOf(content, 'svg:desc').map(textOf)[0]).toBe('Union départementale');
    expect(elementsOf(content, 'draw:image')).toHaveLength(4);
    expect(textIn(odt, 'styles.xml')).toContain('fo:language="fr" fo:country="FR"');
  });
});

describe.each([
  ['DOCX', toDocx, 'word/document.xml'],
  ['ODT', toOdt, 'content.xml'],
] as const)('%s', (_name, write, path) => {
  it('links where a reader may go and nowhere else', () => {
    const linked = sampleActes({
      parts: [
        part(
          'text',
          heading(1, 'Liens'),
          paragraph(
            words('un', { link: 'https://exemple.fr/?a=1&b="2"' }),
            words('deux', { link: 'javascript:alert(1)' }),
          ),
        ),
      ],
    });
    const all = filesIn(write(linked, new Map()))
      .map(({ bytes }) => bytes.toString('utf8'))
      .join('');
    expect(all).toContain('https://exemple.fr/?a=1&amp;b=&quot;2&quot;');
    expect(all).not.toContain('javascript:');
  });

  it('carries photos of every kind that it can show, without what a camera wrote', () => {
    const shown = sampleActes({
      logo: null,
      parts: [part('text', heading(1, 'Photo'), image('Photo', PAPERBOARD))],
    });
    const files = filesIn(write(shown, new Map([[PAPERBOARD, JPEG]])));
    expect(files.find((it) => it.path.endsWith('.jpeg'))?.bytes).toEqual(Buffer.from(JPEG));
  });

  it('is whole without cover, contents or words', () => {
    expect(readXml(textIn(write(hostileActes(0), new Map()), path)).name).not.toBe('');
  });
});

describe('quotations side by side', () => {
  const item = (...content: readonly ActesBlock[]) => ({ content, sources: [] });
  const side = sampleActes({
    parts: [
      part(
        'text',
        heading(1, 'Dit'),
        quotation('', [paragraph('Un.'), paragraph('Suite de un.')]),
        quotation('Inès Caradec', [paragraph('Deux.'), paragraph('Suite de deux.')]),
        quotation('', [paragraph('Trois.')]),
        {
          ...{ type: 'list', ordered: false, start: 1 },
          items: [item(quotation('', [paragraph('Quatre.')])), item(quotation('A', [paragraph('Cinq.')]))],
        },
      ),
    ],
  });
  const QUOTED = [
    ...['« Un.', 'Suite de un. »', '« Deux.', 'Suite de deux. »', 'Inès Caradec', '« Trois. »'],
    ...['« Quatre. »', '« Cinq. »', 'A'],
  ];
  const plain = (it: XmlElement): string => textOf(it).replaceAll('\u00a0', ' ');

  it('have each a bar of its own in Word, which joins those of neighbours that are the same', () => {
    const bars = elementsOf(readXml(textIn(toDocx(side, pictures), 'word/document.xml')), 'w:p')
      .filter((it) => QUOTED.includes(plain(it)))
      .map((it) => elementsOf(it, 'w:left')[0]?.attributes['w:color'] ?? 'own');
    expect(bars).toHaveLength(QUOTED.length);
    const [one, , two] = bars;
    expect(one).not.toBe(two);
    expect(bars).toEqual([one, one, two, two, two, one, two, one, one]);
  });

  it('end with a bar that does not go on in ODF, in their style', () => {
    const odt = toOdt(side, pictures);
    const all = [readXml(textIn(odt, 'styles.xml')), readXml(textIn(odt, 'content.xml'))].flatMap((root) =>
      elementsOf(root, 'style:style'),
    );
    const styleOf = (name = ''): XmlElement | undefined =>
      all.find(({ attributes }) => attributes['style:name'] === name);
    const ends = elementsOf(readXml(textIn(odt, 'content.xml')), 'text:p')
      .filter((it) => QUOTED.includes(plain(it)))
      .map((it) => {
        const style = styleOf(it.attributes['text:style-name']);
        const parts = style === undefined ? [] : elementsOf(style, 'style:paragraph-properties');
        return parts.some(({ attributes }) => attributes['style:join-border'] === 'false');
      });
    expect(ends).toEqual([false, true, false, false, true, true, true, false, true]);
  });
});

describe('rows of tables', () => {
  const cellOf = (text: string) => ({ header: false, content: [paragraph(words(text))] });
  const rowsOf = (texts: readonly string[]): Actes =>
    sampleActes({
      parts: [
        part('text', heading(1, 'Tableau'), {
          ...{ type: 'table', columns: 2 },
          rows: texts.map((text) => [cellOf('Quoi'), cellOf(text)]),
        }),
      ],
    });
  const longer = rowsOf(['court', 'mot '.repeat(300), 'mot '.repeat(3_000)]);

  it('are not parted between pages, but those longer than a page', () => {
    const inWord = elementsOf(readXml(textIn(toDocx(longer, pictures), 'word/document.xml')), 'w:tr');
    expect(inWord.map((row) => elementsOf(row, 'w:cantSplit').length)).toEqual([1, 1, 0]);
    const content = readXml(textIn(toOdt(longer, pictures), 'content.xml'));
    const [kept] = elementsOf(content, 'style:style').filter(
      (it) => elementsOf(it, 'style:table-row-properties').length > 0,
    );
    const name = kept?.attributes['style:name'];
    expect(name).toBeDefined();
    expect(elementsOf(content, 'table:table-row').map((row) => row.attributes['table:style-name'])).toEqual([
      name,
      name,
      undefined,
    ]);
  });
});

describe('short parts', () => {
  const parts = [
    part('text', heading(1, 'Un')),
    part('next-meeting', heading(1, 'Deux'), paragraph('Le 24.')),
    part('atelier', heading(1, 'Trois')),
  ];
  const kept = (contents: string) => ({ ...sampleActes({ parts }), contents });
  const inWord = (contents: string): readonly string[] =>
    elementsOf(readXml(textIn(toDocx(kept(contents), pictures), 'word/document.xml')), 'w:p')
      .filter((it) =>
        elementsOf(it, 'w:pageBreakBefore').some(({ attributes }) => attributes['w:val'] === '0'),
      )
      .map(textOf);
  const inWriter = (contents: string): readonly string[] => {
    const content = readXml(textIn(toOdt(kept(contents), pictures), 'content.xml'));
    const below = elementsOf(content, 'style:style')
      .filter((it) =>
        elementsOf(it, 'style:paragraph-properties').some(
          ({ attributes }) => attributes['fo:break-before'] === 'auto',
        ),
      )
      .map(({ attributes }) => attributes['style:name']);
    return elementsOf(content, 'text:h')
      .filter(({ attributes }) => below.includes(attributes['text:style-name']))
      .map(textOf);
  };

  it('stand below the part before them where parts open on new pages', () => {
    expect([inWord('Sommaire'), inWriter('Sommaire')]).toEqual([['Deux'], ['Deux']]);
    expect([inWord(''), inWriter('')]).toEqual([[], []]);
  });
});
