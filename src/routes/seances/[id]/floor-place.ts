/** Where someone stands among those who ask for the floor. */
import type { FloorView } from '#protocol/room-views.ts';

export type FloorPlace =
  | { readonly type: 'none' }
  /** How many speak before them; null while the list does not show their ask. */
  | { readonly type: 'waits'; readonly before: number | null }
  | { readonly type: 'speaks' };

/** The place of the ask with this id, the one of whoever looks; null when they do not ask. */
export function floorPlace(
  { asks, speaking }: Pick<FloorView, 'asks' | 'speaking'>,
  askId: string | null,
): FloorPlace {
  if (askId === null) return { type: 'none' };
  if (speaking?.id === askId) return { type: 'speaks' };
  const before = asks.findIndex(({ id }) => id === askId);
  return { type: 'waits', before: before === -1 ? null : before };
}
