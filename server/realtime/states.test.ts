import { describe, expect, test } from 'vitest';
import type { Actor } from '#core/access/roles.ts';
import { instant } from '#core/time/instant.ts';
import { item } from '../../tests/support/seminar-desk.ts';
import type { SeminarCommand } from '../seminars/commands.ts';
import { CONSOLE, contribute, PARTICIPANT, REGIE, room, SCREEN, start } from './room.test-support.ts';

describe('first states', () => {
  test('stay under 32 KB with 500 long contributions, and page without loss', async () => {
    const { desk, states, yann } = await room();
    const long = 'Une permanence tenue le jour de paie, dans le hall, par deux bénévoles. '.repeat(20);
    for (let index = 0; index < 500; index += 1) {
      const command = { ...contribute(`contribution-${index}`), text: long } as SeminarCommand;
      await desk.commands.execute(
        { actor: yann, as: 'participant' },
        `command-long-${String(index).padStart(8, '0')}`,
        command,
      );
    }
    const state = await states.sittingState(yann, 'sitting-1', 'participant', 'http://localhost:3000');
    if (typeof state === 'string') throw new Error(state);
    expect(Buffer.byteLength(JSON.stringify(state))).toBeLessThan(32 * 1024);
    expect(state.me.own).toHaveLength(state.contributions.length);
    expect(state.contributionsCount).toBe(500);
    const seen = new Set(state.contributions.map(({ id }) => id));
    for (let before = state.olderBefore; before !== null;) {
      const page = await states.page(yann, 'sitting-1', before);
      if (typeof page === 'string') throw new Error(page);
      page.own.forEach((id) => seen.add(id));
      before = page.olderBefore;
    }
    expect(seen.size).toBe(500);
    expect(await states.page(await desk.byLink('screen'), 'sitting-1', 500)).toBe('forbidden');
  });

  test('stay under 32 KB after a day of steps, of which the newest are sent', async () => {
    const { desk, states, actor, send } = await room();
    await send(actor, 'organiser', start);
    for (let events = 1; events <= 300; events += 1) {
      const extend = { type: 'run/extend', sittingId: 'sitting-1', expectedRunEvents: events } as const;
      await send(actor, 'organiser', { ...extend, minutes: events % 2 === 0 ? 1 : -1 });
    }
    const state = await states.sittingState(actor, 'sitting-1', 'console', '');
    if (typeof state === 'string') throw new Error(state);
    expect(Buffer.byteLength(JSON.stringify(state))).toBeLessThan(32 * 1024);
    expect(state.run.eventCount).toBe(301);
    expect(state.run.steps).toHaveLength(60);
    const last = (await desk.streams.sitting('sitting-1')).state?.runEvents.at(-1)?.id;
    expect(state.run.steps.at(-1)?.eventId).toBe(last);
    const regie = await states.seminarState(actor, 'seminar-1');
    if (typeof regie === 'string') throw new Error(regie);
    expect(regie.rows[0]?.run.steps.map(({ eventId }) => eventId)).toEqual([last]);
  });

  test('stay under 32 KB with a programme of 80 times, whose speakers the régie alone is told', async () => {
    const { states, actor, yann, send, settle, to } = await room();
    const times = Array.from({ length: 80 }, (_, index) => ({
      ...{ id: `shared-time-${index}`, kind: 'plenary' as const, atelierId: null },
      title: 'Plénière : restitution des ateliers du matin, échanges avec la salle',
      place: 'Amphithéâtre Simone Veil, bâtiment des assemblées',
      start: instant(1_795_000_000_000 + index * 3_600_000),
      end: instant(1_795_000_000_000 + index * 3_600_000 + 1_800_000),
    }));
    const speaker = 'Maëlle CARADEC, vice-présidente de l’union départementale des centres sociaux';
    const speakers = Object.fromEntries(times.map(({ id }) => [id, speaker]));
    const revise = { type: 'programme/revise', seminarId: 'seminar-1', expectedRevision: 0 } as const;
    await send(actor, 'organiser', { ...revise, times, speakers });
    await settle();
    for (const [by, audience, listeners] of [
      [actor, 'console', CONSOLE],
      [yann, 'participant', PARTICIPANT],
    ] as const) {
      const state = JSON.stringify(await states.sittingState(by, 'sitting-1', audience, ''));
      expect(Buffer.byteLength(state)).toBeLessThan(32 * 1024);
      expect(state + JSON.stringify(to(listeners))).not.toContain('CARADEC');
    }
    expect(JSON.stringify(await states.seminarState(actor, 'seminar-1'))).toContain('CARADEC');
    expect(JSON.stringify(to(REGIE))).toContain('CARADEC');
  });

  test('stay under 32 KB with a plan three times as long as people write them', async () => {
    const { desk, states, actor, yann } = await room();
    const question = 'Comment vos partenariats sont-ils organisés, écrits, suivis et relus ? '.repeat(3);
    const items = Array.from({ length: 15 }, (_, index) => ({
      ...item(`item-long-${index}`, 30, [question, question, question]),
      context: [question, question],
    }));
    const revise = { type: 'plan/revise', atelierId: 'atelier-1', expectedRevision: 1, items } as const;
    await desk.commands.execute({ actor, as: 'organiser' }, 'command-plan-00000001', revise);
    for (let index = 0; index < 60; index += 1) {
      const command = { ...contribute(`contribution-${index}`), text: question.repeat(4) } as SeminarCommand;
      const commandId = `command-many-${String(index).padStart(8, '0')}`;
      await desk.commands.execute({ actor: yann, as: 'participant' }, commandId, command);
    }
    for (const [by, audience] of [
      [actor, 'console'],
      [yann, 'participant'],
    ] as const) {
      const state = await states.sittingState(by, 'sitting-1', audience, 'http://localhost:3000');
      if (typeof state === 'string') throw new Error(state);
      expect(Buffer.byteLength(JSON.stringify(state))).toBeLessThan(32 * 1024);
      expect(state.contributions.length).toBeGreaterThan(0);
    }
    const regie = await states.seminarState(actor, 'seminar-1');
    if (typeof regie === 'string') throw new Error(regie);
    expect(JSON.stringify(regie)).not.toContain('partenariats');
  });

  test('each audience gets what it may see', async () => {
    const { desk, states, actor, yann, send } = await room();
    await send(yann, 'participant', contribute('contribution-1'));
    const screen = await desk.byLink('screen');
    const onScreen = await states.sittingState(screen, 'sitting-1', 'screen', 'http://pleniere.example');
    expect(onScreen).toMatchObject({
      contributions: [],
      contributionsCount: 0,
      documents: {},
      join: { address: 'pleniere.example' },
    });
    const onPhone = await states.sittingState(yann, 'sitting-1', 'participant', '');
    expect(onPhone).toMatchObject({ join: null, documents: { notes: 'notes.sitting-1.1' } });
    expect(onPhone).not.toHaveProperty('documents.synthesis');
    const onConsole = await states.sittingState(actor, 'sitting-1', 'console', '');
    expect(onConsole).toMatchObject({
      documents: { notes: 'notes.sitting-1.1', synthesis: 'synthesis.atelier-1.1' },
    });
    expect(await states.sittingState(yann, 'sitting-1', 'console', '')).toBe('forbidden');
    expect(await states.sittingState({ grants: [] }, 'sitting-1', 'participant', '')).toBe('forbidden');
    expect(await states.sittingState(actor, 'sitting-nowhere', 'console', '')).toBe('unknown');
    expect(await states.seminarState(yann, 'seminar-1')).toBe('forbidden');
  });

  test('how someone agreed to be quoted is what the others see of them', async () => {
    const { desk, states, yann, send } = await room();
    await send(yann, 'participant', contribute('contribution-1'));
    const personId = yann.grants[0]?.personId ?? '';
    const person = await desk.people.find(personId);
    if (!person) throw new Error('nobody');
    const seen = async () => {
      const state = await states.sittingState(yann, 'sitting-1', 'participant', '');
      return typeof state === 'string' ? null : state.contributions[0]?.attribution;
    };
    expect(await seen()).toEqual({ name: 'Yann LE GOFF', function: 'bénévole', town: 'Lorient' });
    await desk.people.save({ ...person, consent: 'function' });
    expect(await seen()).toEqual({ name: null, function: 'bénévole', town: 'Lorient' });
    await desk.people.save({ ...person, consent: 'none' });
    expect(await seen()).toEqual({ name: null, function: null, town: null });
  });
});

