/** What was said, as the projector writes it. */
import type { ContributionView } from '#protocol/views.ts';
import { shortened } from './screen-focus.ts';

/** Within so many characters; a testimony stands in quotation marks. */
export const saidWords = (
  { text, kind }: Pick<ContributionView, 'text' | 'kind'>,
  most: number,
  quoted: (text: string) => string,
): string => {
  const words = shortened(text ?? '', most);
  return kind === 'testimony' && !/^[«“"]/.test(words) ? quoted(words) : words;
};
