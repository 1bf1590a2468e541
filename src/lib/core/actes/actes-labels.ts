/** The words that the actes themselves bring: a parameter, because core holds no user-facing words. */
import type { ContributionKind } from '../contributions/contribution.ts';
import type { Presence } from '../seminar/presence.ts';
import type { Appointment } from '../seminar/seminar.ts';
import type { ActesModel, PartKind } from './actes.ts';
import type { NamedText } from './composition.ts';

export type ActesLabels = {
  /** « Actes du séminaire », « Compte rendu de réunion », « Rapport de commission » */
  readonly cover: Readonly<Record<ActesModel, string>>;
  readonly contents: string;
  /** The titles of the parts that bear none of their own. */
  readonly parts: Readonly<Record<ActesModel, Readonly<Record<Exclude<PartKind, 'atelier'>, string>>>>;
  /** The titles of the free texts that a model brings. */
  readonly named: Readonly<Record<NamedText, string>>;
  /** « Synthèse de l’atelier 2 : créer du lien » */
  readonly atelier: (number: number, title: string) => string;
  /** « Atelier 2 : créer du lien » */
  readonly atelierName: (number: number, title: string) => string;
  /** A sitting without a label among others: « groupe 1 ». */
  readonly group: (place: number) => string;
  readonly questions: string;
  readonly synthesis: string;
  readonly noSynthesis: string;
  readonly unnamed: string;
  readonly kind: Readonly<Record<ContributionKind, string>>;
  readonly proposal: string;
  readonly decision: string;
  /** `ateliers` is 0 where the word does not fit; nothing is said of what there is none of. */
  readonly counts: (ateliers: number, participants: number, contributions: number) => string;
  readonly facts: (participants: number, contributions: number) => string;
  /** Who conducted an atelier, and who told what it wrote: « animé par Inès Caradec »; `names` has one or more. */
  readonly conducted: (role: Appointment['role'], names: readonly string[], plenary: boolean) => string;
  /** Words of the room that nobody signs: « Témoignage recueilli en atelier, sans nom ». */
  readonly unsigned: (isTestimony: boolean, where: 'atelier' | 'plenary' | 'meeting') => string;
  /** A missing description of an image. */
  readonly image: string;
  readonly programme: { readonly time: string; readonly what: string; readonly speakers: string };
  readonly attendance: Readonly<Record<Presence, string>>;
  /** Those who are not named: « et 3 personnes », « 3 personnes » where nobody is. */
  readonly others: (count: number, beside: boolean) => string;
  readonly representedBy: (name: string) => string;
  readonly steps: { readonly what: string; readonly who: string; readonly byWhen: string };
  readonly times: {
    readonly point: string;
    readonly planned: string;
    readonly real: string;
    readonly overrun: string;
    readonly total: string;
    readonly addedPoint: string;
  };
};
