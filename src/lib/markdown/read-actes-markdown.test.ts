import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actes, ActesBlock } from '#core/actes/actes.ts';
import { actesJson } from '#core/actes/actes-json.ts';
import { HOSTILE_TEXTS, hostileActes } from '#core/actes/hostile-actes.test-support.ts';
import { normaliseActes } from '#core/actes/normalise-actes.ts';
import {
  contribution,
  entry,
  facts,
  heading,
  image,
  item,
  list,
  paragraph,
  part,
  presentation,
  proposal,
  quotation,
  sampleActes,
  table,
  words,
} from '#core/actes/sample-actes.test-support.ts';
import { NO_TITLE, toMarkdown } from '#core/actes/to-markdown.ts';
import { readActesMarkdown } from './read-actes-markdown.ts';

/** As JSON without the ids that say where words come from. */
const withoutIds = (actes: Actes): string =>
  actesJson(
    JSON.parse(actesJson(actes), (key, value: unknown) =>
      key === 'sources'
        ? []
        : key === 'personId' || key === 'subject'
          ? null
          : key === 'people'
            ? undefined
            : value,
    ) as Actes,
  );

const normalised = (actes: Actes): Actes =>
  normaliseActes(actes, { covers: () => true, labels: { actes: NO_TITLE, image: '' } }).actes;

function expectReadBack(actes: Actes): void {
  const markdown = toMarkdown(actes);
  const read = readActesMarkdown(markdown);
  if (!read.ok) throw new Error(`${read.error.code}: ${markdown.slice(0, 300)}`);
  expect(actesJson(read.value)).toBe(withoutIds(actes));
  expect(toMarkdown(read.value)).toBe(markdown);
}

describe('readActesMarkdown after toMarkdown', () => {
  it('[AC76] gives the tree again, with every kind of part and block', () => {
    expectReadBack(sampleActes());
  });

  it('[AC76] gives every normalised tree again, and the same bytes from it', () => {
    for (let seed = 0; seed < 700; seed += 1) expectReadBack(normalised(hostileActes(seed)));
  });

  it.each(HOSTILE_TEXTS)('[AC76] reads %j back as the words it was, wherever it stands', (text) => {
    const said = paragraph(text);
    const blocks: readonly ActesBlock[] = [
      heading(1, text),
      facts(text),
      facts(words(text, { strong: true }), text),
      said,
      paragraph('a', words(text, { strong: true, emphasis: true }), 'b'),
      list(item(said), item(said, list(item(said)))),
      quotation(text, [said]),
      quotation('', [paragraph(words(text, { strong: true })), said]),
      { ...proposal('decision', [said]), label: text } as ActesBlock,
      contribution(text, text, [said]),
      contribution('', '', [said, said]),
      presentation(text, text, [said, quotation('', [said])]),
      { type: 'attendance', entries: [entry(text, text), entry(`A ${text}`, text), entry('B', '')] },
      table([text, 'b'], [text, text]),
      image(text),
    ];
    const cover = { label: text, title: text, theme: text, dayAndPlace: text, counts: text, standing: text };
    expectReadBack(
      normalised(
        sampleActes({
          title: text,
          organisation: text,
          cover,
          contents: text,
          parts: [part('text', ...blocks)],
        }),
      ),
    );
  });

  it('[AC76] reads a thousand people and a list full of bold back', () => {
    const many = list(
      ...Array.from({ length: 900 }, () => item(paragraph('a ', words('b', { strong: true })))),
    );
    expectReadBack(sampleActes({ parts: [part('text', heading(1, 'Liste'), many)] }));
  });

  it('[AC77] reads line ends of another system, and what was added by hand, as words', () => {
    const markdown = toMarkdown(sampleActes());
    const read = readActesMarkdown(
      `\ufeff${markdown.replaceAll('\n', '\r\n')}\r\n## Ajouté\r\n\r\n![x](https://a.fr/b.png)`,
    );
    expect(read.ok && read.value.parts.length).toBe(sampleActes().parts.length + 1);
    expect(read.ok && read.value.parts.at(-1)).toEqual(
      part('text', heading(1, 'Ajouté'), paragraph(words('x', { link: 'https://a.fr/b.png' }))),
    );
  });

  it('[AC77] refuses what has no head of actes, and never fails', () => {
    const head = (yaml: string) => `---\n${yaml}\n---\n\n## a\n`;
    const refusedTexts = [
      '',
      '# Un titre',
      '---\nformat: pleniere-actes\n',
      head('format: autre\nversion: 1'),
      head('format: pleniere-actes\nversion: 2'),
      head('format: [unclosed'),
      head(`a: ${'['.repeat(20_000)}`),
      head('a: &a [x]\nformat: *a'),
    ];
    for (const text of refusedTexts)
      expect(readActesMarkdown(text)).toEqual({ ok: false, error: { code: 'actes/unreadable-markdown' } });
    const bare = readActesMarkdown(
      head('format: pleniere-actes\nversion: 1\nparts: [1, {kind: x, facts: 3}]'),
    );
    expect(bare.ok && bare.value.parts).toEqual([part('text', heading(1, 'a'))]);
  });

  it('[AC77] reads any Markdown under its head', () => {
    const sign = fc.constantFrom(
      ...'#->*_|`[]()!<&\\ \n1.a',
      '\n\n',
      '## ',
      '| a |\n| - |\n',
      '![x](images/a.jpg)',
    );
    const places = 'facts: [2], proposals: [2, 3], attendance: [3], presentations: [2-9], headers: {2: "1"}';
    const head = `---\nformat: pleniere-actes\nversion: 1\nparts: [{kind: atelier, ${places}}]\n---\n## a\n\n`;
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 60 }), (signs) => {
        const read = readActesMarkdown(head + signs.join(''));
        expect(read.ok && normalised(read.value)).toEqual(read.ok && read.value);
      }),
      { numRuns: 500 },
    );
  });
});
