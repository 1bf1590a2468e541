/** An agenda as it leaves the house: what its exports are made from, and the words they bring. */
import type { Instant } from '#core/time/instant.ts';
import type { Language } from '#core/time/formats.ts';
import type { AgendaItem, AgendaItemKind } from '../plan.ts';

/** The planned times of the points that have some, by point. */
export type PlannedTimes = ReadonlyMap<string, { readonly start: Instant; readonly end: Instant }>;

export type AgendaSheet = {
  readonly title: string;
  readonly theme: string;
  /** ISO day, or ''. */
  readonly day: string;
  /** The room and the town, or ''. */
  readonly place: string;
  readonly language: Language;
  /** IANA zone of the times. */
  readonly zone: string;
  readonly items: readonly AgendaItem[];
  readonly times: PlannedTimes;
  /** For those who run the sitting only: the exports then carry the animateur's notes. */
  readonly withAnimateurNotes: boolean;
};

/** The words the exports bring; a parameter, because core holds no user-facing words. */
export type AgendaLabels = {
  readonly theme: string;
  readonly day: string;
  readonly place: string;
  readonly total: string;
  readonly questions: string;
  readonly animateurNotes: string;
  readonly protected: string;
  /** « au moins 20 min » */
  readonly floor: (length: string) => string;
  readonly kind: Readonly<Record<AgendaItemKind, string>>;
  /** What parts a label from what it tells: « : », with its space in French. */
  readonly colon: string;
  readonly yes: string;
  readonly no: string;
  readonly columns: {
    readonly number: string;
    readonly title: string;
    readonly kind: string;
    readonly minutes: string;
    readonly start: string;
    readonly end: string;
    readonly protected: string;
    readonly floor: string;
    readonly context: string;
  };
};

/** The text on one line, without what cannot be shown. */
export const onOneLine = (text: string): string => shownLines(text).join(' ');

/** The lines that say something, each trimmed, without what cannot be shown. */
export const shownLines = (text: string): readonly string[] =>
  text
    .split(/[\n\r\v\f\u2028\u2029]+/u)
    .map((line) =>
      line
        .replace(/\p{Cc}/gu, ' ')
        .replace(/\p{Surrogate}/gu, '\ufffd')
        .trim(),
    )
    .filter((line) => line !== '');
