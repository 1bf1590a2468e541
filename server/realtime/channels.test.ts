import { describe, expect, test } from 'vitest';
import { DESCRIPTION, item } from '../../tests/support/seminar-desk.ts';
import { CONSOLE, contribute, PARTICIPANT, REGIE, room, SCREEN, start } from './room.test-support.ts';

describe('channels', () => {
  test('the run leaves at once, to every audience; contributions gather', async () => {
    const { send, actor, yann, timers, settle, to } = await room();
    await send(actor, 'organiser', start);
    await settle();
    expect([CONSOLE, PARTICIPANT, SCREEN, REGIE].map((name) => to(name).length)).toEqual([1, 1, 1, 1]);

    await send(yann, 'participant', contribute('contribution-1'));
    await send(yann, 'participant', contribute('contribution-2'));
    await settle();
    expect(to(PARTICIPANT)).toHaveLength(1);
    timers.runAll();
    await settle();
    expect(to(PARTICIPANT)).toHaveLength(2);
    expect(to(PARTICIPANT)[1]?.frame.changes.map(({ type }) => type)).toEqual([
      'contribution',
      'contribution',
    ]);
  });

  test('500 supports within the moment are one frame per audience', async () => {
    const { send, yann, desk, channels, timers, settle, sent, to, forget } = await room();
    await send(yann, 'participant', contribute('contribution-1'));
    timers.runAll();
    await settle();
    forget();
    const supported = Array.from({ length: 500 }, (_, index) => ({
      id: `support-${index}`,
      stream: 'sitting:sitting-1' as const,
      seq: 3 + index,
      type: 'contribution/supported' as const,
      v: 1,
      at: desk.clock.now(),
      actor: `person-${index}`,
      payload: { contributionId: 'contribution-1' },
    }));
    desk.streams.advance(supported);
    channels.committed(supported);
    await settle();
    expect(sent).toHaveLength(0);
    timers.runAll();
    await settle();
    expect(to(PARTICIPANT)).toHaveLength(1);
    expect(to(PARTICIPANT)[0]?.frame.changes).toEqual([
      { type: 'supports', supports: { 'contribution-1': 500 } },
    ]);
    expect(to(SCREEN)).toHaveLength(0);
  });

  test('what gathers leaves with the next urgent frame, so that frames of a stream stay in order', async () => {
    const { send, actor, yann, timers, settle, to } = await room();
    await send(yann, 'participant', contribute('contribution-1'));
    await send(actor, 'organiser', start);
    await settle();
    expect(to(PARTICIPANT).map(({ frame }) => frame.changes.map(({ type }) => type))).toEqual([
      ['run', 'contribution'],
    ]);
    timers.runAll();
    await settle();
    expect(to(PARTICIPANT)).toHaveLength(1);
  });

  test('what a screen is not shown leaves no gap in its frames', async () => {
    const { send, actor, yann, timers, settle, to } = await room();
    await send(actor, 'organiser', start);
    await settle();
    await send(yann, 'participant', contribute('contribution-1'));
    timers.runAll();
    await settle();
    await send(actor, 'organiser', { type: 'run/next', sittingId: 'sitting-1', expectedRunEvents: 1 });
    await settle();
    const [first, second] = to(SCREEN);
    expect(second?.frame.prev).toBe(first?.frame.seq);
    expect(JSON.stringify(to(SCREEN))).not.toContain('permanence');
  });

  test('who did what goes to the console only', async () => {
    const { send, desk, settle, to } = await room();
    const ines = await desk.byLink('animateur');
    const personId = ines.grants[0]?.personId ?? '';
    await desk.people.save({
      id: personId,
      seminarId: 'seminar-1',
      firstName: 'Inès',
      lastName: 'CARADEC',
      function: '',
      town: '',
      consent: 'none',
    });
    await send(ines, 'animateur', start);
    await settle();
    expect(JSON.stringify(to(CONSOLE))).toContain('CARADEC');
    for (const name of [PARTICIPANT, SCREEN]) {
      expect(JSON.stringify(to(name))).not.toContain('CARADEC');
      expect(JSON.stringify(to(name))).not.toContain(personId);
    }
  });

  test('a frame that could not be made is a gap that listeners see', async () => {
    const { send, actor, yann, desk, timers, settle, to } = await room();
    await send(actor, 'organiser', start);
    await settle();
    await send(yann, 'participant', contribute('contribution-1'));
    const directory = desk.people.directory;
    Object.assign(desk.people, { directory: () => Promise.reject(new Error('the disk does not answer')) });
    timers.runAll();
    await settle();
    Object.assign(desk.people, { directory });
    await send(actor, 'organiser', { type: 'run/next', sittingId: 'sitting-1', expectedRunEvents: 1 });
    await settle();
    const [first, second] = to(PARTICIPANT);
    expect(second?.frame.prev).toBe((first?.frame.seq ?? 0) + 1);
  });

  test('who joins one sitting changes its row in the régie, and no other', async () => {
    const { send, actor, desk, channels, timers, settle, to, forget } = await room();
    await send(actor, 'organiser', {
      type: 'atelier/add',
      seminarId: 'seminar-1',
      atelierId: 'atelier-2',
      sittingId: 'sitting-2',
      title: 'Habiter',
      room: '',
      start: null,
      plenary: false,
      items: [],
    });
    timers.runAll();
    await settle();
    forget();
    const before = desk.committed.length;
    await desk.participant('Maëlle');
    channels.committed(desk.committed.slice(before));
    timers.runAll();
    await settle();
    const rows = to(REGIE).flatMap(({ frame }) => frame.changes);
    expect(rows).toMatchObject([{ type: 'row', row: { head: { sittingId: 'sitting-1' }, participants: 2 } }]);
  });

  test('nobody listens, nothing is sent', async () => {
    const { send, actor, settle, sent, listening } = await room();
    listening.clear();
    await send(actor, 'organiser', start);
    await settle();
    expect(sent).toHaveLength(0);
  });

  test('a changed plan reaches every audience of its sittings, a changed title every head', async () => {
    const { send, actor, settle, to } = await room();
    await send(actor, 'organiser', {
      type: 'plan/revise',
      atelierId: 'atelier-1',
      expectedRevision: 1,
      items: [item('item-one', 45)],
    });
    await send(actor, 'organiser', {
      type: 'seminar/describe',
      seminarId: 'seminar-1',
      description: { ...DESCRIPTION, title: 'Autre titre' },
    });
    await settle();
    expect(to(SCREEN).flatMap(({ frame }) => frame.changes.map(({ type }) => type))).toEqual([
      'plan',
      'head',
    ]);
    expect(to(REGIE).flatMap(({ frame }) => frame.changes.map(({ type }) => type))).toEqual([
      'row',
      'description',
      'row',
    ]);
  });

  test('who writes an atelier held twice is told when words of the other sitting become others', async () => {
    const { send, actor, yann, happen, gathered, sent, to, forget } = await room();
    await send(yann, 'participant', contribute('contribution-1'));
    await gathered();
    await send(actor, 'organiser', {
      ...{ type: 'sittings/add', atelierId: 'atelier-1' },
      sittings: [{ sittingId: 'sitting-2', room: 'Groix', start: null, label: 'groupe 2' }],
    });
    await gathered();
    forget();
    await send(yann, 'participant', contribute('contribution-2'));
    await gathered();
    expect(sent.filter(({ event }) => event === 'elsewhere')).toEqual([]);
    await happen('contribution/withdrawn', { contributionId: 'contribution-1' });
    await gathered();
    const told = (name: string) => to(name).filter(({ event }) => event === 'elsewhere');
    for (const name of ['sitting:sitting-2:console', 'sitting:sitting-2:writer'])
      expect(told(name).map(({ frame }) => frame)).toEqual([{ sittingId: 'sitting-2' }]);
    expect(sent.filter(({ event }) => event === 'elsewhere')).toHaveLength(2);
    forget();
    await happen('seminar/person-described', { personId: 'yann' }, null, 'seminar:seminar-1');
    await gathered();
    expect(told(CONSOLE)).toHaveLength(1);
    expect(told('sitting:sitting-2:writer')).toHaveLength(1);
  });
});
