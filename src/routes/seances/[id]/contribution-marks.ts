/** What is to be known of words besides who said them, in a few small words. */
import type { Instant } from '#core/time/instant.ts';
import type { Messages } from '#i18n/messages.ts';
import type { ContributionView } from '#protocol/views.ts';

type Marked = Pick<ContributionView, 'at' | 'changed' | 'entry' | 'pinned' | 'toConfirm'>;

/** `finishedAt`: the end of the run; what was said later was entered afterwards. */
export function marksOf(
  { at, changed, entry, pinned, toConfirm }: Marked,
  finishedAt: Instant | null,
  words: Messages['ownWords']['marks'],
): readonly string[] {
  return [
    pinned ? words.pinned : '',
    entry === 'speech' ? words.speech : '',
    entry === 'slip' ? words.slip : '',
    finishedAt !== null && at > finishedAt ? words.afterwards : '',
    toConfirm ? words.toConfirm : '',
    changed ? words.changed : '',
  ].filter((mark) => mark !== '');
}
