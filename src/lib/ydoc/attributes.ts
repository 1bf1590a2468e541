/**
 * What the attributes of a shared document may hold. They arrive from other people's editors, so every reader checks
 * them. They are JSON scalars: the binding between Yjs and the editor compares them by identity, and would write an
 * array again at each keystroke.
 */
import { SOURCE_STANDINGS } from '#core/synthesis/source-standing.ts';
import type { SourceStanding } from '#core/synthesis/source-standing.ts';

const SOURCE = /^[A-Za-z0-9_-]{1,64}$/;
const MAX_SOURCES = 200;

/** The ids in a `sources` attribute, in order and once each; what is no id is left out. */
export function sourcesOf(attribute: unknown): readonly string[] {
  if (typeof attribute !== 'string') return [];
  const ids = attribute.split(' ').filter((id) => SOURCE.test(id));
  return [...new Set(ids)].slice(0, MAX_SOURCES);
}

/** A `sources` attribute: ids joined by spaces; null when there are none, because null is not stored. */
export function sourcesAttribute(ids: readonly string[]): string | null {
  return sourcesOf(ids.join(' ')).join(' ') || null;
}

/** What became of the sources when someone decided that the words stay as they are; null when nobody did. */
export function settledOf(attribute: unknown): SourceStanding | null {
  return SOURCE_STANDINGS.find((standing) => standing === attribute) ?? null;
}

/** The address when a link may lead there (http, https, mailto), null otherwise. */
export function safeHref(href: unknown): string | null {
  if (typeof href !== 'string' || href.length > 2048) return null;
  // A browser drops control characters and white space before it reads the scheme.
  if (!/^(https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(href)) return null;
  return href;
}

/** An id of an agenda item or an attachment, null when it is none. */
export function idOf(attribute: unknown): string | null {
  return typeof attribute === 'string' && SOURCE.test(attribute) ? attribute : null;
}

export function headingLevel(attribute: unknown): 1 | 2 | 3 {
  return attribute === 1 || attribute === 3 ? attribute : 2;
}

/** The number a list starts at. */
export function listStart(attribute: unknown): number {
  return typeof attribute === 'number' && Number.isInteger(attribute) && attribute >= 0 && attribute < 1e6
    ? attribute
    : 1;
}

export function proposalKind(attribute: unknown): 'proposal' | 'decision' {
  return attribute === 'decision' ? 'decision' : 'proposal';
}

/** A line of words, such as an attribution or an image's description; '' when there is none. */
export function lineOf(attribute: unknown): string {
  return typeof attribute === 'string'
    ? attribute
        .replaceAll(/[\s\p{Cc}]+/gu, ' ')
        .trim()
        .slice(0, 500)
    : '';
}
