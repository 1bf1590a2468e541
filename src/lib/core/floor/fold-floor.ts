import type { DomainEvent } from '../events/event-types.ts';
import type { Floor } from './floor.ts';

/** The floor after one more event of the sitting; events of other kinds change nothing. */
export function foldFloor(floor: Floor, event: DomainEvent): Floor {
  switch (event.type) {
    case 'floor/asked': {
      const { askId, personId, about } = event.payload;
      const ask = { id: askId, personId, askedBy: event.actor, about, at: event.at };
      return { ...floor, asks: [...floor.asks.filter(({ id }) => id !== askId), ask] };
    }
    case 'floor/withdrawn':
      return { ...floor, asks: floor.asks.filter(({ id }) => id !== event.payload.askId) };
    case 'floor/given': {
      const { askId, minutes } = event.payload;
      const ask = floor.asks.find(({ id }) => id === askId);
      if (!ask) return floor;
      return {
        ...floor,
        asks: floor.asks.filter((it) => it !== ask),
        speaking: { ...ask, since: event.at, minutes },
        spoken: floor.spoken.includes(ask.personId) ? floor.spoken : [...floor.spoken, ask.personId],
      };
    }
    case 'floor/ended':
      return floor.speaking?.id === event.payload.askId ? { ...floor, speaking: null } : floor;
    case 'floor/ordered':
      return { ...floor, order: event.payload.order };
    case 'floor/announced':
      return { ...floor, announced: event.payload.announced };
    case 'sitting/closed':
      return { ...floor, asks: [], speaking: null };
    default:
      return floor;
  }
}
