/** People of a sitting on the built server: names, lists, links, rights, notes and floor. */
import { describe, expect, test } from 'vitest';
import type { Command } from '#protocol/inputs.ts';
import type { Role } from '#core/access/roles.ts';
import type { PeopleView, PersonalLink, PresentationsView, ToConfirmView } from '#protocol/people-views.ts';
import type { JoinPreview, SessionView } from '#protocol/views.ts';
import type { Device } from '../support/device.ts';
import { commanded, connected, freshId, subscribed } from '../support/device.ts';
import { contribute, servedApp, until } from '../support/served-app.ts';

const app = servedApp();

const yann = (more: object = {}) => ({
  ...{ firstName: 'Yann', lastName: 'LE GOFF', function: 'bénévole', town: 'Lorient' },
  ...{ consent: 'name-and-function', ...more },
});
const join = (device: Device, code: string, personId: string, more: object = {}) =>
  device.request('/api/join', { code, person: { personId, ...yann(), ...more } });
const codeOf = async (response: Response) =>
  [response.status, ((await response.json()) as { error: { code: string } }).error.code] as const;
const socketOf = async (device: Device) => {
  const socket = device.socket();
  await connected(socket);
  return socket;
};
const peopleOf = async (device: Device, sittingId: string) =>
  (await device.json<PeopleView>(`/api/sittings/${sittingId}/people`)).people;
const send = async (device: Device, as: Role, command: Command) => {
  const answer = await commanded(await socketOf(device), as, command);
  return answer.ok ? 'ok' : answer.error.code;
};

describe('somebody whose name is on the list', () => {
  test('is asked; the same person counts once, another of the same name counts too', async () => {
    const { organiser, sitting, sittingId } = await app.seminar();
    const [first, second, third] = [app.device(), app.device(), app.device()];
    const personId = freshId();
    expect((await join(first, sitting.code, personId)).status).toBe(200);
    const asked = await join(second, sitting.code, freshId(), { firstName: 'Le Goff', lastName: 'YANN' });
    expect(await codeOf(asked)).toEqual([409, 'join/same-name']);
    const again = freshId();
    for (let time = 0; time < 2; time += 1)
      expect((await join(second, sitting.code, again, { sameName: 'me' })).status).toBe(200);
    expect(await peopleOf(organiser, sittingId)).toMatchObject([{ personId, joined: true }]);
    expect((await join(third, sitting.code, freshId(), { sameName: 'another' })).status).toBe(200);
    expect(await peopleOf(organiser, sittingId)).toHaveLength(2);
  });

  test('comes back once the séminaire is over; nobody new does', async () => {
    const { organiser, sitting, view } = await app.seminar();
    const [first, late] = [app.device(), app.device()];
    const personId = freshId();
    await join(first, sitting.code, personId);
    const { seminarId } = view;
    await commanded(await socketOf(organiser), 'organiser', { type: 'seminar/close', seminarId });
    expect(await codeOf(await join(late, sitting.code, freshId(), { firstName: 'Maëlle' }))).toEqual([
      409,
      'seminar/closed',
    ]);
    expect((await join(first, sitting.code, personId)).status).toBe(200);
  });

  test('comes into another sitting as the same person', async () => {
    const { organiser, view, sitting, sittingId } = await app.seminar();
    const atelierId = view.ateliers[0]?.atelierId ?? '';
    const other = freshId();
    const place = { sittingId: other, room: '', start: null, label: 'soir' };
    const add: Command = { type: 'sittings/add', atelierId, sittings: [place] };
    await commanded(await socketOf(organiser), 'organiser', add);
    const links = await organiser.json<{ join: string }>(`/api/sittings/${other}/links`);
    const otherCode = links.join.split('#')[1] ?? '';
    const phone = app.device();
    const personId = freshId();
    await join(phone, sitting.code, personId);
    const preview = await phone.json<JoinPreview>('/api/join', { code: otherCode, person: null });
    expect(preview).toMatchObject({ people: [], elsewhere: [{ personId, name: 'Yann LE GOFF' }] });
    expect((await join(phone, otherCode, personId)).status).toBe(200);
    expect(await peopleOf(organiser, other)).toMatchObject([{ personId }]);
    expect(await peopleOf(organiser, sittingId)).toMatchObject([{ personId }]);
    // On the device that said the name, nobody is asked.
    expect((await join(phone, otherCode, freshId())).status).toBe(200);
  });
});

