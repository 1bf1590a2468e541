/** The actes as one web page that needs nothing but itself: what is published, and what is kept as a file. */
import type { Actes } from '#core/actes/actes.ts';
import { slugOf } from '#core/publication/slug.ts';
import en from '#i18n/en/actes-files.ts';
import fr from '#i18n/fr/actes-files.ts';
import type { PictureFiles, PublishedAs } from '../../seminars/actes-export.port.ts';
import { escaped, tag, voidTag } from '../markup.ts';
import { plainWords } from '../quotation-marks.ts';
import type { PageSetting } from './blocks-as-html.ts';
import { blocksHtml, pictureHtml } from './blocks-as-html.ts';
import { PAGE_POLICY, PAGE_STYLE } from './page-style.ts';

const WORDS = { fr, en };

/** The same actes, pictures and surroundings give the same bytes (UTF-8). */
export function toHtml(actes: Actes, files: PictureFiles, published: PublishedAs | null = null): Uint8Array {
  const words = WORDS[actes.language];
  let tables = 0;
  const headings = idsOf(actes);
  const next = headings.values();
  const setting: PageSetting = {
    language: actes.language,
    files,
    colon: words.colon,
    nextTable: () => `${words.page.table} ${(tables += 1)}`,
    idOf: () => next.next().value?.id ?? '',
  };
  const main = actes.parts
    .map(({ blocks }) => tag('section', {}, `\n${blocksHtml(blocks, setting)}\n`))
    .join('\n');
  const listed = headings.filter(({ level, inContents }) => inContents && level <= DEEPEST_LISTED);
  const contents = actes.contents === '' || listed.length === 0 ? '' : contentsHtml(actes.contents, listed);
  const body = [
    tag('a', { class: 'skip', href: '#texte' }, escaped(words.page.skip)),
    coverHtml(actes, files, published, words.page.files),
    notesHtml(published, words.page.notes),
    contents,
    tag('main', { id: 'texte', tabindex: '-1' }, `\n${main}\n`),
    tag('footer', { class: 'end' }, endHtml(actes)),
  ].filter((it) => it !== '');
  const shape = [contents === '' ? '' : 'listed', actes.contents === '' ? '' : 'booklet'].join(' ').trim();
  const page =
    `<!doctype html>\n<html lang="${actes.language}">\n` +
    `${tag('head', {}, headHtml(actes, published))}\n` +
    `${tag('body', { class: shape === '' ? null : shape }, `\n${body.join('\n')}\n`)}\n</html>\n`;
  return Uint8Array.from(Buffer.from(page, 'utf8'));
}

function headHtml({ title, cover, organisation }: Actes, published: PublishedAs | null): string {
  return [
    '',
    voidTag('meta', { charset: 'utf-8' }),
    voidTag('meta', { 'http-equiv': 'Content-Security-Policy', content: PAGE_POLICY }),
    voidTag('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    tag('title', {}, escaped(title.trim() || cover.title.trim() || cover.label.trim() || 'Actes')),
    organisation === '' ? '' : voidTag('meta', { name: 'author', content: organisation }),
    published?.robots ? voidTag('meta', { name: 'robots', content: published.robots }) : '',
    voidTag('meta', { name: 'referrer', content: 'no-referrer' }),
    `<style>${PAGE_STYLE}</style>`,
    '',
  ]
    .filter((line, index) => line !== '' || index === 0)
    .join('\n');
}

function coverHtml(
  { organisation, logo, cover, title }: Actes,
  files: PictureFiles,
  published: PublishedAs | null,
  download: string,
): string {
  const line = (kind: string, text: string): string =>
    text.trim() === '' ? '' : tag('p', { class: kind }, escaped(text));
  const links = (published?.files ?? []).map(({ label, href }) =>
    tag('li', {}, tag('a', { href }, escaped(label))),
  );
  return tag(
    'header',
    { class: 'cover' },
    [
      line('organisation', organisation),
      logo === null ? '' : pictureHtml(logo, files, { class: 'logo' }),
      cover.label === cover.title ? '' : line('kind', cover.label),
      tag('h1', {}, escaped(cover.title.trim() || title.trim() || cover.label.trim() || 'Actes')),
      line('theme', cover.theme),
      line('day', cover.dayAndPlace),
      line('counts', cover.counts),
      line('standing', cover.standing),
      links.length === 0
        ? ''
        : tag('nav', { 'aria-label': download }, tag('ul', { class: 'files' }, links.join('\n'))),
    ].join('\n'),
  );
}

const notesHtml = (published: PublishedAs | null, label: string): string =>
  published === null || published.notes.length === 0
    ? ''
    : tag(
        'aside',
        { class: 'notes', 'aria-label': label },
        published.notes.map((note) => tag('p', {}, escaped(note))).join('\n'),
      );

const endHtml = ({ organisation, cover }: Actes): string =>
  tag(
    'p',
    {},
    [organisation, cover.title, cover.dayAndPlace]
      .filter((text) => text.trim() !== '')
      .map(escaped)
      .join(' · '),
  );

const DEEPEST_LISTED = 3;

type Heading = {
  readonly id: string;
  readonly level: number;
  readonly inContents: boolean;
  readonly words: string;
};

/** The headings in their order, each with an id of its own made from its words: an address that lasts. */
function idsOf({ parts }: Actes): readonly Heading[] {
  const taken = new Set(['texte', 'sommaire']);
  const numbers = new Map<string, number>();
  return parts.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.type !== 'heading') return [];
      const words = plainWords(block.content).trim();
      if (words === '') return [];
      const plain = slugOf(words);
      let id = plain;
      let number = numbers.get(plain) ?? 1;
      while (taken.has(id)) id = `${plain}-${(number += 1)}`;
      numbers.set(plain, number);
      taken.add(id);
      return [{ id, level: block.level, inContents: block.inContents, words }];
    }),
  );
}

function contentsHtml(title: string, headings: readonly Heading[]): string {
  return tag(
    'nav',
    { class: 'contents', 'aria-labelledby': 'sommaire' },
    tag('h2', { id: 'sommaire' }, escaped(title)) + nestedHtml(headings),
  );
}

/** What follows an entry on deeper levels stands under it. */
function nestedHtml(headings: readonly Heading[]): string {
  const items: string[] = [];
  for (let at = 0; at < headings.length;) {
    const heading = headings[at];
    if (heading === undefined) break;
    let end = at + 1;
    while ((headings[end]?.level ?? 0) > heading.level) end += 1;
    const under = headings.slice(at + 1, end);
    const link = tag('a', { href: `#${heading.id}` }, escaped(heading.words));
    items.push(tag('li', {}, link + (under.length === 0 ? '' : nestedHtml(under))));
    at = end;
  }
  return tag('ol', {}, items.join('\n'));
}
