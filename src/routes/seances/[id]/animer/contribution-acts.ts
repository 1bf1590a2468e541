/** What may be done with one contribution, by whom, in the order of its menu. */
import { MOST_PINNED } from '#core/contributions/contribution.ts';
import type { ContributionView } from '#protocol/views.ts';
import type { RowAction } from './row-keys.ts';
import { isGone } from './sorted-list.ts';

export type Act = Extract<
  RowAction,
  'pin' | 'approve' | 'group' | 'ungroup' | 'place' | 'change' | 'hide' | 'choose' | 'take'
>;

export type Sorter = {
  /** Runs the room; else may only sort. */
  readonly mayModerate: boolean;
  readonly pinned: number;
  /** The projector shows what is approved. */
  readonly approves: boolean;
  readonly mayTake: boolean;
};

/** `withdraw` has no key: it cannot be taken back. */
export const actsOn = (it: ContributionView, by: Sorter): readonly (Act | 'withdraw')[] => {
  // Whoever may not sort is not told what only those who sort see.
  if (it.sorting === null) return [];
  if (it.sorting.withdrawn) return [];
  if (it.sorting.hidden !== null) return by.mayModerate ? ['hide'] : [];
  const acts: (Act | 'withdraw')[] = [];
  if (by.mayModerate && it.text !== null) acts.push('pin');
  if (by.mayModerate && by.approves && !it.approved) acts.push('approve');
  if (by.mayTake && it.text !== null) acts.push('take');
  acts.push('group');
  if (it.groupId !== null) acts.push('ungroup');
  acts.push('place', 'choose');
  // What was said without a name nobody but its author changes.
  if (by.mayModerate && !it.unnamed && it.text !== null) acts.push('change');
  if (by.mayModerate) acts.push('hide');
  if (by.mayModerate && it.entry !== 'typed') acts.push('withdraw');
  return acts;
};

export const canPin = (it: ContributionView, pinned: number): boolean =>
  it.pinned || (pinned < MOST_PINNED && !isGone(it));