describe('the list', () => {
  test('is entered from the sign-in sheet, put right, and shown to those who run and write', async () => {
    const { organiser, sitting, sittingId } = await app.seminar();
    const [animateur, phone] = [app.device(), app.device()];
    await animateur.openLink(sitting.links.animateur);
    await phone.join(sitting.code, 'Maëlle');
    const personId = freshId();
    const path = `/api/sittings/${sittingId}/people`;
    expect((await phone.request(path, { personId, ...yann() })).status).toBe(403);
    expect((await phone.request(path)).status).toBe(403);
    for (let time = 0; time < 2; time += 1)
      expect((await animateur.request(path, { personId, ...yann() })).status).toBe(201);
    const right = yann({ lastName: 'LE GOFFIC', consent: 'none' });
    expect((await phone.request(`${path}/${personId}`, right)).status).toBe(403);
    expect((await animateur.request(`${path}/${personId}`, right)).status).toBe(200);
    expect((await animateur.request(`${path}/${freshId()}`, right)).status).toBe(404);
    const [maelle, entered] = await peopleOf(organiser, sittingId);
    expect(maelle).toMatchObject({ firstName: 'Maëlle', joined: true, connected: false });
    expect(entered).toMatchObject({ personId, lastName: 'LE GOFFIC', consent: 'none', joined: false });
    // How someone may be quoted stays theirs.
    await animateur.request(`${path}/${maelle?.personId}`, yann({ consent: 'none' }));
    expect((await peopleOf(organiser, sittingId))[0]).toMatchObject({
      lastName: 'LE GOFF',
      consent: 'name-and-function',
    });
    const socket = await socketOf(phone);
    await subscribed(socket, { channel: 'sitting', sittingId, audience: 'participant' });
    expect((await peopleOf(organiser, sittingId))[0]?.connected).toBe(true);
  });

  test('tells who conducts by name, until they are named there no more', async () => {
    const { organiser, sitting, sittingId } = await app.seminar();
    const animateur = app.device();
    await animateur.openLink(sitting.links.animateur);
    const list = () => organiser.json<PeopleView>(`/api/sittings/${sittingId}/people`);
    expect(await list()).toEqual({ people: [], appointed: [] });
    const personId = (await animateur.json<SessionView>('/api/session')).grants[0]?.personId ?? '';
    await animateur.request('/api/introduction', { personId, ...yann() });
    const appointed = [{ personId, name: 'Yann LE GOFF', role: 'animateur' }];
    const remove = (from: 'list' | 'animateur') =>
      send(organiser, 'organiser', { type: 'person/remove', sittingId, personId, from });
    expect(await remove('list')).toBe('ok');
    expect(await list()).toEqual({ people: [], appointed });
    expect(await remove('animateur')).toBe('ok');
    expect(await list()).toEqual({ people: [], appointed: [] });
    expect((await animateur.request(`/api/sittings/${sittingId}/people`)).status).toBe(200);
  });

  test('somebody taken off it has no right left on any device, and comes back only by the code', async () => {
    const { organiser, sitting, sittingId } = await app.seminar();
    const [animateur, phone, tablet] = [app.device(), app.device(), app.device()];
    await animateur.openLink(sitting.links.animateur);
    const personId = freshId();
    await join(phone, sitting.code, personId);
    const { url } = await phone.json<PersonalLink>('/api/personal-link', { sittingId, personId });
    await tablet.openLink(url);
    const sockets = await Promise.all([socketOf(phone), socketOf(tablet)]);
    for (const socket of sockets)
      await subscribed(socket, { channel: 'sitting', sittingId, audience: 'participant' });
    await send(phone, 'participant', {
      type: 'floor/ask',
      sittingId,
      askId: freshId(),
      personId: null,
      about: '',
    });
    expect(await send(phone, 'participant', { type: 'person/remove', sittingId, personId })).toBe(
      'access/forbidden',
    );
    expect(await send(animateur, 'animateur', { type: 'person/remove', sittingId, personId })).toBe('ok');
    expect(await peopleOf(organiser, sittingId)).toEqual([]);
    for (const socket of sockets) {
      const seen = await socket.emitWithAck('subscribe', {
        ...{ channel: 'sitting', sittingId, audience: 'participant', by: null },
      });
      expect(seen).toMatchObject({ error: { code: 'access/forbidden' } });
      expect(await commanded(socket, 'participant', contribute(sittingId, 'Encore'))).toMatchObject({
        ok: false,
      });
    }
    await expect(app.device().openLink(url)).rejects.toThrow('access/unknown-link');
    const state = await subscribed(await socketOf(animateur), {
      channel: 'sitting',
      sittingId,
      audience: 'console',
    });
    expect(state.floor.asks).toEqual([]);
    expect((await join(phone, sitting.code, personId)).status).toBe(403);
    const again = freshId();
    expect((await join(phone, sitting.code, again)).status).toBe(200);
    expect(await peopleOf(organiser, sittingId)).toMatchObject([{ personId: again }]);
  });

  test('a new code opens the sitting, the old one nothing, and those who came stay', async () => {
    const { organiser, sitting, sittingId } = await app.seminar();
    const [animateur, phone] = [app.device(), app.device()];
    await animateur.openLink(sitting.links.animateur);
    await phone.join(sitting.code, 'Maëlle');
    const rotate = `/api/sittings/${sittingId}/code/rotate`;
    expect((await phone.request(rotate, {})).status).toBe(403);
    const { code } = await animateur.json<{ code: string }>(rotate, {});
    expect(code).not.toBe(sitting.code);
    expect(await codeOf(await join(app.device(), sitting.code, freshId(), { firstName: 'Ana' }))).toEqual([
      404,
      'access/unknown-code',
    ]);
    expect((await join(app.device(), code, freshId(), { firstName: 'Ana' })).status).toBe(200);
    expect(await peopleOf(organiser, sittingId)).toHaveLength(2);
    expect(await commanded(await socketOf(phone), 'participant', contribute(sittingId, 'Là'))).toMatchObject({
      ok: true,
    });
  });
});

