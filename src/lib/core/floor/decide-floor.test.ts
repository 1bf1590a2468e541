import { describe, expect, test } from 'vitest';
import { instant, minutes } from '../time/instant.ts';
import type { FloorCommand } from './decide-floor.ts';
import { decideFloor } from './decide-floor.ts';
import type { Floor } from './floor.ts';
import { NOBODY_ASKS } from './floor.ts';
import { foldFloor } from './fold-floor.ts';
import { notYetSpoken, speakingOrder } from './speaking-order.ts';

const context = { now: instant(1000), actor: 'someone', newId: () => 'event' };

const eventsOf = (floor: Floor, command: FloorCommand) => {
  const decided = decideFloor(floor, command, context);
  return decided.ok ? decided.value : decided.error.code;
};
const after = (floor: Floor, ...commands: readonly FloorCommand[]): Floor =>
  commands.reduce((present, command) => {
    const events = eventsOf(present, command);
    return typeof events === 'string'
      ? present
      : events.reduce((at, event) => foldFloor(at, { ...event, stream: 'sitting:s', seq: 1 }), present);
  }, floor);

const ask = (askId: string, personId: string, about = ''): FloorCommand => ({
  type: 'floor/ask',
  askId,
  personId,
  about,
});
const give = (askId: string, talk: number | null = null): FloorCommand => ({
  type: 'floor/give',
  askId,
  minutes: talk === null ? null : minutes(talk),
});
const ids = (floor: Floor) => speakingOrder(floor).map(({ id }) => id);

describe('the floor', () => {
  test('[FL1] a person waits once; the same ask sent again writes nothing', () => {
    const asked = after(NOBODY_ASKS, ask('a1', 'yann', 'le budget'));
    expect(asked.asks).toMatchObject([{ id: 'a1', personId: 'yann', about: 'le budget' }]);
    expect(eventsOf(asked, ask('a1', 'yann'))).toEqual([]);
    expect(eventsOf(asked, ask('a2', 'yann'))).toBe('floor/already-asked');
    expect(after(asked, { type: 'floor/withdraw', askId: 'a1' }, ask('a2', 'yann')).asks).toMatchObject([
      { id: 'a2', about: null },
    ]);
  });

  test('[FL2] in the order they asked, or those who have not yet spoken first', () => {
    const spoken = after(NOBODY_ASKS, ask('a1', 'yann'), give('a1'), ask('a2', 'yann'));
    const waiting = after(spoken, ask('b1', 'maelle'), ask('c1', 'loic'));
    expect(ids(waiting)).toEqual(['a2', 'b1', 'c1']);
    const first = after(waiting, { type: 'floor/order', order: 'first-timers' });
    expect(ids(first)).toEqual(['b1', 'c1', 'a2']);
  });

  test('[FL3] giving the floor takes it from whoever has it, with a talk clock or none', () => {
    const two = after(NOBODY_ASKS, ask('a1', 'yann'), ask('b1', 'maelle'), give('a1', 3));
    expect(two.speaking).toMatchObject({ personId: 'yann', minutes: 3 });
    expect(eventsOf(two, give('b1'))).toMatchObject([{ type: 'floor/given' }]);
    expect(after(two, give('b1'))).toMatchObject({
      speaking: { personId: 'maelle', minutes: null },
      asks: [],
    });
    expect(eventsOf(two, give('a1'))).toEqual([]);
  });

  test('[FL4] who never had the floor has not yet spoken', () => {
    const floor = after(NOBODY_ASKS, ask('a1', 'yann'), ask('b1', 'maelle'), give('a1'), give('b1'));
    expect(notYetSpoken(floor, ['yann', 'loic', 'maelle', 'ana'])).toEqual(['loic', 'ana']);
  });

  test('[FL5] what is over is over', () => {
    expect(eventsOf(NOBODY_ASKS, give('a1'))).toBe('floor/unknown');
    expect(eventsOf(NOBODY_ASKS, { type: 'floor/withdraw', askId: 'a1' })).toEqual([]);
    expect(eventsOf(NOBODY_ASKS, { type: 'floor/end', askId: 'a1' })).toEqual([]);
    const speaking = after(NOBODY_ASKS, ask('a1', 'yann'), give('a1'));
    expect(after(speaking, { type: 'floor/end', askId: 'a1' }).speaking).toBeNull();
  });

  test('[FL6] whoever speaks may ask again, and is counted once', () => {
    const again = after(NOBODY_ASKS, ask('a1', 'yann'), give('a1'), ask('a2', 'yann'), give('a2'));
    expect(again.speaking?.id).toBe('a2');
    expect(again.spoken).toEqual(['yann']);
  });

  test('[FL7] setting what is set writes nothing', () => {
    expect(eventsOf(NOBODY_ASKS, { type: 'floor/order', order: 'asked' })).toEqual([]);
    expect(eventsOf(NOBODY_ASKS, { type: 'floor/announce', announced: false })).toEqual([]);
    expect(after(NOBODY_ASKS, { type: 'floor/announce', announced: true }).announced).toBe(true);
  });
});
