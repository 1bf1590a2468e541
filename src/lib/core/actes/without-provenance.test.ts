import { expect, test } from 'vitest';
import { actesJson } from './actes-json.ts';
import { hostileActes } from './hostile-actes.test-support.ts';
import {
  contribution,
  entry,
  factsNaming,
  heading,
  item,
  paragraph,
  part,
  presentation,
  proposal,
  quotation,
  sampleActes,
} from './sample-actes.test-support.ts';
import { toMarkdown } from './to-markdown.ts';
import { withoutProvenance } from './without-provenance.ts';

test('no id is left, however deep it stands', () => {
  const ids = { sources: ['id-source'], personId: 'id-person' };
  const inner = { ...paragraph('a'), sources: ['id-source'] };
  const actes = sampleActes({
    parts: [
      {
        ...part('text', heading(1, 'Titre')),
        subject: 'id-part',
        blocks: [
          factsNaming('animé par Inès', ['id-person', 'Inès']),
          quotation('', [inner, quotation('', [inner], ids)], ids),
          contribution('Constat', '', [inner], ids),
          presentation('TANGUY Hervé', 'b', [inner], 'id-person'),
          proposal('decision', [inner], ['id-source']),
          { type: 'list', ordered: false, start: 1, items: [{ ...item(inner), sources: ['id-source'] }] },
          { type: 'table', columns: 1, rows: [[{ header: false, content: [inner] }]] },
          { type: 'attendance', entries: [entry('H. TANGUY', '', 'id-person')] },
        ],
      },
    ],
  });
  expect(actesJson(actes)).toMatch(/id-/);
  expect(actesJson(withoutProvenance(actes))).not.toMatch(/id-/);
});

test('every word stays', () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const actes = hostileActes(seed);
    expect(toMarkdown(withoutProvenance(actes))).toBe(toMarkdown(actes));
  }
});
