/** The actes as a typed tree, worded and in the order of their pages: every export is made from it and reads nothing else. */
import type { PhotoType } from '../photos/photo.ts';
import type { Inline } from './rich-text.ts';

export const ACTES_LANGUAGES = ['fr', 'en'] as const;
export type ActesLanguage = (typeof ACTES_LANGUAGES)[number];

/** Actes de séminaire, compte rendu de réunion, rapport de commission. */
export const ACTES_MODELS = ['seminar', 'meeting', 'committee'] as const;
export type ActesModel = (typeof ACTES_MODELS)[number];

/** What a part tells. `speaker` and `text` can stand any number of times, `atelier` once per atelier. */
export const PART_KINDS = [
  'preamble',
  'programme',
  /** « Qui sommes-nous » */
  'people',
  /** Someone who spoke, with a part of their own. */
  'speaker',
  /** Présents, excusés, représentés. */
  'attendance',
  /** The atelier's questions, synthesis and proposals. */
  'atelier',
  /** What the ateliers wrote under points of one title, when the actes are ordered by point. */
  'points',
  /** « Suites proposées » */
  'next-steps',
  'next-meeting',
  /** « Informations diverses » */
  'information',
  /** What the syntheses did not take over, by atelier. */
  'not-taken-over',
  /** The notes of the sittings. */
  'notes',
  'paperboards',
  /** Planned and real times, for those who ask for them. */
  'times',
  /** A free text. */
  'text',
] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** The ids below (`sources`, `personId`, `people`, `subject`) say where words come from: JSON carries them, Markdown does not. */
export type ActesBlock =
  /** Level 1 opens a part. `inContents`: listed in the table of contents. */
  | {
      readonly type: 'heading';
      readonly level: 1 | 2 | 3 | 4 | 5;
      readonly inContents: boolean;
      readonly content: readonly Inline[];
    }
  | { readonly type: 'paragraph'; readonly content: readonly Inline[]; readonly sources: readonly string[] }
  /** A quiet line under a heading; `people` are those it names, in the order of its words. */
  | { readonly type: 'facts'; readonly content: readonly Inline[]; readonly people?: readonly NamedInFacts[] }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly ActesListItem[];
    }
  /** `attribution` names who said it, or says that nobody is named; '' where neither is known. */
  | {
      readonly type: 'quotation';
      readonly attribution: string;
      readonly content: readonly ActesBlock[];
      readonly sources: readonly string[];
      readonly personId: string | null;
    }
  | {
      readonly type: 'proposal';
      readonly kind: 'proposal' | 'decision';
      /** « Proposition », « Décision » */
      readonly label: string;
      readonly content: readonly ActesBlock[];
      readonly sources: readonly string[];
    }
  /** Words of one person as they were said; `label` tells the kind, '' when it has none. */
  | {
      readonly type: 'contribution';
      readonly label: string;
      readonly author: string;
      readonly content: readonly ActesBlock[];
      readonly sources: readonly string[];
      readonly personId: string | null;
    }
  /** `NOM Prénom – fonction (commune)`, then what they want quoted ('' for none), then what they say of themselves. */
  | {
      readonly type: 'presentation';
      readonly who: string;
      readonly quotation: readonly ActesBlock[];
      readonly content: readonly ActesBlock[];
      readonly personId: string | null;
    }
  /** One line a person, as the field sets lists of présents: `F. PERON, St Martin d’Hères`. */
  | { readonly type: 'attendance'; readonly entries: readonly AttendanceEntry[] }
  | {
      readonly type: 'table';
      readonly columns: number;
      readonly rows: readonly (readonly ActesCell[])[];
    }
  | ({ readonly type: 'image' } & ActesPicture);

export type ActesListItem = { readonly content: readonly ActesBlock[]; readonly sources: readonly string[] };
/** `name` is exactly what the line says. */
export type NamedInFacts = { readonly personId: string; readonly name: string };
export type ActesCell = { readonly header: boolean; readonly content: readonly ActesBlock[] };
/** `note` tells « représentée par … », or ''. */
export type AttendanceEntry = {
  readonly who: string;
  readonly note: string;
  readonly personId: string | null;
};
/** Bytes are kept beside the log under `file`, their SHA-256 (hex); null where there are none to show. */
export type ActesPicture = {
  readonly alternative: string;
  readonly file: string | null;
  readonly mediaType: PhotoType | null;
};

export type ActesPart = {
  readonly kind: PartKind;
  /** The atelier it tells of, or the id of a part composed by hand; null for the others. */
  readonly subject: string | null;
  /** The first is the heading of level 1. */
  readonly blocks: readonly ActesBlock[];
};

/** Plain data, ready to cross a process as JSON. Texts are in their final typography. */
export type Actes = {
  readonly language: ActesLanguage;
  readonly model: ActesModel;
  /** The title of the file: the cover's title with what it is. */
  readonly title: string;
  readonly organisation: string;
  /** ISO day or ''. */
  readonly day: string;
  readonly logo: ActesPicture | null;
  readonly cover: {
    /** « Actes du séminaire », « Compte rendu » */
    readonly label: string;
    readonly title: string;
    readonly theme: string;
    readonly dayAndPlace: string;
    readonly counts: string;
    /** « Brouillon du 26 novembre 2026 », « Version provisoire du … », « Bon pour diffusion le … », « Expurgé le … »; '' for none. */
    readonly standing: string;
  };
  /** The title of the table of contents; '' for actes that have none (a compte rendu of two pages). */
  readonly contents: string;
  readonly parts: readonly ActesPart[];
};
