import { describe, expect, test } from 'vitest';
import type { Actor } from '#core/access/roles.ts';
import { minutes } from '#core/time/instant.ts';
import { personRoom } from './listeners.ts';
import { CONSOLE, PARTICIPANT, READER, REGIE, room, said, SCREEN, WRITER } from './room.test-support.ts';

const SEMINAR = 'seminar:seminar-1';
const EVERYBODY = [CONSOLE, WRITER, READER, PARTICIPANT, SCREEN];
const CROWD = [READER, PARTICIPANT, SCREEN];
const STAFF = [CONSOLE, WRITER];
const idOf = (actor: Actor): string => actor.grants[0]?.personId ?? '';

async function opened() {
  const all = await room();
  await all.gathered();
  all.forget();
  const lastTo = (name: string) => all.changesTo(name).at(-1);
  const typesTo = (name: string) => all.changesTo(name).map(({ type }) => type);
  return { ...all, lastTo, typesTo };
}

describe('the floor', () => {
  test('those who conduct know who asks and what about; the room who, once it is announced', async () => {
    const { happen, yann, actor, gathered, lastTo, sent, states } = await opened();
    await happen('floor/asked', { askId: 'ask-1', personId: idOf(yann), about: 'Les horaires' }, idOf(yann));
    await gathered();
    for (const name of STAFF)
      expect(lastTo(name)).toMatchObject({
        floor: {
          asks: [
            {
              person: { personId: idOf(yann), attribution: { name: 'Yann LE GOFF' } },
              about: 'Les horaires',
            },
          ],
          notYetSpoken: 1,
        },
      });
    for (const name of CROWD)
      expect(lastTo(name)).toMatchObject({
        floor: {
          asks: [{ id: 'ask-1', person: { personId: null, attribution: { name: null } }, about: '' }],
        },
      });
    expect(await states.sittingState(yann, 'sitting-1', 'participant', '')).toMatchObject({
      me: { askId: 'ask-1' },
    });
    await happen('floor/announced', { announced: true }, idOf(actor));
    await happen('floor/given', { askId: 'ask-1', minutes: minutes(2) }, idOf(actor));
    await gathered();
    for (const name of CROWD)
      expect(lastTo(name)).toMatchObject({
        floor: {
          asks: [],
          speaking: { person: { attribution: { name: 'Yann LE GOFF' } }, about: '', minutes: 2 },
          notYetSpoken: null,
        },
      });
    const inRoom = JSON.stringify(sent.filter((it) => CROWD.includes(it.room)));
    expect(inRoom).not.toContain('Les horaires');
    expect(inRoom).not.toContain(idOf(yann));
    expect(sent.filter((it) => it.room === REGIE)).toEqual([]);
  });

  test('whoever agreed to no name has none, announced or not', async () => {
    const { happen, yann, gathered, lastTo, desk } = await opened();
    const person = await desk.people.find(idOf(yann));
    if (person) await desk.people.save({ ...person, consent: 'none' });
    await happen('floor/announced', { announced: true });
    await happen('floor/asked', { askId: 'ask-1', personId: idOf(yann), about: null }, idOf(yann));
    await gathered();
    for (const name of CROWD)
      expect(lastTo(name)).toMatchObject({
        floor: { asks: [{ person: { attribution: { name: null, function: null, town: null } } }] },
      });
    expect(lastTo(CONSOLE)).toMatchObject({
      floor: { asks: [{ person: { attribution: { name: 'Yann LE GOFF' } } }] },
    });
  });
});

describe('the tour de table', () => {
  test('says to all how far it is, and to those who write whose turn is over', async () => {
    const { happen, yann, desk, gathered, lastTo, typesTo, channels } = await opened();
    const before = desk.committed.length;
    const maelle = await desk.participant('Maëlle');
    channels.committed(desk.committed.slice(before));
    await happen('round/opened', { roundId: 'round-1' });
    await happen('round/turned', { roundId: 'round-1', personId: idOf(yann) });
    await happen('round/turned', { roundId: 'round-1', personId: idOf(maelle) });
    await gathered();
    for (const name of EVERYBODY)
      expect(lastTo(name)).toMatchObject({
        type: 'round',
        round: { person: { attribution: { name: 'Maëlle LE GOFF' } }, done: 1, people: 2, closed: false },
      });
    expect(lastTo(WRITER)).toMatchObject({ round: { donePersonIds: [idOf(yann)] } });
    expect(lastTo(PARTICIPANT)).toMatchObject({ round: { donePersonIds: [], person: { personId: null } } });
    const written = { personId: idOf(maelle), quotation: 'On commence petit.', text: '' };
    await happen('presentation/written', written, idOf(yann));
    await gathered();
    expect(JSON.stringify(EVERYBODY.map(typesTo))).not.toContain('presentation');
  });
});

