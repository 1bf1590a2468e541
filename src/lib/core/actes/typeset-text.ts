/** French typography over a shared text, also where one sentence is cut by bold, italics or a link. */
import type { TypographyEdit } from './french-typography.ts';
import { frenchEdits, frenchTypography } from './french-typography.ts';
import type { Block, Inline, RichText } from './rich-text.ts';

/** The shared text as French typography sets it. */
export function typesetText(text: RichText): RichText {
  return text.map(typesetBlock);
}

function typesetBlock(block: Block): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, content: typesetInlines(block.content) };
    case 'list':
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, content: typesetText(item.content) })),
      };
    case 'quotation':
      return {
        ...block,
        attribution: frenchTypography(block.attribution),
        content: typesetText(block.content),
      };
    case 'proposal':
      return { ...block, content: typesetText(block.content) };
    case 'table':
      return {
        ...block,
        rows: block.rows.map((row) => row.map((cell) => ({ ...cell, content: typesetText(cell.content) }))),
      };
    case 'image':
      return { ...block, alternative: frenchTypography(block.alternative) };
  }
}

/** The rules see the whole sentence; each change lands in the run that holds its place. */
export function typesetInlines(content: readonly Inline[]): readonly Inline[] {
  const edits = frenchEdits(content.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join(''));
  if (edits.length === 0) return content.filter(isSaid);
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
      typeset.push({ ...inline, text: applied(inline.text, mine, start) });
    }
    start = end;
  }
  return typeset.filter(isSaid);
}

const isSaid = (inline: Inline): boolean => inline.type === 'break' || inline.text !== '';

function applied(text: string, edits: readonly TypographyEdit[], offset: number): string {
  let result = '';
  let done = 0;
  for (const { from, to, put } of edits) {
    result += text.slice(done, from - offset) + put;
    done = to - offset;
  }
  return result + text.slice(done);
}
