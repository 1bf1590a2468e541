/** What a console gave while it was cut off, offered to the server over real sockets. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StepAlone, StepGiven } from '#core/agenda/replay.ts';
import type { Instant } from '#core/time/instant.ts';
import { instant } from '#core/time/instant.ts';
import { systemTimers } from '../../server/clock.ts';
import { openMemoryStorage } from '../../server/storage/memory/memory-storage.ts';
import type { AppHere } from '../support/app-here.ts';
import { startAppHere } from '../support/app-here.ts';
import { commanded, connected, createdSeminar, Device, freshId, subscribed } from '../support/device.ts';
import { contribute } from '../support/served-app.ts';
import type { SettableClock } from '../support/surroundings.ts';
import { settableClock } from '../support/surroundings.ts';

const MINUTE = 60_000;
let clock: SettableClock;
let app: AppHere;
let devices: Device[];

beforeEach(async () => {
  clock = settableClock();
  app = await startAppHere(openMemoryStorage(), { clock, timers: systemTimers });
  devices = [];
});
afterEach(async () => {
  devices.forEach((it) => it.close());
  await app.close();
});

/** A sitting started ten minutes ago by its animateur, whose console was cut off since. */
async function cutOff() {
  const { organiser, view, sittingId } = await createdSeminar(app.url);
  const links = view.ateliers[0]?.sittings[0]?.links;
  if (!links) throw new Error('no sitting');
  const [animateur, rapporteur] = [new Device(app.url), new Device(app.url)];
  devices.push(organiser, animateur, rapporteur);
  await Promise.all([animateur.openLink(links.animateur), rapporteur.openLink(links.rapporteur)]);
  const [regie, console_, notes] = [organiser.socket(), animateur.socket(), rapporteur.socket()];
  await Promise.all([regie, console_, notes].map(connected));
  const started = clock.now();
  await commanded(console_, 'animateur', { type: 'run/start', sittingId, expectedRunEvents: 0 });
  clock.advance(10 * MINUTE);
  const after = (minute: number): Instant => instant(started + minute * MINUTE);
  const step = (minute: number, given: StepAlone): StepGiven => ({ at: after(minute), step: given });
  const offered = (steps: readonly StepGiven[], commandId = freshId(), expectedRunEvents = 1) =>
    commanded(
      console_,
      'animateur',
      { type: 'run/replay', sittingId, expectedRunEvents, steps: [...steps] },
      commandId,
    );
  const run = async () =>
    (await subscribed(regie, { channel: 'sitting', sittingId, audience: 'console' })).run;
  const told = async () => (await run()).steps.map(({ type, at }) => [type, (at - started) / MINUTE]);
  return { sittingId, regie, console_, notes, after, step, offered, run, told };
}

const NEXT_AND_REST: readonly [number, StepAlone][] = [
  [2, { type: 'run/jump', itemId: 'item-two' }],
  [4, { type: 'run/suspend' }],
  [7, { type: 'run/resume' }],
];

describe('the steps of a console that was cut off', () => {
  test('[RU135] count at their own instants, whatever was said meanwhile, and once when sent twice', async () => {
    const { sittingId, regie, step, offered, run, told, after } = await cutOff();
    const said = await commanded(regie, 'organiser', contribute(sittingId, 'Pendant la coupure.'));
    expect(said).toMatchObject({ ok: true });
    const steps = NEXT_AND_REST.map(([minute, given]) => step(minute, given));
    const commandId = freshId();
    const first = await offered(steps, commandId);
    expect(first).toMatchObject({ ok: true });
    expect(await offered(steps, commandId)).toEqual(first);
    expect(await told()).toEqual([
      ['run/started', 0],
      ['run/moved', 2],
      ['run/suspended', 4],
      ['run/resumed', 7],
    ]);
    const { eventCount, suspensions, visits } = await run();
    expect(eventCount).toBe(4);
    expect(suspensions).toEqual([{ from: after(4), to: after(7), alarmId: null }]);
    expect(visits.map(({ from }) => from)).toEqual([after(0), after(2)]);
    // The room goes on from there.
    const suspended = { type: 'run/suspend', sittingId, expectedRunEvents: 4 } as const;
    expect(await commanded(regie, 'organiser', suspended)).toMatchObject({ ok: true });
    expect((await told()).at(-1)).toEqual(['run/suspended', 10]);
  });

  test('[RU135] are stale once anything else happened in the run, an undo of it included', async () => {
    const { sittingId, regie, step, offered, run, told } = await cutOff();
    await commanded(regie, 'organiser', { type: 'run/suspend', sittingId, expectedRunEvents: 1 });
    const stale = { ok: false, error: { code: 'run/stale' } };
    expect(await offered([step(2, { type: 'run/finish' })])).toEqual(stale);
    const target = (await run()).steps.at(-1)?.eventId ?? '';
    await commanded(regie, 'organiser', { type: 'run/undo', sittingId, expectedRunEvents: 2, target });
    expect(await offered([step(2, { type: 'run/finish' })])).toEqual(stale);
    expect(await told()).toEqual([['run/started', 0]]);
    // Looked at again it may be offered, but not before what happened last.
    const late = await offered([step(9, { type: 'run/finish' })], freshId(), 3);
    expect(late).toEqual({ ok: false, error: { code: 'run/impossible-instant' } });
  });

  test('[RU131] [RU135] to come, half a day old, or half refused: nothing of them is written', async () => {
    const { step, offered, told } = await cutOff();
    const impossible = { ok: false, error: { code: 'run/impossible-instant' } };
    const next = step(2, { type: 'run/next' });
    expect(await offered([next, step(10 + 1 / MINUTE, { type: 'run/suspend' })])).toEqual(impossible);
    expect(await offered([next, step(3, { type: 'run/next' })])).toEqual({
      ok: false,
      error: { code: 'run/no-next' },
    });
    expect(await told()).toEqual([['run/started', 0]]);
    clock.advance(12 * 60 * MINUTE);
    expect(await offered([next])).toEqual(impossible);
    expect(await told()).toEqual([['run/started', 0]]);
  });

  test('[RU135] are for those who run the sitting alone', async () => {
    const { sittingId, notes, step, told } = await cutOff();
    const steps = [step(2, { type: 'run/next' })];
    const replay = { type: 'run/replay', sittingId, expectedRunEvents: 1, steps } as const;
    const forbidden = { ok: false, error: { code: 'access/forbidden' } };
    expect(await commanded(notes, 'rapporteur', { ...replay, steps: [...steps] })).toEqual(forbidden);
    expect(await told()).toEqual([['run/started', 0]]);
  });
});
