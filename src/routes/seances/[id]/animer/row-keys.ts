/** The keys of a contribution that has the focus. French initials; none of them is a key of the console. */

export type RowAction =
  | 'menu'
  | 'pin'
  | 'approve'
  | 'group'
  | 'ungroup'
  | 'place'
  | 'change'
  | 'hide'
  | 'choose'
  | 'take'
  | 'next-row'
  | 'previous-row'
  | 'first-row'
  | 'last-row';

/** As the menu shows them. */
export const ROW_KEYS = {
  pin: 'P',
  approve: 'A',
  group: 'G',
  ungroup: 'O',
  place: 'D',
  change: 'C',
  hide: 'M',
  choose: 'X',
  take: 'R',
} as const satisfies Partial<Record<RowAction, string>>;

const ACTIONS: Readonly<Record<string, RowAction>> = {
  Enter: 'menu',
  ArrowDown: 'next-row',
  ArrowUp: 'previous-row',
  Home: 'first-row',
  End: 'last-row',
  // « Écran ».
  é: 'pin',
  ...Object.fromEntries(
    Object.entries(ROW_KEYS).map(([action, key]) => [key.toLowerCase(), action as RowAction]),
  ),
};

type Key = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'repeat'>;

/** What a key asks of the contribution; null when it asks nothing or is part of another combination. */
export const rowAction = ({ key, altKey, ctrlKey, metaKey, repeat }: Key): RowAction | null => {
  if (altKey || ctrlKey || metaKey) return null;
  const action = ACTIONS[key] ?? ACTIONS[key.toLowerCase()] ?? null;
  const moves = action === 'next-row' || action === 'previous-row';
  return repeat && !moves ? null : action;
};
