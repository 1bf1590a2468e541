/** The plenary's agenda in one tap: each atelier is presented in turn, then the hall speaks. */
import type { Minutes } from '#core/time/instant.ts';
import type { Atelier } from '../seminar/seminar.ts';
import type { AgendaItem } from './plan.ts';
import { agendaItem } from './plan.ts';

export type RestitutionWishes = {
  /** For each atelier. */
  readonly minutesEach: Minutes;
  /** For the hall once all have spoken; null for no such point. */
  readonly exchangeMinutes: Minutes | null;
  readonly words: {
    /** « Atelier 2 : créer du lien » */
    readonly atelier: (number: number, title: string) => string;
    /** « Échanges avec la salle » */
    readonly exchange: string;
  };
  readonly newId: () => string;
};

/** The points of a restitution, in the order of the ateliers; plenaries are not restituted. */
export const restitutionItems = (
  ateliers: readonly Pick<Atelier, 'id' | 'title' | 'number' | 'plenary'>[],
  { minutesEach, exchangeMinutes, words, newId }: RestitutionWishes,
): readonly AgendaItem[] => {
  const presented = ateliers
    .filter(({ plenary }) => !plenary)
    .map(({ id, number, title }) =>
      agendaItem({
        id: newId(),
        title: words.atelier(number, title),
        kind: 'presentation',
        plannedMinutes: minutesEach,
        restitutes: id,
      }),
    );
  if (exchangeMinutes === null || presented.length === 0) return presented;
  return [...presented, agendaItem({ id: newId(), title: words.exchange, plannedMinutes: exchangeMinutes })];
};
