/** The restitution: a synthesis on the plenary's screen, one idea a slide. */
import type { Block, RichText } from '../actes/rich-text.ts';
import type { DomainEvent } from '../events/event-types.ts';

/** The slide that everybody sees, counted from 0. */
export type Restitution = { readonly atelierId: string; readonly slide: number };

export type Slide =
  /** The atelier's title and who presents it; the first. */
  | { readonly type: 'title'; readonly title: string }
  /** A heading with what stands under it. */
  | { readonly type: 'idea'; readonly heading: string; readonly content: readonly Block[] }
  | {
      readonly type: 'quotation';
      readonly heading: string;
      readonly content: readonly Block[];
      readonly attribution: string;
    }
  | {
      readonly type: 'proposal';
      readonly heading: string;
      readonly kind: 'proposal' | 'decision';
      readonly content: readonly Block[];
    }
  /** A text that does not cut well stands as the page that it is, as many screens long. */
  | { readonly type: 'page'; readonly content: RichText; readonly screens: number }
  /** The page before it, scrolled: which of its screens it is, counted from 0; never the first. */
  | { readonly type: 'further'; readonly screen: number };

/** The restitution after the event; other events leave it as it is. */
export function foldRestitution(shown: Restitution | null, event: DomainEvent): Restitution | null {
  switch (event.type) {
    case 'restitution/shown':
      return { atelierId: event.payload.atelierId, slide: event.payload.slide };
    case 'restitution/put-away':
    case 'sitting/closed':
      return null;
    default:
      return shown;
  }
}
