import type { Tokens } from 'marked';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import type { ActesBlock } from './actes.ts';
import { hostileActes } from './hostile-actes.test-support.ts';
import {
  BREAK,
  cell,
  contribution,
  entry,
  facts,
  heading,
  image,
  item,
  list,
  numbered,
  PAPERBOARD,
  paragraph,
  part,
  presentation,
  proposal,
  quotation,
  sampleActes,
  table,
  words,
} from './sample-actes.test-support.ts';
import { toMarkdown } from './to-markdown.ts';

/** What stands under the title of a part with these blocks. */
function markdownOf(...blocks: readonly ActesBlock[]): string {
  const whole = toMarkdown(sampleActes({ parts: [part('text', heading(1, 'Titre'), ...blocks)] }));
  return whole.slice(whole.indexOf('## Titre\n') + '## Titre\n\n'.length, -1);
}

describe('toMarkdown', () => {
  it('[AC34] writes the whole document in its order', () => {
    const actes = sampleActes({
      organisation: 'Union',
      parts: [
        part('preamble', heading(1, 'Préambule'), paragraph('Pour *penser* ensemble.')),
        part(
          'people',
          heading(1, 'Qui sommes-nous'),
          presentation('CARADEC Inès – présidente (Morlaix)', 'Une adresse', [paragraph('Elle écoute.')]),
        ),
        part('attendance', heading(1, 'Présents'), {
          type: 'attendance',
          entries: [entry('F. PERON'), entry('C. LE GALL', 'représentée')],
        }),
        part(
          'atelier',
          heading(1, 'Synthèse #'),
          facts('12 participants'),
          heading(2, 'Questions', false),
          list(item(paragraph('# quoi ?')), item(paragraph('a'), numbered(1, item(paragraph('b'))))),
          quotation('Inès', [paragraph('On y va.')]),
          proposal('decision', [paragraph('Se revoir.')]),
          contribution('', 'Sans nom', [paragraph('Trop petit.', BREAK, 'Et froid.')]),
          contribution('Constat', '', [paragraph('— pas un nom')]),
          image('Le paperboard', PAPERBOARD),
        ),
        part('next-steps', heading(1, 'Suites'), table(['Quoi', 'Qui'], ['a | b', ''])),
      ],
    });
    const picture = `images/${PAPERBOARD}`;
    expect(toMarkdown(actes)).toBe(`---
format: pleniere-actes
version: 1
title: "Actes du séminaire – Pouvoir d’agir et lien social de proximité"
organisation: "Union"
day: "2026-11-26"
language: fr
model: seminar
cover:
  label: "Actes du séminaire"
  title: "Pouvoir d’agir et lien social de proximité"
  theme: "Rencontre départementale de l’action sociale"
  dayAndPlace: "26 novembre 2026, Vannes"
  counts: "2 ateliers · 131 participants · 213 contributions"
  standing: "Version provisoire du 26 novembre 2026"
logo:
  file: "${picture}.png"
  alternative: "Union départementale"
contents: "Sommaire"
parts:
  - kind: preamble
  - kind: people
    presentations: [2-4]
  - kind: attendance
    attendance: [2]
  - kind: atelier
    unlisted: [3]
    facts: [2]
    decisions: [6]
    contributions: [7, 8]
    unlabelled: [7]
  - kind: next-steps
---

# Actes du séminaire – Pouvoir d’agir et lien social de proximité

Union\\
Rencontre départementale de l’action sociale\\
26 novembre 2026, Vannes\\
2 ateliers · 131 participants · 213 contributions\\
Version provisoire du 26 novembre 2026

## Préambule

Pour \\*penser\\* ensemble.

## Qui sommes-nous

### CARADEC Inès – présidente (Morlaix)

> Une adresse

Elle écoute.

## Présents

- F. PERON
- C. LE GALL _représentée_

## Synthèse \\#

_12 participants_

### Questions

- \\# quoi ?
- a
  1. b

> On y va.
>
> — Inès

> **Décision**
>
> Se revoir.

<!-- -->

> Trop petit.\\
> Et froid.
>
> — Sans nom

> **Constat**
>
> &#x2014; pas un nom

![Le paperboard](${picture}.jpg)

## Suites

| Quoi | Qui |
| --- | --- |
| a \\| b |  |
`);
  });

  it('[AC32] keeps two lists in a row two, whatever stands in them', () => {
    expect(
      markdownOf(
        list(item(paragraph('a'))),
        list(item(quotation('', [paragraph('b')]))),
        numbered(3, item(paragraph('c'))),
      ),
    ).toBe('- a\n\n* > b\n\n3. c');
  });

  it('[AC33] writes a table with its head, or an empty one, and what a cell holds on one line', () => {
    const rows = [
      [cell('a | b', true), cell('Qui', true)],
      [
        { header: false, content: [paragraph('un'), paragraph('deux', BREAK, 'trois')] },
        { header: false, content: [list(item(paragraph('un')), item(paragraph('deux')))] },
      ],
    ];
    const body = '| un<br><br>deux<br>trois | • un<br><br>• deux |';
    expect(markdownOf({ type: 'table', columns: 2, rows })).toBe(
      ['| a \\| b | Qui |', '| --- | --- |', body].join('\n'),
    );
    expect(markdownOf({ type: 'table', columns: 2, rows: rows.slice(1) })).toBe(
      ['|  |  |', '| --- | --- |', body].join('\n'),
    );
    const [read] = marked.lexer(markdownOf({ type: 'table', columns: 2, rows }));
    expect((read as Tokens.Table).header.map(({ text }) => text)).toEqual(['a | b', 'Qui']);
  });

  it('[AC73] says headers elsewhere than in a whole first row in the head of the file', () => {
    const rows = [
      [cell('a', true), cell('b')],
      [cell('c', true), cell('d')],
    ];
    const markdown = toMarkdown(
      sampleActes({ parts: [part('text', heading(1, 'Titre'), { type: 'table', columns: 2, rows })] }),
    );
    expect(markdown).toContain('\n  - kind: text\n    headers: { 2: "10 10" }\n---\n');
  });

  it('[AC74] leaves bold, italics and links out where they are more than a reader bears', () => {
    const many = (runs: number) =>
      paragraph(
        ...Array.from({ length: runs }, (_, index) => words('a', index % 2 === 0 ? { strong: true } : {})),
      );
    expect(markdownOf(many(100))).toContain('**');
    expect(markdownOf(many(300))).toBe('a'.repeat(300));
    expect(markdownOf(quotation('', [many(300)]))).toBe(`> ${'a'.repeat(300)}`);
  });

  it('[AC75] gives the same bytes for the same actes, and ends every line with \\n alone', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const markdown = toMarkdown(hostileActes(seed));
      expect(toMarkdown(hostileActes(seed))).toBe(markdown);
      expect(markdown).not.toMatch(/[\r\u2028\u2029\u0085]/u);
    }
  });
});