describe('a personal link', () => {
  test('opens one’s own pages and words elsewhere; the organiser prints it for those entered', async () => {
    const { organiser, sitting, sittingId } = await app.seminar();
    const [phone, other, stranger] = [app.device(), app.device(), app.device()];
    const personId = freshId();
    await join(phone, sitting.code, personId);
    await commanded(await socketOf(phone), 'participant', contribute(sittingId, 'Mes mots'));
    await stranger.join(sitting.code, 'Ana');
    const ask = { sittingId, personId };
    expect((await stranger.request('/api/personal-link', ask)).status).toBe(403);
    const { url } = await phone.json<PersonalLink>('/api/personal-link', ask);
    expect(new URL(url).pathname).toBe(`/seances/${sittingId}`);
    expect((await organiser.json<PersonalLink>('/api/personal-link', ask)).url).toBe(url);
    await other.openLink(url);
    const state = await subscribed(await socketOf(other), {
      channel: 'sitting',
      sittingId,
      audience: 'participant',
    });
    expect(state.me).toMatchObject({ role: 'participant', personId });
    expect(state.me.own).toHaveLength(1);
    expect(await peopleOf(organiser, sittingId)).toHaveLength(2);
    const [accessId = ''] = new URL(url).hash.replace('#acces=', '').split('.');
    const wrong = { accessId, secret: 'x'.repeat(32) };
    expect((await app.device().request('/api/access', wrong)).status).toBe(404);
  });
});

