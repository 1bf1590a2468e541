/** An atelier held several times, made in one step: which sittings a pattern asks for. */
import type { Instant } from '#core/time/instant.ts';

export const SITTING_PATTERNS = ['groups', 'halves', 'later', 'tables'] as const;
/** Groups in parallel, morning and afternoon, repeated later, world café tables. */
export type SittingPattern = (typeof SITTING_PATTERNS)[number];

/** A sitting as it is about to be made, or named anew when it exists already. */
export type SittingDraft = {
  readonly sittingId: string;
  readonly exists: boolean;
  label: string;
  room: string;
  /** ISO day, '' when there is none. */
  day: string;
  /** `09:30`, '' when there is none. */
  time: string;
};

export type ExistingSitting = {
  readonly sittingId: string;
  readonly label: string;
  readonly room: string;
  readonly start: Instant | null;
  readonly day: string;
  readonly time: string;
};

export type SittingWords = {
  readonly group: (number: number) => string;
  readonly table: (number: number) => string;
  readonly morning: string;
  readonly afternoon: string;
  readonly again: (number: number) => string;
};

const AFTERNOON_FROM = 12;

/**
 * The sittings that exist and those the pattern adds, each with a label. `count` is how many there are in all, of
 * groups and tables; the other patterns add one. Parallel ones begin when the first does, tables share its room.
 */
export const sittingsOf = (
  pattern: SittingPattern,
  count: number,
  existing: readonly ExistingSitting[],
  words: SittingWords,
  newId: () => string,
): readonly SittingDraft[] => {
  const first = existing[0];
  const labelAt = labelling(pattern, words, existing);
  const kept = existing.map(({ sittingId, label, room, day, time }, index): SittingDraft => ({
    sittingId,
    exists: true,
    label: label === '' ? labelAt(index) : label,
    room,
    day,
    time,
  }));
  const parallel = pattern === 'groups' || pattern === 'tables';
  const all = parallel ? Math.max(count, existing.length) : existing.length + 1;
  const added = Array.from({ length: all - existing.length }, (_, index): SittingDraft => ({
    sittingId: newId(),
    exists: false,
    label: labelAt(existing.length + index),
    room: pattern === 'groups' ? '' : (first?.room ?? ''),
    day: pattern === 'later' ? '' : (first?.day ?? ''),
    time: parallel ? (first?.time ?? '') : '',
  }));
  return [...kept, ...added];
};

const labelling = (
  pattern: SittingPattern,
  words: SittingWords,
  existing: readonly ExistingSitting[],
): ((index: number) => string) => {
  switch (pattern) {
    case 'groups':
      return (index) => words.group(index + 1);
    case 'tables':
      return (index) => words.table(index + 1);
    case 'later':
      return (index) => words.again(index + 1);
    case 'halves': {
      const firstIsLate = Number(existing[0]?.time.slice(0, 2) ?? 0) >= AFTERNOON_FROM;
      const halves = firstIsLate ? [words.afternoon, words.morning] : [words.morning, words.afternoon];
      return (index) => halves[index] ?? words.again(index + 1);
    }
  }
};
