/** The lines of a shared text that whoever wrote it answers for. */
import { plainWords } from './block-texts.ts';
import type { RichText } from './rich-text.ts';

/** A line for each paragraph, heading, name under a quotation and description; quotations of a contribution are its author's. */
export const ownLines = (text: RichText): readonly string[] =>
  text.flatMap((block): readonly string[] => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return [plainWords(block.content)];
      case 'list':
        return block.items.flatMap(({ content }) => ownLines(content));
      case 'quotation':
        return block.sources.length > 0 ? [] : [...ownLines(block.content), block.attribution];
      case 'proposal':
        return ownLines(block.content);
      case 'table':
        return block.rows.flat().flatMap(({ content }) => ownLines(content));
      case 'image':
        return [block.alternative];
    }
  });
