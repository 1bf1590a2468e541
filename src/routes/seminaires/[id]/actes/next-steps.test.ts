import { expect, test } from 'vitest';
import type { Actes, ActesBlock } from '#core/actes/actes.ts';
import type { NextStep } from '#core/publication/publication.ts';
import { addSteps, moveStep, proposedSteps, removeStep, writeStep } from './next-steps.ts';

const step = (id: string, what: string): NextStep => ({ id, what, who: '', byWhen: '', sources: [] });
const steps = [step('a', 'Écrire'), step('b', 'Relire'), step('c', 'Publier')];
const ids = (list: readonly NextStep[]): string => list.map(({ id }) => id).join('');

test('steps are written, moved and removed by id', () => {
  expect(writeStep('b', 'who', 'Le\nbureau')(steps)[1]?.who).toBe('Le bureau');
  expect(ids(moveStep('c', 0)(steps))).toBe('cab');
  expect(ids(moveStep('gone', 0)(steps))).toBe('abc');
  expect(ids(removeStep('a')(steps))).toBe('bc');
  expect(ids(addSteps([step('d', ''), step('a', '')])(steps))).toBe('abcd');
});

test('the proposals of the syntheses are taken once, typography aside, with their sources', () => {
  const proposal = (text: string): ActesBlock => ({
    ...{ type: 'proposal', kind: 'proposal', label: 'Proposition', sources: ['c1'] },
    content: [{ type: 'paragraph', content: [{ type: 'text', text }], sources: [] }],
  });
  const actes = {
    parts: [
      { kind: 'atelier', subject: 'x', blocks: [proposal('Écrire.'), proposal('Former l’équipe')] },
      { kind: 'text', subject: 'y', blocks: [proposal('Ailleurs')] },
      {
        ...{ kind: 'atelier', subject: 'z' },
        blocks: [
          {
            ...{ type: 'list', ordered: false, start: 1 },
            items: [{ content: [proposal("Former l'équipe"), proposal('Inviter')], sources: [] }],
          },
        ],
      },
    ],
  } as const satisfies Pick<Actes, 'parts'>;
  let made = 0;
  const proposed = proposedSteps(actes, steps, () => `new${(made += 1)}`);
  expect(proposed.map(({ what }) => what)).toEqual(['Former l’équipe', 'Inviter']);
  expect(proposed[0]?.sources).toEqual(['c1']);
});
