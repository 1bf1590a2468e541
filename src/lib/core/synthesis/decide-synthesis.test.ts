import { describe, expect, test } from 'vitest';
import type { DecisionContext } from '../events/new-event.ts';
import { instant } from '../time/instant.ts';
import type { SynthesisCommand } from './decide-synthesis.ts';
import { decideSynthesis } from './decide-synthesis.ts';
import type { SynthesisStanding } from './synthesis-standing.ts';
import { foldSynthesis, NEW_SYNTHESIS } from './synthesis-standing.ts';

let ids = 0;
const context = (): DecisionContext => ({
  now: instant(1_000),
  actor: 'nadia',
  newId: () => `event-${(ids += 1)}`,
});
const validate = (versionId: string): SynthesisCommand => ({
  ...{ type: 'synthesis/validate', versionId, hash: `hash of ${versionId}` },
});

/** The standing after the commands, and what the last one answered: the types it wrote, or its code. */
function after(commands: readonly SynthesisCommand[], written = true) {
  let standing: SynthesisStanding = NEW_SYNTHESIS;
  let answer: readonly string[] | string = [];
  for (const command of commands) {
    const decided = decideSynthesis(standing, command, written, context());
    answer = decided.ok ? decided.value.map(({ type }) => type) : decided.error.code;
    if (decided.ok)
      standing = decided.value.reduce(
        (at, event) => foldSynthesis(at, { ...event, stream: 'atelier:a', seq: 1 }),
        standing,
      );
  }
  return { standing, answer };
}
const PROPOSE: SynthesisCommand = { type: 'synthesis/propose' };
const REOPEN: SynthesisCommand = { type: 'synthesis/reopen' };

describe('[SY1] proposing and validating', () => {
  test('a draft is proposed, then validated, or validated at once', () => {
    expect(after([PROPOSE]).standing.state).toBe('proposed');
    expect(after([PROPOSE, validate('v1')]).standing.state).toBe('validated');
    expect(after([validate('v1')]).standing.state).toBe('validated');
  });
  test('nobody wrote: it is neither', () => {
    expect(after([PROPOSE], false).answer).toBe('synthesis/empty');
    expect(after([validate('v1')], false).answer).toBe('synthesis/empty');
  });
  test('what is already so is not written twice', () => {
    expect(after([PROPOSE, PROPOSE]).answer).toEqual([]);
    expect(after([validate('v1'), validate('v2')])).toMatchObject({
      answer: [],
      standing: { versions: [{ id: 'v1', hash: 'hash of v1', at: 1_000 }] },
    });
  });
});

describe('[SY2] reopening', () => {
  test('makes a draft, and keeps the earlier versions', () => {
    const { standing } = after([validate('v1'), REOPEN, PROPOSE, validate('v2')]);
    expect(standing.state).toBe('validated');
    expect(standing.versions.map(({ id }) => id)).toEqual(['v1', 'v2']);
    expect(after([validate('v1'), REOPEN]).standing.state).toBe('draft');
  });
  test('of two who reopen at once both find it open; what never was validated is refused', () => {
    expect(after([validate('v1'), REOPEN, REOPEN]).answer).toEqual([]);
    expect(after([REOPEN]).answer).toBe('synthesis/not-validated');
    expect(after([PROPOSE, REOPEN]).answer).toBe('synthesis/not-validated');
    expect(after([validate('v1'), PROPOSE]).answer).toBe('synthesis/validated');
  });
});

test('[SY3] it is shown whatever its state, and that is written once', () => {
  const show = (shown: boolean): SynthesisCommand => ({ type: 'synthesis/show', shown });
  expect(after([validate('v1'), show(true)]).standing).toMatchObject({ state: 'validated', shown: true });
  expect(after([show(true), show(true)], false).answer).toEqual([]);
  expect(after([show(true), REOPEN, show(false)]).standing.shown).toBe(false);
});
