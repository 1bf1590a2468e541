/** Which of all that happens the actes are made from. */
import type { EventType } from '../events/event-types.ts';

/** By the first word of their type, what passes in a room and leaves nothing in the actes. */
const OF_THE_ROOM: ReadonlySet<string> = new Set([
  ...['dots', 'floor', 'help', 'message', 'restitution', 'round', 'silence', 'wall'],
]);
const WITHOUT_WORDS: ReadonlySet<EventType> = new Set<EventType>([
  ...(['contribution/pinned', 'contribution/unpinned', 'notes/opened', 'notes/closed'] as const),
  ...(['seminar/code-rotated', 'seminar/warnings-set', 'run/question-put'] as const),
]);

/** Whether the actes may say something else after it. */
export const concernsActes = (type: EventType): boolean =>
  !OF_THE_ROOM.has(type.slice(0, type.indexOf('/'))) && !WITHOUT_WORDS.has(type);
