/** What reading a pasted text points at, in words. */
import type { AgendaWarning } from '#core/agenda/parsed-agenda.ts';
import type { ProgrammeWarning } from '#core/programme/parsed-programme.ts';
import { formatDuration } from '#core/time/formats.ts';
import { minutes } from '#core/time/instant.ts';
import type { Messages } from '#i18n/messages.ts';

/** With the length of what is pointed at, where it is known. */
export const warningWords = (
  { code, minutes: length }: AgendaWarning | ProgrammeWarning,
  { warnings }: Messages,
): string => {
  const { warningOf } = warnings;
  return length !== undefined && isMeasured(code, warningOf)
    ? warningOf[code](formatDuration(minutes(length)))
    : warnings.warning[code];
};

const isMeasured = <T extends object>(code: PropertyKey, of: T): code is keyof T => code in of;
