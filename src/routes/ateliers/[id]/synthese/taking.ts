/** Contributions as they are taken over: in which way, and under whose name. */
import type { ContributionKind } from '#core/contributions/contribution.ts';
import type { Attribution } from '#core/seminar/person.ts';
import type { Taken } from '#lib/client/take-over.ts';
import { attributionLine } from '#lib/ui/attribution.ts';
import type { ContributionView } from '#protocol/views.ts';

/** The ways in which a contribution is taken over, in the order of their buttons. */
export const WAYS = ['quotation', 'list', 'proposal'] as const;
export type How = (typeof WAYS)[number];

/** A contribution that was dropped into the text says itself what it becomes. */
export const wayWhenDropped = (kind: ContributionKind | null): How =>
  kind === 'proposal' ? 'proposal' : 'quotation';

const KEYS: Readonly<Record<string, How>> = { c: 'quotation', l: 'list', p: 'proposal' };

/** The way that a key asks for where a contribution has the focus; null when it asks for none. */
export const wayOfKey = ({
  key,
  altKey,
  ctrlKey,
  metaKey,
}: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>): How | null =>
  altKey || ctrlKey || metaKey ? null : (KEYS[key.toLowerCase()] ?? null);

/** As its author agrees to be named under a quotation; '' when they do not. */
export const agreedLine = (attribution: Attribution): string =>
  attribution.name === null && attribution.function === null
    ? (attribution.town ?? '')
    : attributionLine(attribution, '');

/** Null when its words were erased. */
export const takenAs = (it: ContributionView, how: How): Taken | null =>
  it.text === null
    ? null
    : { id: it.id, text: it.text, attribution: agreedLine(it.attribution), as: how, itemId: it.itemId };

/** Those between two of them, both included, in the order in which they stand. */
export function between(ids: readonly string[], one: string, other: string): readonly string[] {
  const [a, b] = [ids.indexOf(one), ids.indexOf(other)];
  if (a < 0 || b < 0) return [other];
  return ids.slice(Math.min(a, b), Math.max(a, b) + 1);
}
