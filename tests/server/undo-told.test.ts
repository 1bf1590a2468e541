/** Who took back what: told to consoles, and to nobody else. */
import { expect, test } from 'vitest';
import { commanded, connected, subscribed } from '../support/device.ts';
import { servedApp } from '../support/served-app.ts';

const app = servedApp();

test('an undo is told with what it took back, by whom and when, until the next step', async () => {
  const { organiser, sitting, sittingId } = await app.seminar();
  const animateur = app.device();
  await animateur.openLink(sitting.links.animateur);
  const [regie, console_] = [organiser.socket(), animateur.socket()];
  await Promise.all([connected(regie), connected(console_)]);
  const seen = async () =>
    (await subscribed(console_, { channel: 'sitting', sittingId, audience: 'console' })).run;
  await commanded(console_, 'animateur', { type: 'run/start', sittingId, expectedRunEvents: 0 });
  await commanded(console_, 'animateur', { type: 'run/next', sittingId, expectedRunEvents: 1 });
  const moved = (await seen()).steps.at(-1);
  expect((await seen()).undone).toBeNull();

  await commanded(regie, 'organiser', {
    type: 'run/undo',
    sittingId,
    expectedRunEvents: 2,
    target: moved?.eventId ?? '',
  });
  const { undone, steps } = await seen();
  expect(undone).toMatchObject({
    step: { eventId: moved?.eventId, type: 'run/moved' },
    by: 'l’organisation',
  });
  expect(undone?.at).toBeGreaterThanOrEqual(moved?.at ?? Number.NaN);
  expect(steps.map(({ type }) => type)).toEqual(['run/started']);
  const onScreen = await subscribed(console_, { channel: 'sitting', sittingId, audience: 'participant' });
  expect(onScreen.run.undone).toBeNull();

  await commanded(console_, 'animateur', { type: 'run/suspend', sittingId, expectedRunEvents: 3 });
  expect((await seen()).undone).toBeNull();
});
