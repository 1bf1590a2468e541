/** The words of a sitting that stand in someone's name and wait for that person's agreement. */
import type { SittingLog } from './sitting.ts';
import { contributionsOf } from './sitting.ts';

export type WordsToConfirm = {
  readonly personId: string;
  /** Null for a presentation. */
  readonly contributionId: string | null;
  readonly text: string;
};

/** In the order they were entered, presentations last; what was withdrawn or redacted waits for nothing. */
export function wordsToConfirm(log: SittingLog): readonly WordsToConfirm[] {
  const said = contributionsOf(log).flatMap(({ id, author, agreed, withdrawn, text }): WordsToConfirm[] =>
    author === null || agreed || withdrawn || text === null
      ? []
      : [{ personId: author, contributionId: id, text }],
  );
  const presented = [...log.presentations.values()].flatMap(
    ({ personId, quotation, text, agreed }): WordsToConfirm[] => {
      const lines = [quotation ? `« ${quotation} »` : '', text ?? ''].filter((it) => it !== '');
      return agreed || lines.length === 0 ? [] : [{ personId, contributionId: null, text: lines.join('\n') }];
    },
  );
  return [...said, ...presented];
}
