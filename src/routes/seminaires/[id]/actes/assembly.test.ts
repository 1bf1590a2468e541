import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { nextStepsFrom } from '#core/actes/build-next-steps.ts';
import type { Block } from '#core/actes/rich-text.ts';
import type { ActesView } from '#protocol/actes-views.ts';
import { Assembly } from './assembly.svelte.ts';
import { writeStep } from './next-steps.ts';

const proposal = (text: string): Block => ({
  ...{ type: 'proposal', kind: 'proposal', sources: [] },
  content: [{ type: 'paragraph', content: [{ type: 'text', text }], sources: [] }],
});
/** What the server answers while its syntheses propose these. */
const proposing = (...proposals: readonly string[]) =>
  ({ revision: 0, nextSteps: nextStepsFrom([proposals.map(proposal)]) }) as unknown as ActesView;

let served: ActesView | null;
let sent: unknown[];
let hasPages: boolean;
let assembly: Assembly;
const opened = (view: ActesView): Assembly =>
  new Assembly('s', view, {
    readPages: () => Promise.resolve(hasPages),
    onchanged: () => Promise.resolve(),
  });
const whats = () => assembly.nextSteps.map(({ what, who }) => `${what} ${who}`.trim());

beforeEach(() => {
  vi.useFakeTimers();
  [sent, hasPages] = [[], true];
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('fetch', (_address: string, { body }: RequestInit = {}) => {
    if (typeof body !== 'string') {
      return Promise.resolve(
        served === null
          ? Response.json({ error: { code: 'export/busy' } }, { status: 503 })
          : Response.json(served),
      );
    }
    const { steps } = JSON.parse(body) as { steps: readonly { what: string; who: string }[] };
    sent.push(steps.map(({ what, who }) => `${what} ${who}`.trim()));
    return Promise.resolve(Response.json({ revision: 1 }));
  });
  served = proposing('Ouvrir une permanence', 'Rédiger la convention');
  assembly = opened(served);
});
afterEach(() => {
  assembly.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what is typed in a proposed step stays its own while a proposal comes before it', async () => {
  const [, second] = assembly.nextSteps;
  assembly.reviseNextSteps(writeStep(second?.id ?? '', 'who', 'H. Tanguy'));
  served = proposing('Inviter les élus', 'Ouvrir une permanence', 'Rédiger la convention');
  expect(await assembly.read(false)).toBe(true);
  expect(whats()).toEqual(['Ouvrir une permanence', 'Rédiger la convention H. Tanguy']);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent).toEqual([['Ouvrir une permanence', 'Rédiger la convention H. Tanguy']]);
});

test('nor is it lost where others saved the actes, or wrote that proposal anew', async () => {
  const [, second] = assembly.nextSteps;
  const change = writeStep(second?.id ?? '', 'who', 'H. Tanguy');
  assembly.reviseNextSteps(change);
  served = proposing('Ouvrir une permanence', 'Rédiger une convention');
  await assembly.read(false);
  expect(whats()[1]).toBe('Rédiger la convention H. Tanguy');
  served = { ...proposing('Inviter les élus', 'Rédiger la convention'), revision: 1 };
  await assembly.read(false);
  expect(whats()).toEqual(['Inviter les élus', 'Rédiger la convention H. Tanguy']);
});

test('without anything typed the proposals are those of now', async () => {
  served = proposing('Inviter les élus');
  await assembly.read(false);
  expect(whats()).toEqual(['Inviter les élus']);
});

test('a failure of what nobody asked for is not told, and is no refusal of what is done here', async () => {
  served = null;
  expect(await assembly.read(false)).toBe(false);
  expect([assembly.error, assembly.unread]).toEqual([null, null]);
  expect(await assembly.read(true)).toBe(false);
  expect([assembly.error, assembly.unread]).toEqual([null, 'export/busy']);
  served = proposing('Inviter les élus');
  expect(await assembly.read(false)).toBe(true);
  expect(assembly.unread).toBe(null);
});

test('without its pages all was not read, and the actes are nevertheless those of now', async () => {
  hasPages = false;
  served = proposing('Inviter les élus');
  expect(await assembly.read(false)).toBe(false);
  expect(whats()).toEqual(['Inviter les élus']);
});
