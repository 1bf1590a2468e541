/** How an atelier is called on the pages of its sitting. */
import type { Messages } from '#i18n/messages.ts';

type Named = {
  readonly atelierTitle: string;
  readonly atelierNumber: number;
  /** Ateliers of the séminaire; alone, it bears no number. */
  readonly ateliersCount: number;
  /** A plenary is not counted among them. */
  readonly plenary: boolean;
};

/** « Atelier 2 · Créer du lien », or the title alone. */
export const atelierName = (
  { atelierTitle, atelierNumber, ateliersCount, plenary }: Named,
  words: Messages['common'],
): string => (plenary || ateliersCount < 2 ? atelierTitle : words.atelier(atelierNumber, atelierTitle));
