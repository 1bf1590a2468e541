/** Who said it, in one line, as far as they agreed to be named. */
import type { Attribution } from '#core/seminar/person.ts';

const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** « Inès Caradec, présidente (Morlaix) », « Présidente (Morlaix) », or `withoutName` when nothing was agreed to. */
export const attributionLine = ({ name, function: role, town }: Attribution, withoutName: string): string => {
  const who = [name, role].filter((part) => part !== null).join(', ');
  if (who === '') return town === null ? withoutName : `${withoutName} (${town})`;
  return capitalised(town === null ? who : `${who} (${town})`);
};
