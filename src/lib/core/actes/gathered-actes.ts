/** The actes as a typed tree: every export is made from it and reads nothing else. */
import type { Attribution } from '../seminar/person.ts';
import type { ContributionKind } from '../contributions/contribution.ts';
import type { PhotoType } from '../photos/photo.ts';
import type { RichText } from './rich-text.ts';

export type ActesLanguage = 'fr' | 'en';

/** The words the document itself brings; a parameter, because core holds no user-facing words. */
export type ActesLabels = {
  readonly actes: string;
  readonly contents: string;
  readonly preamble: string;
  /** « Qui sommes-nous » */
  readonly people: string;
  /** The title of the annex of photos. */
  readonly paperboards: string;
  /** A photo where it cannot be shown. */
  readonly photo: (description: string) => string;
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

/** What someone says of themselves, named as far as they agreed; `NOM Prénom` where they are named. */
export type ActesPresentation = {
  readonly personId: string;
  readonly attribution: Attribution;
  /** '' for none. */
  readonly quotation: string;
  readonly text: string;
};

/** A photo of a paperboard; its bytes are kept under `file`, their SHA-256 (hex). */
export type ActesPhoto = {
  readonly id: string;
  readonly file: string;
  readonly mediaType: PhotoType;
  /** The title of its point, or ''. */
  readonly item: string;
  readonly description: string;
};
/** The photos of an atelier; number 0 is a plenary. */
export type ActesPaperboards = {
  readonly number: number;
  readonly title: string;
  readonly photos: readonly ActesPhoto[];
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
  /** « Qui sommes-nous »; absent when nobody says anything. */
  readonly people?: readonly ActesPresentation[];
  readonly ateliers: readonly ActesAtelier[];
  /** Absent when there are none. */
  readonly paperboards?: readonly ActesPaperboards[];
  /** Absent when there is none. */
  readonly annexes?: readonly ActesAnnex[];
};
