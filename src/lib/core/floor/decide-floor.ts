/** What becomes of a command about the floor: who asks for it, who gets it, in which order. */
import type { NewDomainEvent } from '../events/event-types.ts';
import type { DecisionContext } from '../events/new-event.ts';
import { newEvent } from '../events/new-event.ts';
import type { Result } from '../result.ts';
import { ok, refused } from '../result.ts';
import type { Minutes } from '../time/instant.ts';
import type { Floor, FloorOrder } from './floor.ts';

export type FloorCommand =
  | {
      readonly type: 'floor/ask';
      readonly askId: string;
      /** Who will speak, as they stand on the lists. */
      readonly personId: string;
      /** What about; '' for nothing said. */
      readonly about: string;
    }
  | { readonly type: 'floor/withdraw'; readonly askId: string }
  | {
      readonly type: 'floor/give';
      readonly askId: string;
      /** The talk clock; null for none. */
      readonly minutes: Minutes | null;
    }
  | { readonly type: 'floor/end'; readonly askId: string }
  | { readonly type: 'floor/order'; readonly order: FloorOrder }
  | { readonly type: 'floor/announce'; readonly announced: boolean };

export type FloorErrorCode = 'floor/unknown' | 'floor/already-asked';

/**
 * Decides a command about the floor. A person has one waiting ask; what already is as asked for writes nothing; giving
 * the floor takes it from whoever has it.
 */
export function decideFloor(
  floor: Floor,
  command: FloorCommand,
  context: DecisionContext,
): Result<readonly NewDomainEvent[], FloorErrorCode> {
  switch (command.type) {
    case 'floor/ask': {
      const { askId, personId, about } = command;
      const known = floor.speaking?.id === askId || floor.asks.some(({ id }) => id === askId);
      if (known) return ok([]);
      if (floor.asks.some((ask) => ask.personId === personId)) return refused('floor/already-asked');
      return ok([newEvent('floor/asked', { askId, personId, about: about === '' ? null : about }, context)]);
    }
    case 'floor/withdraw': {
      const { askId } = command;
      if (!floor.asks.some(({ id }) => id === askId)) return ok([]);
      return ok([newEvent('floor/withdrawn', { askId }, context)]);
    }
    case 'floor/give': {
      const { askId, minutes } = command;
      if (floor.speaking?.id === askId) return ok([]);
      if (!floor.asks.some(({ id }) => id === askId)) return refused('floor/unknown');
      return ok([newEvent('floor/given', { askId, minutes }, context)]);
    }
    case 'floor/end': {
      const { askId } = command;
      return ok(floor.speaking?.id === askId ? [newEvent('floor/ended', { askId }, context)] : []);
    }
    case 'floor/order': {
      const { order } = command;
      return ok(floor.order === order ? [] : [newEvent('floor/ordered', { order }, context)]);
    }
    case 'floor/announce': {
      const { announced } = command;
      return ok(floor.announced === announced ? [] : [newEvent('floor/announced', { announced }, context)]);
    }
  }
}
