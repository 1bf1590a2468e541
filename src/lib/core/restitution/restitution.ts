/** The restitution: a synthesis on the plenary's screen, one idea a slide. */
import type { Block, RichText } from '../actes/rich-text.ts';
import type { DomainEvent } from '../events/event-types.ts';

/** The slide that everybody sees, counted from 0. */
export type Restitution = { readonly atelierId: string; readonly slide: number };

/**
 * How a slide goes on from the one before it, where no screen holds all: with the same quotation or proposal at a new
 * paragraph (`block`), or with the same paragraph or list, of the same quotation or proposal too (`words`).
 */
export type GoesOn = 'block' | 'words';

type SlideContent =
  /** The atelier's title and who presents it; the first. */
  | { readonly type: 'title'; readonly title: string }
  /** A heading with what stands under it. */
  | {
      readonly type: 'idea';
      readonly heading: string;
      readonly content: readonly Block[];
      readonly goesOn?: GoesOn;
    }
  | {
      readonly type: 'quotation';
      readonly heading: string;
      readonly content: readonly Block[];
      readonly attribution: string;
      readonly goesOn?: GoesOn;
      /** More of it is on the next slide, and there who said it: without this, nobody is named. */
      readonly unfinished?: true;
    }
  | {
      readonly type: 'proposal';
      readonly heading: string;
      readonly kind: 'proposal' | 'decision';
      readonly content: readonly Block[];
      readonly goesOn?: GoesOn;
    }
  /** What does not cut well stands as the page that it is, as many screens long: a whole text, or a table of it. */
  | {
      readonly type: 'page';
      /** What the table stands under; '' above a whole text, which has its own. */
      readonly heading: string;
      readonly content: RichText;
      readonly screens: number;
    }
  /** The page before it, scrolled: which of its screens it is, counted from 0; never the first. */
  | { readonly type: 'further'; readonly screen: number };

export type Slide = SlideContent & {
  /** It is the first under its heading: that of the slide before may have the same words. */
  readonly opens?: true;
};

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
