/** The words of a sitting that stand in someone's name and wait for that person's agreement. */
import type { ContributionKind } from '../contributions/contribution.ts';
import type { SittingLog } from './sitting.ts';
import { contributionsOf } from './sitting.ts';

export type WordsToConfirm = {
  readonly personId: string;
  /** Null for a presentation. */
  readonly contributionId: string | null;
  /** Of a presentation, what may be quoted; '' else. */
  readonly quotation: string;
  readonly text: string;
  readonly kind: ContributionKind | null;
  readonly itemId: string | null;
  readonly questionId: string | null;
};

/** In the order they were entered, presentations last; what was withdrawn or redacted waits for nothing. */
export function wordsToConfirm(log: SittingLog): readonly WordsToConfirm[] {
  const said = contributionsOf(log).flatMap((it): WordsToConfirm[] => {
    const { id: contributionId, author: personId, text, kind, itemId, questionId } = it;
    return personId === null || it.agreed || it.withdrawn || text === null
      ? []
      : [{ personId, contributionId, quotation: '', text, kind, itemId, questionId }];
  });
  const presented = [...log.presentations.values()].flatMap((it): WordsToConfirm[] => {
    const { personId, quotation, text } = it;
    if (it.agreed || ((quotation ?? '') === '' && (text ?? '') === '')) return [];
    const words = { quotation: quotation ?? '', text: text ?? '' };
    return [{ personId, contributionId: null, ...words, kind: null, itemId: null, questionId: null }];
  });
  return [...said, ...presented];
}
