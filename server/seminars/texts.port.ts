/** The shared texts as plain data, with everything that was written and acknowledged. */
import type { RichText } from '#core/actes/rich-text.ts';

export type SharedTextRef = {
  readonly kind: 'notes' | 'synthesis' | 'preamble' | 'part';
  readonly id: string;
};

export interface SharedTexts {
  richText(of: SharedTextRef): Promise<RichText>;
}

/** A text as it is kept, to be read elsewhere than where rooms are answered: long texts take long to read. */
export type StoredText = readonly Uint8Array[];

export interface StoredTexts {
  stored(of: SharedTextRef): Promise<StoredText>;
}
