/** What stands under someone's name for « Qui sommes-nous », with what is on its way counted in. */
import type { PendingCommand } from '#lib/client/outbox-queue.ts';
import type { PresentationView } from '#protocol/people-views.ts';

export type PresentationStanding = Pick<PresentationView, 'quotation' | 'text' | 'agreed'> & {
  /** Not on the server's disk yet. */
  readonly waiting: boolean;
};

/** Null when nothing was written; `pending` oldest first. */
export function presentationStanding(
  present: PresentationView | null,
  pending: readonly Pick<PendingCommand, 'command'>[],
  personId: string | null,
): PresentationStanding | null {
  let standing: PresentationStanding | null = present && {
    ...{ quotation: present.quotation, text: present.text, agreed: present.agreed, waiting: false },
  };
  for (const { command } of pending) {
    if (command.type === 'presentation/write' && command.personId === personId) {
      const { quotation, text } = command;
      standing = { quotation, text, agreed: true, waiting: true };
    }
    if (command.type === 'presentation/agree' && command.personId === personId && standing !== null)
      standing = { ...standing, agreed: true, waiting: true };
  }
  return standing;
}
