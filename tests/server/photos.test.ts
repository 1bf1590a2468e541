/** Photos of the paperboard on the built server: taken in without metadata, shown to the room, gone when removed. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Role } from '#core/access/roles.ts';
import { PHOTO_LIMITS } from '#core/photos/photo.ts';
import type { Command } from '#protocol/inputs.ts';
import type { Device } from '../support/device.ts';
import { commanded, connected, freshId, subscribed } from '../support/device.ts';
import { JPEG, jpegWithMetadata, PNG, TELL_TALE } from '#core/photos/images.test-support.ts';
import { servedApp } from '../support/served-app.ts';

const app = servedApp();

type Said = { photoId?: string; itemId?: string; questionId?: string; description?: string };
const upload = (device: Device, sittingId: string, said: Said, bytes: Uint8Array, type = 'image/jpeg') => {
  const about = new URLSearchParams({ photoId: freshId(), description: 'Trois colonnes', ...said });
  return fetch(`${device.url}/api/sittings/${sittingId}/photos?${about}`, {
    method: 'POST',
    headers: { cookie: device.cookie, origin: device.url, 'content-type': type },
    body: Buffer.from(bytes),
  });
};
const send = async (device: Device, as: Role, command: Command) => {
  const socket = device.socket();
  await connected(socket);
  const answer = await commanded(socket, as, command);
  return answer.ok ? 'ok' : answer.error.code;
};
const kept = (seminarId: string) => readdir(join(app.dataDir(), 'attachments', seminarId));
const keptCount = async (seminarId: string, count: number): Promise<void> => {
  while ((await kept(seminarId)).length !== count) await new Promise((resolve) => setImmediate(resolve));
};

test('a photo joins its point without what the camera wrote, and goes with its file', async () => {
  const { organiser, view, sitting, sittingId } = await app.seminar();
  const { seminarId } = view;
  const [rapporteur, phone, screen] = [app.device(), app.device(), app.device()];
  await rapporteur.openLink(sitting.links.rapporteur);
  await screen.openLink(sitting.links.screen);
  await phone.join(sitting.code, 'Maëlle');
  const photoId = freshId();
  const said = { photoId, itemId: 'item-one', questionId: 'unknown-question' };
  const told = jpegWithMetadata();
  expect(Buffer.from(told).includes(TELL_TALE)).toBe(true);
  for (let time = 0; time < 2; time += 1)
    expect((await upload(rapporteur, sittingId, said, told)).status).toBe(201);

  const socket = phone.socket();
  await connected(socket);
  const state = await subscribed(socket, { channel: 'sitting', sittingId, audience: 'participant' });
  expect(state.photos).toMatchObject([
    { id: photoId, itemId: 'item-one', questionId: null, width: 8, height: 6, description: 'Trois colonnes' },
  ]);
  const path = state.photos[0]?.path ?? '';
  const shown = await phone.request(path);
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'",
    'cache-control': 'private, max-age=86400',
  });
  expect(Buffer.from(await shown.arrayBuffer()).equals(JPEG)).toBe(true);
  expect((await screen.request(path)).status).toBe(403);
  expect((await app.device().request(path)).status).toBe(401);
  expect((await phone.request(`${path}0`)).status).toBe(404);

  // The same picture twice is one file, which stays as long as one of the two.
  const twin = freshId();
  expect((await upload(rapporteur, sittingId, { photoId: twin }, JPEG)).status).toBe(201);
  expect((await upload(rapporteur, sittingId, {}, PNG, 'image/png')).status).toBe(201);
  expect(await kept(seminarId)).toHaveLength(2);
  expect(await send(phone, 'participant', { type: 'photo/remove', sittingId, photoId })).toBe(
    'access/forbidden',
  );
  expect(await send(rapporteur, 'rapporteur', { type: 'photo/remove', sittingId, photoId })).toBe('ok');
  expect(
    await send(rapporteur, 'rapporteur', { type: 'photo/include', sittingId, photoId: twin, included: true }),
  ).toBe('access/forbidden');
  expect(
    await send(organiser, 'organiser', { type: 'photo/include', sittingId, photoId: twin, included: true }),
  ).toBe('ok');
  expect(await kept(seminarId)).toHaveLength(2);
  expect(await send(organiser, 'organiser', { type: 'photo/remove', sittingId, photoId: twin })).toBe('ok');
  await keptCount(seminarId, 1);
});

test('what is no photo, too large, without a description or from someone else is refused and not kept', async () => {
  const { view, sitting, sittingId } = await app.seminar();
  const [rapporteur, phone] = [app.device(), app.device()];
  await rapporteur.openLink(sitting.links.rapporteur);
  await phone.join(sitting.code, 'Maëlle');
  const status = async (...[device, said, bytes, type]: [Device, Said, Uint8Array, string?]) =>
    (await upload(device, sittingId, said, bytes, type)).status;
  const page = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
  expect(await status(phone, {}, JPEG)).toBe(403);
  expect(await status(app.device(), {}, JPEG)).toBe(401);
  expect(await status(rapporteur, { description: '  ' }, JPEG)).toBe(400);
  expect(await status(rapporteur, { photoId: '../escape' }, JPEG)).toBe(400);
  expect(await status(rapporteur, {}, page)).toBe(415);
  expect(await status(rapporteur, {}, page, 'image/svg+xml')).toBe(400);
  expect(await status(rapporteur, {}, JPEG, 'image/png')).toBe(415);
  expect(await status(rapporteur, {}, new Uint8Array(PHOTO_LIMITS.bytes + 1))).toBe(413);
  await expect(kept(view.seminarId)).rejects.toThrow('ENOENT');
});

test('a sitting has so many, and what is one too many leaves no file', async () => {
  const { view, sitting, sittingId } = await app.seminar();
  const rapporteur = app.device();
  await rapporteur.openLink(sitting.links.rapporteur);
  for (let index = 0; index < PHOTO_LIMITS.perSitting; index += 1)
    expect((await upload(rapporteur, sittingId, {}, JPEG)).status).toBe(201);
  expect((await upload(rapporteur, sittingId, {}, PNG, 'image/png')).status).toBe(409);
  expect(await kept(view.seminarId)).toHaveLength(1);
});
