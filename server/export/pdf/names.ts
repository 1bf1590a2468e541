/** People's names are never hyphenated: which words are names is told by the lines that name people. */
import type { Actes, ActesBlock } from '#core/actes/actes.ts';

const CAPITALISED = /\p{Lu}[\p{L}\p{M}-]*/gu;
/** Shorter words are hyphenated by nobody. */
const SHORTEST = 4;

/** The capitalised words of the lines that name people, in capitals. */
export function namesIn(actes: Actes): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (line: string): void => {
    for (const [word] of line.normalize('NFC').matchAll(CAPITALISED))
      if (word.length >= SHORTEST) names.add(word.toUpperCase());
  };
  const visit = (blocks: readonly ActesBlock[]): void => blocks.forEach(visitBlock);
  const visitBlock = (block: ActesBlock): void => {
    switch (block.type) {
      case 'quotation':
        add(block.attribution);
        return visit(block.content);
      case 'contribution':
        add(block.author);
        return visit(block.content);
      case 'presentation':
        add(block.who);
        visit(block.quotation);
        return visit(block.content);
      case 'attendance':
        return block.entries.forEach(({ who, note }) => add(`${who} ${note}`));
      case 'proposal':
        return visit(block.content);
      case 'list':
        return block.items.forEach(({ content }) => visit(content));
      case 'table':
        return block.rows.flat().forEach(({ content }) => visit(content));
      default:
    }
  };
  actes.parts.forEach(({ blocks }) => visit(blocks));
  return names;
}

/** The text in pieces: a name stands in a piece of its own. */
export function cutAtNames(
  text: string,
  names: ReadonlySet<string>,
): readonly { readonly text: string; readonly isName: boolean }[] {
  const pieces: { text: string; isName: boolean }[] = [];
  let done = 0;
  for (const { 0: word, index } of text.matchAll(CAPITALISED)) {
    if (!names.has(word.normalize('NFC').toUpperCase())) continue;
    if (index > done) pieces.push({ text: text.slice(done, index), isName: false });
    pieces.push({ text: word, isName: true });
    done = index + word.length;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), isName: false });
  return pieces;
}
