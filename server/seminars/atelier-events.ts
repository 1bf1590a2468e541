/** What a new atelier with its first sitting writes, to its three streams at once. */
import type { AgendaItem } from '#core/agenda/plan.ts';
import { atelierStream, seminarStream, sittingStream } from '#core/events/envelope.ts';
import type { DecisionContext } from '#core/events/new-event.ts';
import { newEvent } from '#core/events/new-event.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Decided } from './desk.ts';

export const ATELIERS_PER_SEMINAR = 60;

export type NewAtelier = {
  readonly atelierId: string;
  readonly sittingId: string;
  readonly title: string;
  readonly room: string;
  readonly start: Instant | null;
  readonly items: readonly AgendaItem[];
};

export function atelierEvents(
  seminarId: string,
  atelier: NewAtelier,
  context: DecisionContext,
): readonly Decided[] {
  const { atelierId, sittingId, title, room, start, items } = atelier;
  return [
    {
      stream: seminarStream(seminarId),
      events: [
        newEvent('seminar/atelier-added', { atelierId, title }, context),
        newEvent('seminar/sitting-added', { sittingId, atelierId, room, start }, context),
      ],
    },
    {
      stream: atelierStream(atelierId),
      events: [
        newEvent('atelier/opened', { seminarId }, context),
        newEvent('plan/revised', { revision: 1, items }, context),
      ],
    },
    {
      stream: sittingStream(sittingId),
      events: [newEvent('sitting/opened', { seminarId, atelierId }, context)],
    },
  ];
}
