/** What reading a pasted agenda answers. */
import type { AgendaItemKind } from './plan.ts';

export const NOT_UNDERSTOOD_REASONS = [
  'agenda/before-first-item',
  'agenda/no-item',
  'agenda/section',
  'agenda/untitled',
  'agenda/second-duration',
  'agenda/second-total',
  'agenda/table-heading',
  'agenda/no-words',
  'agenda/binary',
  'agenda/too-long',
] as const;
/** Why a line is listed as not understood. */
export type NotUnderstoodReason = (typeof NOT_UNDERSTOOD_REASONS)[number];

export const AGENDA_WARNING_CODES = [
  'agenda/empty',
  'agenda/no-item',
  'agenda/no-duration',
  'agenda/several-durations',
  'agenda/long-item',
  'agenda/declared-differs',
  'agenda/duration-contradicts-clock',
  'agenda/weekday-contradicts-date',
  'agenda/gap',
  'agenda/overlap',
  'agenda/clock-goes-back',
  'agenda/binary',
  'agenda/too-long',
] as const;
/** What the organiser should look at before saving. */
export type AgendaWarningCode = (typeof AGENDA_WARNING_CODES)[number];

/** A point as it was understood; `line` counts from 1 in the pasted text, `minutes` is whole. */
export type ParsedItem = {
  title: string;
  kind: AgendaItemKind;
  minutes: number;
  /** Its time of day, hh:mm: as written, or reckoned from the written one before it. */
  start?: string;
  protected: boolean;
  /** Told by what Plénière exported only; likewise the notes. */
  floorMinutes?: number;
  animateurNotes?: string;
  questions: string[];
  context: string[];
  line: number;
};

export type NotUnderstood = { line: number; text: string; reason: NotUnderstoodReason };
/** `minutes`: how long a gap or an overlap lasts, or the written length that was not kept. */
export type AgendaWarning = { code: AgendaWarningCode; line: number; minutes?: number };

/** A pasted agenda as it was understood; `date` is yyyy-mm-dd. What was not found is absent. */
export type ParsedAgenda = {
  title?: string;
  theme?: string;
  date?: string;
  declaredMinutes?: number;
  items: ParsedItem[];
  notUnderstood: NotUnderstood[];
  warnings: AgendaWarning[];
};

/** A longer text is read up to its last whole line within this. */
export const LONGEST_AGENDA_CHARACTERS = 100_000;
/** The planned minutes of a point that names none. */
export const DEFAULT_ITEM_MINUTES = 30;
/** A point longer than this is pointed at. */
export const LONG_ITEM_MINUTES = 240;
