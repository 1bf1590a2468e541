/** Typography over a shared text, also where one sentence is cut by bold, italics or a link. */
import type { Language } from '../time/formats.ts';
import { frenchEdits, frenchTypography } from './french-typography.ts';
import type { Block, Inline, RichText } from './rich-text.ts';
import { singleSpaceEdits } from './single-spaces.ts';
import type { TypographyEdit } from './typography-edits.ts';
import { edited } from './typography-edits.ts';

/** A line as it is set in its language: French by the rules of French typography, any with one space between words. */
export const typesetLine = (text: string, language: Language): string =>
  language === 'fr' ? frenchTypography(text) : edited(text, singleSpaceEdits(text));

/** The shared text as it is set in its language. */
export const typesetText = (text: RichText, language: Language): RichText =>
  text.map((block) => typesetBlock(block, language));

function typesetBlock(block: Block, language: Language): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, content: typesetInlines(block.content, language) };
    case 'list':
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, content: typesetText(item.content, language) })),
      };
    case 'quotation':
      return {
        ...block,
        attribution: typesetLine(block.attribution, language),
        content: typesetText(block.content, language),
      };
    case 'proposal':
      return { ...block, content: typesetText(block.content, language) };
    case 'table':
      return {
        ...block,
        rows: block.rows.map((row) =>
          row.map((cell) => ({ ...cell, content: typesetText(cell.content, language) })),
        ),
      };
    case 'image':
      return { ...block, alternative: typesetLine(block.alternative, language) };
  }
}

/** The rules see the whole sentence. */
export function typesetInlines(content: readonly Inline[], language: Language): readonly Inline[] {
  const spaced = editedInlines(content, singleSpaceEdits);
  return (language === 'fr' ? editedInlines(spaced, frenchEdits) : spaced).filter(isSaid);
}

/** Each change lands in the run that holds its place. */
function editedInlines(
  content: readonly Inline[],
  editsOf: (text: string) => readonly TypographyEdit[],
): readonly Inline[] {
  const edits = editsOf(content.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join(''));
  if (edits.length === 0) return content;
  let start = 0;
  let next = 0;
  const typeset: Inline[] = [];
  for (const inline of content) {
    const length = inline.type === 'text' ? inline.text.length : 1;
    const end = start + length;
    if (inline.type === 'break') {
      typeset.push(inline);
    } else {
      const mine: TypographyEdit[] = [];
      // An edit over two runs is cut at their border; its new space goes where the edit begins.
      while (next < edits.length) {
        const edit = edits[next] as TypographyEdit;
        if (edit.from >= end) break;
        mine.push({
          from: Math.max(edit.from, start),
          to: Math.min(edit.to, end),
          put: edit.from >= start ? edit.put : '',
        });
        if (edit.to > end) break;
        next += 1;
      }
      typeset.push({ ...inline, text: edited(inline.text, mine, start) });
    }
    start = end;
  }
  return typeset;
}

const isSaid = (inline: Inline): boolean => inline.type === 'break' || inline.text !== '';
