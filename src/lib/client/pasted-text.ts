/** What other programs copy as plain text: lines, and lists where they begin like those of one. */
import type { Mark, Node, ResolvedPos } from 'prosemirror-model';
import { Fragment, Slice } from 'prosemirror-model';
import type { TypedList } from '#core/actes/typed-lists.ts';
import { typedLists } from '#core/actes/typed-lists.ts';
import { textSchema } from '#ydoc/schema.ts';

const { nodes } = textSchema;

/**
 * The blocks to put in: each line a paragraph, its words set like those at the cursor; with `asItIs`, where somebody
 * asked for plain text, items too.
 */
export function pastedText(text: string, $at: ResolvedPos, asItIs: boolean): Slice {
  const marks = $at.marks();
  const lines = text.split(/\r\n?|\n/u);
  const lists = asItIs ? [] : typedLists(lines);
  const blocks: Node[] = [];
  const addLines = (from: number, to: number): void => {
    const said = lines.slice(from, to).filter((line) => line !== '');
    blocks.push(...said.map((line) => paragraphOf(line, marks)));
  };
  let at = 0;
  for (const list of lists) {
    addLines(at, list.items[0]?.from ?? at);
    blocks.push(listOf(list, marks));
    at = list.items.at(-1)?.to ?? at;
  }
  addLines(at, lines.length);
  return new Slice(Fragment.from(blocks), 0, 0);
}

const paragraphOf = (words: string, marks: readonly Mark[]): Node =>
  nodes.paragraph.create(null, words === '' ? null : textSchema.text(words, marks));

function listOf({ ordered, start, items }: TypedList, marks: readonly Mark[]): Node {
  const made = items.map(({ words }) => nodes.list_item.create(null, paragraphOf(words, marks)));
  return ordered ? nodes.ordered_list.create({ order: start }, made) : nodes.bullet_list.create(null, made);
}
