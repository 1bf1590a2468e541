/** What a new atelier with its first sitting, and further sittings of it, write to their streams at once. */
import type { AgendaItem } from '#core/agenda/plan.ts';
import { atelierStream, seminarStream, sittingStream } from '#core/events/envelope.ts';
import type { DecisionContext } from '#core/events/new-event.ts';
import { newEvent } from '#core/events/new-event.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Decided } from './desk.ts';

export const ATELIERS_PER_SEMINAR = 60;
/** As many as the régie reaches with one command. */
export const SITTINGS_PER_SEMINAR = 120;

export type NewSitting = {
  readonly sittingId: string;
  readonly room: string;
  readonly start: Instant | null;
  readonly label: string;
};

export type NewAtelier = Omit<NewSitting, 'label'> & {
  readonly atelierId: string;
  readonly title: string;
  readonly plenary: boolean;
  readonly items: readonly AgendaItem[];
};

export function atelierEvents(
  seminarId: string,
  atelier: NewAtelier,
  context: DecisionContext,
): readonly Decided[] {
  const { atelierId, title, plenary, items, sittingId, room, start } = atelier;
  return [
    {
      stream: seminarStream(seminarId),
      events: [newEvent('seminar/atelier-added', { atelierId, title, plenary }, context)],
    },
    {
      stream: atelierStream(atelierId),
      events: [
        newEvent('atelier/opened', { seminarId }, context),
        newEvent('plan/revised', { revision: 1, items }, context),
      ],
    },
    ...sittingEvents(seminarId, atelierId, [{ sittingId, room, start, label: '' }], context),
  ];
}

export function sittingEvents(
  seminarId: string,
  atelierId: string,
  sittings: readonly NewSitting[],
  context: DecisionContext,
): readonly Decided[] {
  return sittings.flatMap(({ sittingId, room, start, label }): readonly Decided[] => [
    {
      stream: seminarStream(seminarId),
      events: [newEvent('seminar/sitting-added', { sittingId, atelierId, room, start, label }, context)],
    },
    {
      stream: sittingStream(sittingId),
      events: [newEvent('sitting/opened', { seminarId, atelierId }, context)],
    },
  ]);
}
