import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Action, Resource, RuleName } from './may.ts';
import { ACTIONS, may, RIGHTS } from './may.ts';
import type { Grant, Role } from './roles.ts';
import { NOBODY, ROLES } from './roles.ts';

const documented = new Map<string, string[]>(
  readFileSync(new URL('../../../../docs/rights.md', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => {
      const [action = '', ...cells] = line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim());
      return [action.replaceAll('`', ''), cells];
    }),
);

const grant = (role: Role, sittingId: string | null = 's1'): Grant => ({
  role,
  scope: { seminarId: 'm', sittingId },
  personId: 'me',
});
const here: Resource = { seminarId: 'm', sittingIds: ['s1'] };
const there: Resource = { seminarId: 'm', sittingIds: ['s2'] };

/** For each word of the table: resources it lets through, and resources it does not. */
const MEANING: Record<RuleName, { yes: Resource[]; no: Resource[] }> = {
  yes: { yes: [here, there, { seminarId: 'm', sittingIds: [] }], no: [] },
  no: {
    yes: [],
    no: [
      here,
      there,
      {
        ...here,
        plenary: true,
        owners: ['me'],
        notesOpen: true,
        synthesisShown: true,
        inReview: true,
        quoted: ['me'],
      },
    ],
  },
  own: {
    yes: [here, { seminarId: 'm', sittingIds: ['s2', 's1'] }],
    no: [there, { seminarId: 'm', sittingIds: [] }],
  },
  'own and plenary': { yes: [here, { ...there, plenary: true }], no: [there] },
  mine: {
    yes: [
      { ...here, owners: ['me'] },
      { ...there, owners: ['you', 'me'] },
    ],
    no: [here, { ...here, owners: ['you'] }],
  },
  'own, if left open': { yes: [{ ...here, notesOpen: true }], no: [here, { ...there, notesOpen: true }] },
  'own, when shown': {
    yes: [{ ...here, synthesisShown: true }],
    no: [here, { ...there, synthesisShown: true }],
  },
  'when quoted, from relecture on': {
    yes: [{ ...here, inReview: true, quoted: ['me'] }],
    no: [here, { ...here, inReview: true, quoted: ['you'] }, { ...here, quoted: ['me'] }],
  },
};

describe('may', () => {
  test('the documented table has exactly the actions', () => {
    expect([...documented.keys()]).toEqual([...ACTIONS]);
  });

  const cells = ACTIONS.flatMap((action) =>
    ROLES.map((role, column) => [action, role, column] as [Action, Role, number]),
  );
  test.each(cells)('%s by %s', (action, role, column) => {
    const word = documented.get(action)?.[column] as RuleName;
    expect(RIGHTS[action][role]).toBe(word);
    for (const resource of MEANING[word].yes)
      expect(may({ grants: [grant(role)] }, action, resource)).toBe(true);
    for (const resource of MEANING[word].no)
      expect(may({ grants: [grant(role)] }, action, resource)).toBe(false);
  });

  test.each(cells)('%s by %s of another séminaire is refused', (action, role) => {
    const all = {
      plenary: true,
      owners: ['me'],
      notesOpen: true,
      synthesisShown: true,
      inReview: true,
      quoted: ['me'],
    };
    expect(may({ grants: [grant(role)] }, action, { seminarId: 'other', sittingIds: ['s1'], ...all })).toBe(
      false,
    );
  });

  test('a grant for the whole séminaire reaches every sitting', () => {
    expect(may({ grants: [grant('animateur', null)] }, 'run/command', there)).toBe(true);
  });

  test('rights are the union of grants', () => {
    const both = { grants: [grant('participant'), grant('animateur', 's2')] };
    expect(may(both, 'run/command', there)).toBe(true);
    expect(may(both, 'run/command', here)).toBe(false);
  });

  test('who holds no grant may do nothing', () => {
    for (const action of ACTIONS) expect(may(NOBODY, action, { ...here, plenary: true })).toBe(false);
  });

  test('a grant that names nobody owns nothing', () => {
    const unnamed: Grant = { ...grant('participant'), personId: null };
    expect(may({ grants: [unnamed] }, 'contribution/change', { ...here, owners: ['me'] })).toBe(false);
  });
});
