import { beforeEach, describe, expect, test, vi } from 'vitest';
import { instant, minutes } from '#core/time/instant.ts';
import type { RunStepView } from '#protocol/run-views.ts';
import { nothingYet, runOf } from './nothing-yet.ts';
import type { KeptStep, KeptSteps } from './steps-alone.ts';
import {
  isApplied,
  isStepAlone,
  keepSteps,
  keptSteps,
  othersSteps,
  runViewAfter,
  saidStep,
  settledSteps,
} from './steps-alone.ts';

const MINUTE = 60_000;
const at = (minute: number) => instant(1_795_000_000_000 + minute * MINUTE);
const given = (minute: number, step: KeptStep['step'], byDevice = false): KeptStep => ({
  ...{ at: at(minute), byDevice, step },
});
const SUSPEND = { type: 'run/suspend' } as const;
const RESUME = { type: 'run/resume' } as const;
const KEPT: KeptSteps = {
  commandId: 'a-command-of-its-own',
  from: at(1),
  expectedRunEvents: 1,
  lastStep: 'the-start',
  steps: [given(2, SUSPEND), given(3, RESUME)],
};
const stepView = (eventId: string, minute: number, type: RunStepView['type']): RunStepView => ({
  ...{ eventId, type, at: at(minute), by: 'Anne', minutes: null, itemId: null, automatic: false },
});
const { run: NO_RUN } = nothingYet();
const started = stepView('the-start', 0, 'run/started');

describe('what is kept on the device', () => {
  beforeEach(() => {
    const rows = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => rows.get(key) ?? null,
      setItem: (key: string, value: string) => rows.set(key, value),
      removeItem: (key: string) => rows.delete(key),
    });
  });

  test('is read again as it was, by sitting, until it is let go of', () => {
    expect(keepSteps('sitting-1', KEPT)).toBe(true);
    expect(keptSteps('sitting-1', at(4))).toEqual(KEPT);
    expect(keptSteps('sitting-2', at(4))).toBeNull();
    keepSteps('sitting-1', null);
    expect(keptSteps('sitting-1', at(4))).toBeNull();
  });

  test('is let go of when it is too old for the server to take', () => {
    keepSteps('sitting-1', KEPT);
    expect(keptSteps('sitting-1', at(2 + 12 * 60))).toEqual(KEPT);
    expect(keptSteps('sitting-1', at(3 + 12 * 60))).toBeNull();
    expect(keptSteps('sitting-1', at(4))).toBeNull();
  });

  test('says so when the device keeps nothing', () => {
    vi.stubGlobal('localStorage', undefined);
    expect(keepSteps('sitting-1', KEPT)).toBe(false);
    expect(keptSteps('sitting-1', at(4))).toBeNull();
  });
});

describe('the moments of steps', () => {
  const now = at(10);

  test('by the device’s own clock become those of the server', () => {
    const settled = settledSteps([given(2, SUSPEND), given(-12, RESUME, true)], {
      ...{ since: at(0), now, ahead: 15 * MINUTE },
    });
    expect(settled).toEqual([
      { at: at(2), step: SUSPEND },
      { at: at(3), step: RESUME },
    ]);
  });

  test('are in order, after what happened before, and never to come', () => {
    const steps = [given(-3, SUSPEND), given(5, RESUME), given(4, SUSPEND), given(12, RESUME)];
    const settled = settledSteps(steps, { since: at(1), now, ahead: 0 });
    expect(settled.map((step) => step.at)).toEqual([at(1), at(5), at(5), at(10)]);
  });
});

describe('a console that is cut off', () => {
  test('gives alone what needs nobody: no rehearsal, nothing that changes what lies behind', () => {
    const alone = (command: { readonly type: string; readonly rehearsal?: boolean }) => isStepAlone(command);
    expect(alone({ type: 'run/start', rehearsal: false })).toBe(true);
    expect(alone({ type: 'run/next' })).toBe(true);
    for (const type of ['run/redistribute', 'run/archive', 'run/correct-start', 'run/undo', 'run/replay'])
      expect(alone({ type })).toBe(false);
    expect(alone({ type: 'run/start', rehearsal: true })).toBe(false);
  });

  test('shows the steps of before as they were, and its own under its name', () => {
    const before = { ...NO_RUN, steps: [started], undone: null };
    const { by: _by, ...bare } = stepView('alone-1', 2, 'run/suspended');
    const base = runOf(before);
    const after = { ...base, eventCount: 2, steps: [...base.steps, { ...bare, actor: 'someone' }] };
    const view = runViewAfter(before, after, 'Rachid');
    expect(view.steps).toEqual([started, { ...bare, by: 'Rachid' }]);
    expect(view.eventCount).toBe(2);
    expect(runViewAfter(before, after, '').steps.at(-1)?.by).toBeNull();
  });

  test('says its steps as the run would', () => {
    expect(saidStep({ at: at(2), step: { type: 'run/jump', itemId: 'item-two' } })).toEqual({
      ...{ type: 'run/moved', at: at(2), itemId: 'item-two', minutes: null, automatic: false },
    });
    const longer = { type: 'run/extend', minutes: 5, itemId: 'item-two' } as const;
    expect(saidStep({ at: at(2), step: longer })).toMatchObject({
      type: 'run/extended',
      minutes: minutes(5),
    });
  });

  test('tells what others did from what it knew', () => {
    const moved = stepView('moved', 2, 'run/moved');
    expect(othersSteps({ ...NO_RUN, steps: [started, moved] }, KEPT)).toEqual([moved]);
    // The last step it knew was taken back.
    const again = stepView('again', 2, 'run/started');
    expect(othersSteps({ ...NO_RUN, steps: [stepView('older', 0, 'run/archived'), again] }, KEPT)).toEqual([
      again,
    ]);
  });

  test('knows its own steps again when the answer to them was lost', () => {
    const steps = [started, stepView('a', 2, 'run/suspended'), stepView('b', 3, 'run/resumed')];
    expect(isApplied({ ...NO_RUN, steps, eventCount: 3 }, KEPT)).toBe(true);
    expect(isApplied({ ...NO_RUN, steps: steps.slice(0, 2), eventCount: 3 }, KEPT)).toBe(false);
    expect(isApplied({ ...NO_RUN, steps: [started], eventCount: 1 }, KEPT)).toBe(false);
  });
});
