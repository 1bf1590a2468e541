/** The actes as a typed tree: every export is made from it and reads nothing else. */
import type { Attribution } from '../seminar/person.ts';
import type { ContributionKind } from '../contributions/contribution.ts';
import type { RichText } from './rich-text.ts';

export type ActesLanguage = 'fr' | 'en';

/** The words the document itself brings; a parameter, because core holds no user-facing words. */
export type ActesLabels = {
  readonly actes: string;
  readonly contents: string;
  readonly preamble: string;
  /** « Synthèse de l’atelier 2 : créer du lien » */
  readonly atelier: (number: number, title: string) => string;
  readonly questions: string;
  readonly synthesis: string;
  readonly notTakenOver: string;
  readonly noSynthesis: string;
  readonly unnamed: string;
  readonly kind: Readonly<Record<ContributionKind, string>>;
  readonly proposal: string;
  readonly decision: string;
  readonly counts: (ateliers: number, participants: number, contributions: number) => string;
  /** A missing description of an image. */
  readonly image: string;
  readonly facts: (participants: number, contributions: number) => string;
};

export type ActesContribution = {
  readonly id: string;
  readonly text: string;
  readonly kind: ContributionKind | null;
  readonly attribution: Attribution;
  readonly supports: number;
};

/** A point of an atelier as the actes recall it: its title, its questions, and what the synthesis left out. */
export type ActesItem = {
  readonly title: string;
  readonly questions: readonly string[];
  readonly notTakenOver: readonly ActesContribution[];
};

export type ActesAtelier = {
  readonly id: string;
  /** 0 for a plenary, which bears none. */
  readonly number: number;
  readonly title: string;
  readonly participants: number;
  readonly contributions: number;
  readonly items: readonly ActesItem[];
  /** Contributions tied to no point, or to one the plan no longer has, that the synthesis left out. */
  readonly elsewhere: readonly ActesContribution[];
  readonly synthesis: RichText;
};

/** What is told after the syntheses, under a title of its own. */
export type ActesAnnex = { readonly title: string; readonly content: RichText };

export type Actes = {
  readonly language: ActesLanguage;
  readonly cover: {
    readonly organisation: string;
    readonly title: string;
    readonly theme: string;
    readonly place: string;
    /** ISO day or ''. */
    readonly day: string;
    readonly participants: number;
    readonly contributions: number;
  };
  readonly preamble: RichText;
  readonly ateliers: readonly ActesAtelier[];
  /** Absent when there is none. */
  readonly annexes?: readonly ActesAnnex[];
};
