/** Agendas, the programme and the balance of the day as files, from the built server, for those who may have them. */
import { describe, expect, test } from 'vitest';
import { readCalendar } from '#core/agenda/export/icalendar.test-support.ts';
import { parsedCsv } from '#core/agenda/export/csv.test-support.ts';
import { parseAgenda } from '#core/agenda/parse-agenda.ts';
import { AGENDA_ITEM_KINDS, agendaItem } from '#core/agenda/plan.ts';
import type { SittingBalance } from '#core/agenda/balance.ts';
import { instant, minutes } from '#core/time/instant.ts';
import type { ActesView } from '#protocol/actes-views.ts';
import type { Command } from '#protocol/inputs.ts';
import type { SeminarView } from '#protocol/views.ts';
import { commanded, connected, freshId } from '../support/device.ts';
import type { Device } from '../support/device.ts';
import { flat, pagesOf } from '../support/pdf-text.ts';
import { DESCRIPTION } from '../support/seminar-desk.ts';
import { servedApp } from '../support/served-app.ts';

const app = servedApp();
const TEN = instant(Date.UTC(2026, 10, 26, 9));

const items = AGENDA_ITEM_KINDS.map((kind, index) =>
  agendaItem({
    id: freshId(),
    title: `Point ${index + 1} : *étoile* & <suite>`,
    kind,
    plannedMinutes: minutes(15 + index),
    protected: kind === 'synthesis',
    questions: [{ id: freshId(), text: 'Qui vient ?' }],
    animateurNotes: kind === 'vote' ? '=SECRET(1)' : '',
  }),
);

/** The rows of a CSV file; `text()` would take its byte order mark away. */
const rowsOf = async (response: Response): Promise<string[][]> =>
  parsedCsv(Buffer.from(await response.arrayBuffer()).toString('utf8'), ';');

/** An organiser of one atelier held twice, the first with a start; everybody's devices. */
async function prepared(language: 'fr' | 'en' = 'fr') {
  const organiser = app.device();
  const seminarId = freshId();
  const atelierId = freshId();
  const [sittingId, otherId] = [freshId(), freshId()];
  const description = { ...DESCRIPTION, title: 'Journée d’été', language };
  const atelier = { atelierId, sittingId, title: 'Accueillir', room: 'Ouessant', start: TEN, items };
  const created = await organiser.request('/api/seminars', { seminarId, description, atelier });
  if (created.status !== 201) throw new Error(await created.text());
  const socket = organiser.socket();
  await connected(socket);
  const command = async (wanted: Command): Promise<void> => {
    const answer = await commanded(socket, 'organiser', wanted);
    if (!answer.ok) throw new Error(answer.error.code);
  };
  const sitting = { sittingId: otherId, room: 'Molène', start: null, label: 'groupe 2' };
  await command({ type: 'sittings/add', atelierId, sittings: [sitting] });
  const view = await organiser.json<SeminarView>(`/api/seminars/${seminarId}`);
  const [first, second] = view.ateliers[0]?.sittings ?? [];
  if (!first || !second) throw new Error('no sittings');
  const byLink = async (link: string): Promise<Device> => {
    const device = app.device();
    await device.openLink(link);
    return device;
  };
  const participant = app.device();
  await participant.join(first.code, 'Yann');
  return {
    organiser,
    command,
    seminarId,
    atelierId,
    sittingId,
    otherId,
    animateur: await byLink(first.links.animateur),
    otherAnimateur: await byLink(second.links.animateur),
    rapporteur: await byLink(first.links.rapporteur),
    screen: await byLink(first.links.screen),
    participant,
  };
}

