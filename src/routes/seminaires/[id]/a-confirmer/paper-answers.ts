/** What a signed sheet says of words entered for someone, and the commands that put it down. */
import type { Command } from '#protocol/inputs.ts';
import type { ToConfirmView } from '#protocol/views.ts';

export type PersonToConfirm = ToConfirmView['people'][number];
export type WaitingWords = PersonToConfirm['words'][number];

/** `removed`: of a presentation, which without a name says nothing. */
export const ANSWERS = ['agreed', 'corrected', 'disowned', 'removed'] as const;
export type Answer = (typeof ANSWERS)[number];
/** `text` where the person corrected the words. */
export type PaperAnswer = { readonly answer: Answer; readonly text: string };

/** Tells words apart over the whole list. */
export const keyOf = ({ personId }: Pick<PersonToConfirm, 'personId'>, words: WaitingWords): string =>
  words.contributionId ?? `${words.sittingId} ${personId}`;

/** The answers that words can be given. A presentation is corrected where it was written. */
export const answersFor = ({ contributionId }: WaitingWords): readonly Answer[] =>
  contributionId === null ? ['agreed', 'removed'] : ['agreed', 'corrected', 'disowned'];

/** What is sent for one answer, in order: corrected words are agreed to as they stand then. */
export function commandsFor(
  personId: string,
  words: WaitingWords,
  { answer, text }: PaperAnswer,
): readonly Command[] {
  const { sittingId, contributionId } = words;
  if (contributionId === null) {
    if (answer === 'removed')
      return [{ type: 'presentation/write', sittingId, personId, quotation: '', text: '' }];
    return [{ type: 'presentation/agree-on-paper', sittingId, personId }];
  }
  const these = { sittingId, contributionIds: [contributionId] };
  if (answer === 'disowned') return [{ type: 'contribution/disown-on-paper', ...these }];
  const agreed: Command = { type: 'contribution/agree-on-paper', ...these };
  if (answer !== 'corrected' || text.trim() === words.text) return [agreed];
  const { kind, itemId, questionId } = words;
  const changed = { sittingId, contributionId, kind, itemId, questionId, text: text.trim(), key: null };
  return [{ type: 'contribution/change', ...changed }, agreed];
}