describe('what concerns one person', () => {
  const told = async () => {
    const all = await opened();
    const mine = (personId: string) => personRoom('sitting-1', personId);
    const own = async (by: Actor) => {
      const answer = await all.states.own(by, 'sitting-1', null, []);
      if (typeof answer === 'string') throw new Error(answer);
      return answer;
    };
    /** The persons whose pages were told, each once or more, since this was asked last. */
    const tellsOf = async (): Promise<readonly string[]> => {
      await all.gathered();
      const rooms = all.sent.filter(({ event }) => event === 'own').map(({ room: name }) => name);
      all.forget();
      return [...new Set(rooms)].sort();
    };
    const before = all.desk.committed.length;
    const maelle = await all.desk.participant('Maëlle');
    all.channels.committed(all.desk.committed.slice(before));
    await all.gathered();
    all.forget();
    for (const personId of [idOf(all.yann), idOf(maelle), 'yann-other-phone'])
      all.listening.add(mine(personId));
    return { ...all, maelle, mine, own, tellsOf };
  };

  test('their pages hear of their turn when it comes and when it goes, nobody else', async () => {
    const { happen, yann, maelle, mine, own, tellsOf } = await told();
    await happen('round/opened', { roundId: 'round-1' });
    expect(await tellsOf()).toEqual([]);
    await happen('round/turned', { roundId: 'round-1', personId: idOf(yann) });
    expect(await tellsOf()).toEqual([mine(idOf(yann))]);
    expect([(await own(yann)).myTurn, (await own(maelle)).myTurn]).toEqual([true, false]);
    await happen('round/turned', { roundId: 'round-1', personId: idOf(maelle) });
    expect(await tellsOf()).toEqual([mine(idOf(yann)), mine(idOf(maelle))].sort());
    expect([(await own(yann)).myTurn, (await own(maelle)).myTurn]).toEqual([false, true]);
    await happen('round/closed', { roundId: 'round-1' });
    expect(await tellsOf()).toEqual([mine(idOf(maelle))]);
    expect((await own(maelle)).myTurn).toBe(false);
  });

  test('a second device of theirs hears it too', async () => {
    const { happen, yann, mine, tellsOf } = await told();
    const again = { personId: 'yann-other-phone', sittingId: 'sitting-1', sameAs: idOf(yann) };
    await happen('seminar/person-joined', again, 'yann-other-phone', SEMINAR);
    await tellsOf();
    await happen('round/opened', { roundId: 'round-1' });
    await happen('round/turned', { roundId: 'round-1', personId: idOf(yann) });
    expect(await tellsOf()).toEqual([mine(idOf(yann)), mine('yann-other-phone')].sort());
  });

  test('an ask that somebody puts in for them, and what is said of them', async () => {
    const { happen, yann, mine, own, tellsOf, actor, desk } = await told();
    await happen('floor/asked', { askId: 'ask-1', personId: idOf(yann), about: null }, idOf(actor));
    expect(await tellsOf()).toEqual([mine(idOf(yann))]);
    expect(await own(yann)).toMatchObject({ askId: 'ask-1', person: { firstName: 'Yann' } });
    const person = await desk.people.find(idOf(yann));
    if (person) await desk.people.save({ ...person, firstName: 'Yannick' });
    await happen('seminar/person-described', { personId: idOf(yann) }, idOf(actor), SEMINAR);
    expect(await tellsOf()).toEqual([mine(idOf(yann))]);
    expect(await own(yann)).toMatchObject({ person: { firstName: 'Yannick', lastName: 'LE GOFF' } });
  });
});

