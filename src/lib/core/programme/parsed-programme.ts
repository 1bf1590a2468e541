/** What reading a pasted programme answers. */
import type { AgendaWarningCode, NotUnderstoodReason, ParsedItem } from '../agenda/parsed-agenda.ts';
import type { Instant } from '../time/instant.ts';
import type { SharedTimeKind } from './programme.ts';

export const PROGRAMME_REASONS = [
  'programme/before-first-time',
  'programme/detail',
  'programme/no-time',
] as const;
/** Why a line is listed as not understood, besides the reasons of an agenda. */
export type ProgrammeReason = (typeof PROGRAMME_REASONS)[number] | NotUnderstoodReason;

export const PROGRAMME_WARNING_CODES = [
  'programme/nothing',
  'programme/overlap',
  'programme/no-end',
] as const;
export type ProgrammeWarningCode = (typeof PROGRAMME_WARNING_CODES)[number] | AgendaWarningCode;

/** A day (yyyy-mm-dd) with the line that heads it, as written; '' when none does. */
export type ParsedDay = { day: string; label: string; line: number };

/** When something is: hh:mm on its day; the moments too when a zone was given. */
export type ParsedSpan = {
  day: string;
  start: string | null;
  end: string | null;
  startsAt?: Instant;
  endsAt?: Instant;
};

/** A shared time as it was understood; `line` counts from 1 in the pasted text. */
export type ParsedSharedTime = ParsedSpan & {
  kind: SharedTimeKind;
  title: string;
  place: string;
  speakers: string;
  start: string;
  line: number;
};

/** An atelier as it was understood; without a time of its own or of its parallel slot, `start` is null. */
export type ParsedAtelier = ParsedSpan & {
  title: string;
  room: string;
  speakers: string;
  items: ParsedItem[];
  line: number;
};

export type ProgrammeNotUnderstood = { line: number; text: string; reason: ProgrammeReason };
export type ProgrammeWarning = { code: ProgrammeWarningCode; line: number; minutes?: number };

/** A pasted programme as it was understood; each list in the order of its lines. What was not found is absent. */
export type ParsedProgramme = {
  title?: string;
  theme?: string;
  days: ParsedDay[];
  times: ParsedSharedTime[];
  ateliers: ParsedAtelier[];
  notUnderstood: ProgrammeNotUnderstood[];
  warnings: ProgrammeWarning[];
};
