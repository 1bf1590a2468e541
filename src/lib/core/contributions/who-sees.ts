/** Which contributions are there for whom. */
import type { Contribution } from './contribution.ts';
import type { Contributions } from './fold-contributions.ts';

/** Written in a silence that is not revealed yet: nobody but its author knows of it. */
export const isUnrevealed = (
  { silence }: Pick<Contributions, 'silence'>,
  { silenceId }: Pick<Contribution, 'silenceId'>,
): boolean => silenceId !== null && silence !== null && silence.id === silenceId && !silence.revealed;

/** What the room sees: neither withdrawn, nor hidden, nor written in a silence that is not revealed yet. */
export const isSeenByRoom = (contributions: Contributions, it: Contribution): boolean =>
  !it.withdrawn && it.hidden === null && !isUnrevealed(contributions, it);

/** What those who sort see: what was withdrawn or hidden too. */
export const isSeenBySorting = (contributions: Contributions, it: Contribution): boolean =>
  !isUnrevealed(contributions, it);