describe('the live agenda, to each audience', () => {
  const speak = { type: 'message/send', seminarId: 'seminar-1', messageId: 'message-1' } as const;
  const to1 = { sittingIds: ['sitting-1'], text: 'Le déjeuner est avancé.' };

  test('notes for the animateur and the context stay with those who run and write', async () => {
    const { desk, states, actor, yann, send } = await room();
    const items = [
      { ...item('item-one', 30, ['Qui ?']), animateurNotes: 'Parler lentement.', context: ['Fond.'] },
    ];
    await send(actor, 'organiser', {
      type: 'plan/revise',
      atelierId: 'atelier-1',
      expectedRevision: 1,
      items,
    });
    const screen = await desk.byLink('screen');
    const seen = async (by: Actor, audience: 'console' | 'participant' | 'screen') =>
      JSON.stringify(await states.sittingState(by, 'sitting-1', audience, ''));
    expect(await seen(actor, 'console')).toContain('Parler lentement.');
    for (const state of [await seen(yann, 'participant'), await seen(screen, 'screen')]) {
      expect(state).not.toContain('Parler lentement.');
      expect(state).not.toContain('Fond.');
      expect(state).toContain('Qui ?');
    }
    expect(JSON.stringify(await states.seminarState(actor, 'seminar-1'))).not.toContain('Parler lentement.');
  });

  test('a message is of the moment on screens and phones, and where ticked only; consoles keep it', async () => {
    const { desk, states, actor, yann, send } = await room();
    await send(actor, 'organiser', { ...speak, ...to1, screens: true, phones: false });
    const screen = await desk.byLink('screen');
    const shown = async (by: Actor, audience: 'console' | 'participant' | 'screen') => {
      const state = await states.sittingState(by, 'sitting-1', audience, '');
      return typeof state === 'string' ? state : state.messages.map(({ text }) => text);
    };
    const all = () =>
      Promise.all([shown(actor, 'console'), shown(screen, 'screen'), shown(yann, 'participant')]);
    expect(await all()).toEqual([[to1.text], [to1.text], []]);
    desk.clock.advance(10 * 60_000 + 1);
    expect(await all()).toEqual([[to1.text], [], []]);
    await send(actor, 'organiser', {
      type: 'message/withdraw',
      seminarId: 'seminar-1',
      messageId: 'message-1',
    });
    expect(await all()).toEqual([[], [], []]);
    const regie = await states.seminarState(actor, 'seminar-1');
    expect(regie).toMatchObject({ messages: [{ text: to1.text, withdrawn: true }] });
  });

  test('a message and a programme leave at once, a call for help to consoles and the régie only', async () => {
    const { desk, actor, send, timers, settle, to, forget } = await room();
    const ines = await desk.byLink('animateur');
    timers.runAll();
    await settle();
    const types = (name: string) => to(name).flatMap(({ frame }) => frame.changes.map(({ type }) => type));
    const everywhere = () => [CONSOLE, PARTICIPANT, SCREEN, REGIE].map(types);
    forget();
    await send(ines, 'animateur', {
      ...{ type: 'help/call', sittingId: 'sitting-1', helpId: 'help-001', need: 'help', minutes: null },
    });
    await settle();
    expect(everywhere()).toEqual([['help'], [], [], ['row']]);
    forget();
    await send(actor, 'organiser', { type: 'seminar/set-warnings', seminarId: 'seminar-1', minutes: [2] });
    await settle();
    expect(everywhere().map(([first]) => first)).toEqual(['shared', 'shared', 'shared', 'shared']);
  });

  test('one of several sittings says which; one that is taken away leaves the régie', async () => {
    const { states, actor, send, settle, to, forget } = await room();
    const added = { sittingId: 'sitting-2', room: '', start: null, label: '' };
    await send(actor, 'organiser', { type: 'sittings/add', atelierId: 'atelier-1', sittings: [added] });
    const labels = async () => {
      const state = await states.seminarState(actor, 'seminar-1');
      return typeof state === 'string' ? [] : state.rows.map(({ head }) => head.label);
    };
    expect(await labels()).toEqual(['groupe 1', 'groupe 2']);
    await settle();
    forget();
    await send(actor, 'organiser', { type: 'sitting/remove', sittingId: 'sitting-2' });
    await settle();
    expect(await labels()).toEqual(['']);
    expect(to(REGIE).flatMap(({ frame }) => frame.changes)).toMatchObject([
      { type: 'row-gone', sittingId: 'sitting-2' },
      { type: 'row', row: { head: { sittingId: 'sitting-1', label: '' } } },
    ]);
  });

  test('a sitting that leaves its atelier’s plan tells its own pages, and no other', async () => {
    const { actor, send, settle, to, forget } = await room();
    const items = [item('item-one', 20)];
    const own = { type: 'sitting/revise-plan', sittingId: 'sitting-1', expectedRevision: 1, items } as const;
    await send(actor, 'organiser', own);
    await settle();
    expect(to(SCREEN).flatMap(({ frame }) => frame.changes)).toMatchObject([
      { type: 'plan', plan: { revision: 2 } },
      { type: 'own-plan', ownPlan: true },
    ]);
    forget();
    const shared = { type: 'plan/revise', atelierId: 'atelier-1', expectedRevision: 1, items: [] } as const;
    await send(actor, 'organiser', shared);
    await settle();
    expect(to(SCREEN).flatMap(({ frame }) => frame.changes)).toMatchObject([
      { type: 'plan', plan: { revision: 2, items: [{ plannedMinutes: 20 }] } },
    ]);
  });

  test('a first state stays under 32 KB with a full programme, messages and a long plan besides', async () => {
    const { desk, states, actor, yann, send } = await room();
    const words = 'Plénière de restitution, avec les rapporteurs de chaque atelier. '.repeat(2);
    const times = Array.from({ length: 24 }, (_, index) => ({
      ...{ id: `time-${1000 + index}`, kind: 'plenary' as const, title: words, place: 'Grande salle' },
      ...{ start: instant(index * 1000), end: instant(index * 1000 + 500), atelierId: null },
    }));
    await send(actor, 'organiser', {
      ...{ type: 'programme/revise', seminarId: 'seminar-1', expectedRevision: 0, times, speakers: {} },
    });
    for (let index = 0; index < 20; index += 1) {
      const text = words.slice(0, 100);
      const messageId = `message-${index}`;
      await send(actor, 'organiser', { ...speak, ...to1, text, messageId, screens: true, phones: true });
    }
    for (let index = 0; index < 40; index += 1)
      await send(yann, 'participant', {
        ...contribute(`contribution-${index}`),
        text: words.repeat(5),
      } as SeminarCommand);
    for (const [by, audience] of [
      [actor, 'console'],
      [yann, 'participant'],
      [await desk.byLink('screen'), 'screen'],
    ] as const) {
      const state = await states.sittingState(by, 'sitting-1', audience, 'http://localhost:3000');
      expect(Buffer.byteLength(JSON.stringify(state))).toBeLessThan(32 * 1024);
    }
  });
});
