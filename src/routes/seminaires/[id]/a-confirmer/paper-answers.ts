/** What a signed sheet says of words entered for someone, and the commands that put it down. */
import type { Command } from '#protocol/inputs.ts';
import type { ToConfirmView } from '#protocol/people-views.ts';

export type PersonToConfirm = ToConfirmView['people'][number];
export type WaitingWords = PersonToConfirm['words'][number];

/** `removed`: of a presentation, which without a name says nothing. */
export const ANSWERS = ['agreed', 'corrected', 'disowned', 'removed'] as const;
export type Answer = (typeof ANSWERS)[number];
/** With the words as they are to stand: those on the sheet, unless the person corrected them. */
export type PaperAnswer = { readonly answer: Answer; readonly quotation: string; readonly text: string };

/** Tells words apart over the whole list. */
export const keyOf = ({ personId }: Pick<PersonToConfirm, 'personId'>, words: WaitingWords): string =>
  words.contributionId ?? `${words.sittingId} ${personId}`;

export const answersFor = ({ contributionId }: WaitingWords): readonly Answer[] => [
  'agreed',
  'corrected',
  contributionId === null ? 'removed' : 'disowned',
];

/** That answer, before anything is corrected. */
export const answered = (answer: Answer, { quotation, text }: WaitingWords): PaperAnswer => ({
  answer,
  quotation,
  text,
});

/** Corrected to nothing at all: then it is no answer. */
export const isEmpty = ({ answer, quotation, text }: PaperAnswer): boolean =>
  answer === 'corrected' && quotation.trim() === '' && text.trim() === '';

/** What is sent for one answer, in order: corrected words are agreed to as they stand then. */
export function commandsFor(personId: string, words: WaitingWords, given: PaperAnswer): readonly Command[] {
  const { sittingId, contributionId } = words;
  const { answer } = given;
  const [quotation, text] = [given.quotation.trim(), given.text.trim()];
  const changed = answer === 'corrected' && (quotation !== words.quotation || text !== words.text);
  if (contributionId === null) {
    if (answer === 'removed')
      return [{ type: 'presentation/write', sittingId, personId, quotation: '', text: '' }];
    const agreed: Command = { type: 'presentation/agree-on-paper', sittingId, personId };
    return changed
      ? [{ type: 'presentation/write', sittingId, personId, quotation, text }, agreed]
      : [agreed];
  }
  const these = { sittingId, contributionIds: [contributionId] };
  if (answer === 'disowned') return [{ type: 'contribution/disown-on-paper', ...these }];
  const agreed: Command = { type: 'contribution/agree-on-paper', ...these };
  if (!changed) return [agreed];
  const { kind, itemId, questionId } = words;
  const put = { sittingId, contributionId, kind, itemId, questionId, text, key: null };
  return [{ type: 'contribution/change', ...put }, agreed];
}
