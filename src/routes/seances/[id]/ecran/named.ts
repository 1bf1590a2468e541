/** People on the projector, as far as they agreed to be named. */
import type { Attribution } from '#core/seminar/person.ts';
import type { FloorView, RoundView } from '#protocol/room-views.ts';

const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** How the room may call them: by name, else by function and town; null when they agreed to neither. */
export const named = ({ name, function: role, town }: Attribution): string | null => {
  if (name !== null) return name;
  if (role === null) return null;
  return town === null ? role : `${role} (${town})`;
};

/** What stands under a name: « Présidente (Morlaix) »; '' when the name is all there is, or when there is none. */
export const roleLine = ({ name, function: role, town }: Attribution): string => {
  if (name === null) return '';
  if (role === null) return town ?? '';
  return capitalised(town === null ? role : `${role} (${town})`);
};

/** How many have their turn after whoever has it now. */
export const toComeInRound = ({
  people,
  done,
  person,
}: Pick<RoundView, 'people' | 'done' | 'person'>): number =>
  Math.max(0, people - done - (person === null ? 0 : 1));

type FloorWords = {
  readonly someone: string;
  readonly floor: (name: string) => string;
  readonly floorNext: (name: string) => string;
  readonly floorFirst: (name: string) => string;
};

/** Who speaks and who speaks next, in one line, where that is announced; '' else. */
export function floorLine({ announced, speaking, asks }: FloorView, words: FloorWords): string {
  if (!announced) return '';
  const [next] = asks;
  const nameOf = (attribution: Attribution): string => named(attribution) ?? words.someone;
  if (speaking === null) return next === undefined ? '' : words.floorFirst(nameOf(next.person.attribution));
  const now = words.floor(nameOf(speaking.person.attribution));
  return next === undefined ? now : `${now} · ${words.floorNext(nameOf(next.person.attribution))}`;
}