describe('an agenda as a file', () => {
  test.each(['fr', 'en'] as const)('as Markdown in %s it is read back by the import', async (language) => {
    const { animateur, atelierId, sittingId } = await prepared(language);
    for (const path of [`/api/ateliers/${atelierId}/agenda.md`, `/api/sittings/${sittingId}/agenda.md`]) {
      const response = await animateur.request(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
      expect(response.headers.get('content-disposition')).toBe('attachment; filename="agenda-accueillir.md"');
      const agenda = parseAgenda(await response.text());
      expect(agenda).toMatchObject({ title: 'Accueillir', theme: 'Aller vers', date: '2026-11-26' });
      expect(agenda.items.map(({ title, kind, minutes: length }) => [title, kind, length])).toEqual(
        items.map(({ title, kind, plannedMinutes }) => [title, kind, plannedMinutes]),
      );
      expect(agenda.items.map(({ questions }) => questions)).toEqual(items.map(() => ['Qui vient ?']));
    }
  });

  test('as CSV it is a table, times laid from the sitting’s start', async () => {
    const { participant, sittingId } = await prepared();
    const response = await participant.request(`/api/sittings/${sittingId}/agenda.csv`);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const rows = await rowsOf(response);
    expect(rows).toHaveLength(1 + items.length);
    expect(rows[1]?.slice(2, 6)).toEqual(['échange', '15', '10:00', '10:15']);
    expect(rows[2]?.slice(4, 6)).toEqual(['10:15', '10:31']);
  });

  test('as a calendar it is one appointment, or one a point, and refused without a start', async () => {
    const { organiser, atelierId, sittingId, otherId } = await prepared();
    const calendar = async (path: string) =>
      readCalendar(await (await organiser.request(path)).text()).events.map((event) => event.get('UID'));
    expect(await calendar(`/api/sittings/${sittingId}/agenda.ics`)).toEqual([`${sittingId}@pleniere`]);
    expect(await calendar(`/api/ateliers/${atelierId}/agenda.ics`)).toEqual([`${sittingId}@pleniere`]);
    expect(await calendar(`/api/sittings/${sittingId}/agenda.ics?points=1`)).toEqual(
      items.map(({ id }) => `${sittingId}-${id}@pleniere`),
    );
    const refused = await organiser.request(`/api/sittings/${otherId}/agenda.ics`);
    expect([refused.status, await refused.json()]).toMatchObject([
      409,
      { error: { code: 'agenda/no-start' } },
    ]);
  });

  test('the animateur’s notes are for those who run the sitting, when they ask', async () => {
    const made = await prepared();
    const of = (device: Device, query: string) =>
      device.request(`/api/sittings/${made.sittingId}/agenda.md${query}`);
    for (const device of [made.organiser, made.animateur]) {
      expect(await (await of(device, '')).text()).not.toContain('SECRET');
      expect(await (await of(device, '?notes=1')).text()).toContain('SECRET');
    }
    for (const device of [made.otherAnimateur, made.rapporteur, made.participant]) {
      expect(await (await of(device, '')).text()).not.toContain('SECRET');
      expect((await of(device, '?notes=1')).status).toBe(403);
    }
    const csv = await made.animateur.request(`/api/ateliers/${made.atelierId}/agenda.csv?notes=1`);
    expect((await rowsOf(csv)).map((row) => row.at(-1))).toContain("'=SECRET(1)");
  });

  test('it is for those who see it live: not for strangers, other rooms’ participants, or projectors', async () => {
    const made = await prepared();
    const stranger = await prepared();
    const status = async (device: Device, path: string) => (await device.request(path)).status;
    const own = `/api/sittings/${made.sittingId}/agenda.md`;
    const other = `/api/sittings/${made.otherId}/agenda.md`;
    expect(await status(app.device(), own)).toBe(401);
    expect(await status(stranger.organiser, own)).toBe(403);
    expect(await status(made.screen, own)).toBe(403);
    expect(await status(made.participant, own)).toBe(200);
    expect(await status(made.participant, other)).toBe(403);
    expect(await status(made.otherAnimateur, own)).toBe(200);
    expect(await status(made.rapporteur, other)).toBe(200);
    expect(await status(made.organiser, `/api/sittings/${freshId()}/agenda.md`)).toBe(404);
    expect(await status(made.organiser, `/api/ateliers/${freshId()}/agenda.md`)).toBe(404);
    expect(await status(made.organiser, `/api/sittings/${made.sittingId}/agenda.exe`)).toBe(404);
  });
});

describe('the programme as a calendar', () => {
  test('holds the shared times, and the sittings one may see', async () => {
    const made = await prepared();
    const path = `/api/seminars/${made.seminarId}/programme.ics`;
    const time = { kind: 'welcome', title: 'Accueil café', place: 'Hall', atelierId: null } as const;
    const id = freshId();
    await made.command({
      type: 'programme/revise',
      seminarId: made.seminarId,
      expectedRevision: 0,
      times: [{ ...time, id, start: instant(TEN - 3_600_000), end: TEN }],
      speakers: { [id]: 'La présidente' },
    });
    const seen = async (device: Device) =>
      readCalendar(await (await device.request(path)).text()).events.map((event) => event.get('SUMMARY'));
    expect(await seen(made.organiser)).toEqual(['Accueil café', 'Accueillir']);
    expect(await seen(made.participant)).toEqual(['Accueil café', 'Accueillir']);
    await made.command({
      type: 'sitting/place',
      sittingId: made.otherId,
      room: 'Molène',
      start: TEN,
      label: 'groupe 2',
    });
    expect(await seen(made.animateur)).toEqual(['Accueil café', 'Accueillir', 'Accueillir – groupe 2']);
    expect(await seen(made.participant)).toEqual(['Accueil café', 'Accueillir']);
    expect((await made.screen.request(path)).status).toBe(403);
    expect((await made.organiser.request(path)).headers.get('content-disposition')).toBe(
      'attachment; filename="programme-journee-d-ete.ics"',
    );
  });

  test('without a time there is none', async () => {
    const made = await prepared();
    await made.command({
      type: 'sitting/place',
      sittingId: made.sittingId,
      room: '',
      start: null,
      label: '',
    });
    const response = await made.organiser.request(`/api/seminars/${made.seminarId}/programme.ics`);
    expect(response.status).toBe(409);
  });
});

describe('the balance of the day', () => {
  test('is the organiser’s, as a table, as data, and in the actes when asked for', async () => {
    const made = await prepared();
    const { sittingId, seminarId } = made;
    const of = (device: Device, file: string) => device.request(`/api/seminars/${seminarId}/${file}`);
    const [first, second] = items;
    if (!first || !second) throw new Error('no items');
    await made.command({ type: 'run/start', sittingId, expectedRunEvents: 0, rehearsal: true });
    await made.command({ type: 'run/archive', sittingId, expectedRunEvents: 1 });
    await made.command({ type: 'run/start', sittingId, expectedRunEvents: 2 });
    await made.command({ type: 'run/next', sittingId, expectedRunEvents: 3 });
    await made.command({ type: 'run/finish', sittingId, expectedRunEvents: 4 });

    const csv = await of(made.organiser, 'balance.csv');
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="bilan-journee-d-ete.csv"');
    const rows = await rowsOf(csv);
    expect(rows).toHaveLength(1 + items.length + 1);
    expect(rows[1]?.slice(0, 4)).toEqual(['1', 'Accueillir', '', 'Ouessant']);
    expect(rows[1]?.slice(5, 9)).toEqual(['tenu', first.title, '15', '0']);
    const withRehearsal = await of(made.organiser, 'balance.csv?rehearsals=1');
    expect(await rowsOf(withRehearsal)).toHaveLength(1 + 2 * (items.length + 1));

    const { sittings } = (await (await of(made.organiser, 'balance.json')).json()) as {
      sittings: SittingBalance[];
    };
    expect(sittings.map((it) => [it.sittingId, it.runs.length])).toEqual([
      [sittingId, 1],
      [made.otherId, 0],
    ]);
    expect(sittings[0]?.runs[0]?.rows.map(({ planned }) => planned)).toEqual(
      items.map(({ plannedMinutes }) => plannedMinutes),
    );

    const title = 'temps prévus et temps réels';
    expect(await (await of(made.organiser, 'actes.md')).text()).not.toContain('temps réels');
    const { revision, composition } = (await (await of(made.organiser, 'actes')).json()) as ActesView;
    const parts = composition.parts.map((part) =>
      part.kind === 'times' ? { ...part, included: true } : part,
    );
    const compose = { commandId: 'include-the-times', expectedRevision: revision };
    const composed = await made.organiser.request(`/api/seminars/${seminarId}/actes/composition`, {
      ...compose,
      composition: { ...composition, parts },
    });
    expect(composed.status).toBe(200);
    const markdown = await (await of(made.organiser, 'actes.md')).text();
    expect(markdown).toMatch(/^## Annexe\s: temps prévus et temps réels$/mu);
    expect(markdown).toMatch(/^\| Total \| /mu);
    const pdf = await of(made.organiser, 'actes.pdf');
    expect(pdf.status).toBe(200);
    const pages = await pagesOf(new Uint8Array(await pdf.arrayBuffer()));
    expect(flat(pages.join('\n'))).toContain(flat(title));

    for (const file of ['balance.csv', 'balance.json'])
      for (const device of [made.animateur, made.rapporteur, made.participant, made.screen])
        expect((await of(device, file)).status).toBe(403);
  });
});