describe('what else becomes another', () => {
  test('photos, open notes and the end of the atelier', async () => {
    const { happen, gathered, typesTo, changesTo, actor, states, desk } = await opened();
    const photo = {
      ...{ photoId: 'photo-1', itemId: 'item-one', questionId: null, file: 'f'.repeat(64) },
      ...{ mediaType: 'image/jpeg' as const, width: 1200, height: 900, description: 'Trois colonnes.' },
    };
    await happen('photo/added', photo, idOf(actor));
    await gathered();
    for (const name of [...STAFF, READER, PARTICIPANT]) {
      expect(changesTo(name)).toMatchObject([
        { photos: [{ path: '/api/sittings/sitting-1/photos/photo-1', description: 'Trois colonnes.' }] },
      ]);
      expect(JSON.stringify(changesTo(name))).not.toContain(photo.file);
    }
    expect(typesTo(SCREEN)).toEqual([]);
    const onScreen = await states.sittingState(await desk.byLink('screen'), 'sitting-1', 'screen', '');
    expect(onScreen).toMatchObject({ photos: [] });
    await happen('notes/closed', {}, idOf(actor));
    await gathered();
    for (const name of EVERYBODY)
      expect(changesTo(name).at(-1)).toEqual({ type: 'standing', notesOpen: false, closed: false });
  });

  test('the régie hears that the atelier is over', async () => {
    const { happen, gathered, actor, to } = await opened();
    await happen('sitting/closed', {}, idOf(actor));
    await gathered();
    expect(to(REGIE).at(-1)?.frame.changes).toMatchObject([{ type: 'row', row: { closed: true } }]);
  });

  test('a new code is told where it is shown', async () => {
    const { happen, gathered, changesTo, actor, desk } = await opened();
    const code = await desk.access.joinCodeOf('seminar-1', 'sitting-1');
    await happen('seminar/code-rotated', { sittingId: 'sitting-1' }, idOf(actor), SEMINAR);
    await gathered();
    for (const name of [...STAFF, READER, SCREEN]) expect(changesTo(name)).toEqual([{ type: 'code', code }]);
    expect(changesTo(PARTICIPANT)).toEqual([]);
  });

  test('a closed séminaire tells every page and the régie', async () => {
    const { happen, gathered, changesTo, actor, to, states } = await opened();
    await happen('seminar/closed', {}, idOf(actor), SEMINAR);
    await gathered();
    for (const name of EVERYBODY)
      expect(changesTo(name)).toMatchObject([{ type: 'head', head: { seminarClosed: true } }]);
    const inRegie = to(REGIE).flatMap(({ frame }) => frame.changes);
    expect(inRegie).toMatchObject([
      { type: 'description', closed: true },
      { type: 'row', row: { head: { seminarClosed: true } } },
    ]);
    expect(await states.seminarState(actor, 'seminar-1')).toMatchObject({ closed: true });
  });

  test('a name put right goes under their words, their ask and their turn again', async () => {
    const { happen, gathered, changesTo, yann, desk, forget, typesTo } = await opened();
    await happen('contribution/made', said('contribution-1', 'Une idée.'), idOf(yann));
    await happen('contribution/made', said('contribution-2', 'Une autre.'), 'person-else');
    await happen('floor/announced', { announced: true });
    await happen('floor/asked', { askId: 'ask-1', personId: idOf(yann), about: null }, idOf(yann));
    await happen('round/opened', { roundId: 'round-1' });
    await happen('round/turned', { roundId: 'round-1', personId: idOf(yann) });
    await gathered();
    forget();
    const person = await desk.people.find(idOf(yann));
    if (person) await desk.people.save({ ...person, firstName: 'Yannick' });
    await happen('seminar/person-described', { personId: idOf(yann) }, null, SEMINAR);
    await gathered();
    expect(changesTo(PARTICIPANT)).toMatchObject([
      { contribution: { id: 'contribution-1', attribution: { name: 'Yannick LE GOFF' } } },
      { floor: { asks: [{ person: { attribution: { name: 'Yannick LE GOFF' } } }] } },
      { round: { person: { attribution: { name: 'Yannick LE GOFF' } } } },
    ]);
    expect(typesTo(CONSOLE)).toEqual(['run', 'help', 'contribution', 'floor', 'round']);
  });
});

describe('how many are there', () => {
  const counted = async (enter: number, leave = 0) => {
    const all = await opened();
    const told = (name: string) => all.to(name).filter(({ event }) => event === 'connected').length;
    for (let phone = 0; phone < enter; phone += 1) {
      all.presence.enter('sitting-1', `device-${phone}`);
      await all.gathered();
    }
    for (let phone = 0; phone < leave; phone += 1) {
      all.presence.leave('sitting-1', `device-${phone}`);
      await all.gathered();
    }
    return { phones: told(PARTICIPANT), console: told(CONSOLE) };
  };

  test('phones are told while few are there, and that there are enough; then nothing any more', async () => {
    expect(await counted(4)).toEqual({ phones: 4, console: 4 });
    expect(await counted(300)).toEqual({ phones: 5, console: 300 });
    expect(await counted(300, 295)).toEqual({ phones: 5, console: 595 });
    expect(await counted(300, 296)).toEqual({ phones: 6, console: 596 });
  });

  test('many who come together are one count, of which phones hear once', async () => {
    const { presence, gathered, to, forget, timers } = await opened();
    for (let phone = 0; phone < 300; phone += 1) presence.enter('sitting-1', `device-${phone}`);
    await gathered();
    expect(to(PARTICIPANT)).toHaveLength(1);
    forget();
    // Nothing waits to be told: an idle room is silent.
    expect(timers.waiting()).toBe(0);
    presence.enterScreen('sitting-1', 'screen-1');
    await gathered();
    expect(to(PARTICIPANT)).toHaveLength(0);
  });
});
