import { beforeEach, expect, test } from 'vitest';
import type { Restitution } from '#core/restitution/restitution.ts';
import type { Command } from '#protocol/inputs.ts';
import type { CommandResult } from '#lib/client/connection.svelte.ts';
import { SlideTurner } from './slide-turner.svelte.ts';

type Sent = { readonly command: Command; readonly answer: (as: CommandResult) => Promise<void> };
let sent: Sent[];
let restitution: Restitution | null;
let turner: SlideTurner;

const ok: CommandResult = { ok: true, value: { seqs: {} } };
const lost: CommandResult = { ok: false, error: { code: 'network' } };
const last = (): Sent => {
  const it = sent.at(-1);
  if (!it) throw new Error('nothing was sent');
  return it;
};
const seen = async (slide: number): Promise<void> => {
  restitution = { atelierId: 'a', slide };
  await last().answer(ok);
};

beforeEach(() => {
  sent = [];
  restitution = null;
  turner = new SlideTurner({
    head: { sittingId: 'plenary' },
    get restitution() {
      return restitution;
    },
    sendAndSee: (command) =>
      new Promise((resolve) =>
        sent.push({
          command,
          async answer(as) {
            resolve(as);
            await new Promise((settled) => setTimeout(settled));
          },
        }),
      ),
  });
});

test('what is asked for is seen at once', async () => {
  void turner.show('a', 1);
  expect(turner.at).toEqual({ atelierId: 'a', slide: 1 });
  expect(last().command).toEqual({
    type: 'restitution/show',
    sittingId: 'plenary',
    atelierId: 'a',
    slide: 1,
  });
  await seen(1);
  expect(turner.at).toBe(restitution);
});

test('taps while one is on its way become one: the last', async () => {
  for (const slide of [1, 2, 3]) void turner.show('a', slide);
  expect([sent.length, turner.at?.slide]).toEqual([1, 3]);
  await seen(1);
  expect(sent).toHaveLength(2);
  expect(last().command).toMatchObject({ slide: 3 });
  await seen(3);
  expect([sent.length, turner.at?.slide]).toEqual([2, 3]);
});

test('another turns it: what they show is what is seen here', async () => {
  void turner.show('a', 1);
  await seen(1);
  restitution = { atelierId: 'a', slide: 7 };
  expect(turner.at?.slide).toBe(7);
});

test('what was not taken is not tried again', async () => {
  restitution = { atelierId: 'a', slide: 4 };
  for (const slide of [5, 6]) void turner.show('a', slide);
  await last().answer(lost);
  expect([sent.length, turner.at?.slide, turner.refusal]).toEqual([1, 4, 'network']);
  void turner.show('a', 5);
  await seen(5);
  expect(turner.refusal).toBeNull();
});

test('what another has put away already is put away', async () => {
  void turner.putAway();
  await last().answer({ ok: false, error: { code: 'restitution/nothing-shown' } });
  expect(turner.refusal).toBeNull();
});