describe('in one’s own name and in someone’s', () => {
  test('the floor and a presentation', async () => {
    const { organiser, view, sitting, sittingId } = await app.seminar();
    const [rapporteur, phone] = [app.device(), app.device()];
    await rapporteur.openLink(sitting.links.rapporteur);
    const [personId, entered] = [freshId(), freshId()];
    await join(phone, sitting.code, personId);
    await rapporteur.request(`/api/sittings/${sittingId}/people`, {
      personId: entered,
      ...yann({ firstName: 'Ana' }),
    });
    const askFor = (who: string | null): Command => ({
      ...{ type: 'floor/ask', sittingId, askId: freshId(), personId: who, about: 'le budget' },
    });
    expect(await send(phone, 'participant', askFor(entered))).toBe('access/forbidden');
    expect(await send(phone, 'participant', askFor(personId))).toBe('ok');
    expect(await send(phone, 'participant', askFor(null))).toBe('floor/already-asked');
    expect(await send(rapporteur, 'rapporteur', askFor(entered))).toBe('ok');
    expect(await send(rapporteur, 'rapporteur', askFor(freshId()))).toBe('person/unknown');
    const write = (who: string, text: string): Command => ({
      ...{ type: 'presentation/write', sittingId, personId: who, quotation: '', text },
    });
    const agree = (who: string): Command => ({
      type: 'presentation/agree',
      sittingId,
      personId: who,
    });
    expect(await send(phone, 'participant', write(entered, 'Non'))).toBe('access/forbidden');
    expect(await send(phone, 'participant', agree(entered))).toBe('access/forbidden');
    expect(await send(rapporteur, 'rapporteur', write(personId, 'Vingt ans d’accueil.'))).toBe('ok');
    expect(await send(rapporteur, 'rapporteur', write(entered, 'À la mairie.'))).toBe('ok');
    expect(await send(rapporteur, 'rapporteur', agree(entered))).toBe('access/forbidden');
    const toConfirm = () => organiser.json<ToConfirmView>(`/api/seminars/${view.seminarId}/to-confirm`);
    expect((await toConfirm()).people).toMatchObject([
      { personId, name: 'Yann LE GOFF', words: [{ contributionId: null, text: 'Vingt ans d’accueil.' }] },
      { personId: entered },
    ]);
    expect((await peopleOf(rapporteur, sittingId)).map((it) => it.toConfirm)).toEqual([1, 1]);
    expect(await send(phone, 'participant', agree(personId))).toBe('ok');
    const onPaper = { type: 'presentation/agree-on-paper', sittingId, personId: entered } as const;
    expect(await send(rapporteur, 'rapporteur', onPaper)).toBe('access/forbidden');
    expect(await send(organiser, 'organiser', onPaper)).toBe('ok');
    expect((await toConfirm()).people).toEqual([]);
    const shown = await rapporteur.json<PresentationsView>(`/api/sittings/${sittingId}/presentations`);
    expect(shown.presentations.map(({ name, agreed }) => [name, agreed])).toEqual([
      ['Yann LE GOFF', true],
      ['Ana LE GOFF', true],
    ]);
    expect(await phone.request(`/api/sittings/${sittingId}/presentations`)).toMatchObject({ status: 403 });
    expect(await organiser.json(`/api/sittings/${sittingId}/taken-over`)).toEqual({ contributionIds: [] });
  });
});

describe('the notes', () => {
  test('closed to participants, one who writes reads at once, and writes again once they are open', async () => {
    const { organiser, sitting, sittingId } = await app.seminar();
    const phone = app.device();
    await phone.join(sitting.code, 'Maëlle');
    const name = `notes.${sittingId}.1`;
    const [theirs, seen] = [phone.text(name), organiser.text(name)];
    const words = (doc: typeof theirs.doc) => doc.getMap('probe').get('said');
    await until(() => theirs.provider.synced && seen.provider.synced);
    theirs.doc.getMap('probe').set('said', 'un');
    await until(() => words(seen.doc) === 'un');
    expect(await send(phone, 'participant', { type: 'notes/close', sittingId })).toBe('access/forbidden');
    expect(await send(organiser, 'organiser', { type: 'notes/close', sittingId })).toBe('ok');
    theirs.doc.getMap('probe').set('said', 'deux');
    // What the organiser writes after it arrives, what the participant wrote does not.
    seen.doc.getMap('probe').set('more', 'trois');
    await until(() => theirs.doc.getMap('probe').get('more') === 'trois');
    expect(words(seen.doc)).toBe('un');
    expect(await send(organiser, 'organiser', { type: 'notes/open', sittingId })).toBe('ok');
    const again = phone.text(name);
    await until(() => again.provider.synced);
    again.doc.getMap('probe').set('said', 'quatre');
    await until(() => words(seen.doc) === 'quatre');
  });
});
