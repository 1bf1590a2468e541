/** The sample's notes and syntheses as shared texts. */
import { attributionInWords } from '#core/actes/names-in-words.ts';
import type { Block, Inline, ListItem, RichText, TableCell } from '#core/actes/rich-text.ts';
import { typesetText } from '#core/actes/typeset-text.ts';
import type { AgendaItem } from '#core/agenda/plan.ts';
import type { Attribution } from '#core/seminar/person.ts';
import type { SampleLine, SampleText } from './read-sample.ts';

/** A contribution that texts may take over. */
export type Citable = { readonly id: string; readonly text: string; readonly attribution: Attribution };

/** What was said, by the key that texts call it by. */
export type Citables = ReadonlyMap<string, Citable>;

/** A section per point where people speak, empty where the sample has no words yet. */
export function sectionsWritten(items: readonly AgendaItem[], text: SampleText, said: Citables): RichText {
  return items.flatMap(({ id, kind, title }, index): RichText => {
    if (kind === 'break' || kind === 'synthesis') return [];
    const heading: Block = { type: 'heading', level: 2, item: id, content: [{ type: 'text', text: title }] };
    const written = linesWritten(text.get(index + 1) ?? [], said);
    return [heading, ...(written.length > 0 ? written : [paragraph('', [])])];
  });
}

export function linesWritten(lines: readonly SampleLine[], said: Citables): RichText {
  const blocks: Block[] = [];
  let entries: ListItem[] | null = null;
  let rows: (readonly TableCell[])[] | null = null;
  for (const line of lines) {
    if (line.type === 'row') {
      const header = rows === null;
      if (rows === null) blocks.push({ type: 'table', rows: (rows = []) });
      rows.push(line.cells.map((words) => ({ header, content: words === '' ? [] : [paragraph(words, [])] })));
      entries = null;
      continue;
    }
    rows = null;
    if (line.type === 'entry' || line.type === 'taken-entry') {
      if (entries === null) blocks.push({ type: 'list', ordered: false, start: 1, items: (entries = []) });
      entries.push(entryOf(line, said));
      continue;
    }
    entries = null;
    if (line.type !== 'blank') blocks.push(blockOf(line, said));
  }
  return typesetText(blocks, 'fr');
}

function entryOf(line: Extract<SampleLine, { type: 'entry' | 'taken-entry' }>, said: Citables): ListItem {
  if (line.type === 'entry') return { content: [paragraph(line.words, [])], sources: idsOf(line.keys, said) };
  const { id, text } = citable(line.key, said);
  return { content: [plainParagraph(text)], sources: [id] };
}

function blockOf(
  line: Extract<SampleLine, { type: 'paragraph' | 'quotation' | 'proposal' }>,
  said: Citables,
): Block {
  if (line.type === 'paragraph') return paragraph(line.words, idsOf(line.keys, said));
  const { id, text, attribution } = citable(line.key, said);
  const content = [plainParagraph(text)];
  return line.type === 'proposal'
    ? { type: 'proposal', kind: 'proposal', content, sources: [id] }
    : { type: 'quotation', attribution: attributionInWords(attribution), content, sources: [id] };
}

/** `**strong**` words stand out. */
function paragraph(words: string, sources: readonly string[]): Block {
  const content = words.split('**').flatMap((text, index): Inline[] => {
    if (text === '') return [];
    return [index % 2 === 1 ? { type: 'text', text, strong: true } : { type: 'text', text }];
  });
  return { type: 'paragraph', content, sources };
}

const plainParagraph = (text: string): Block => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
  sources: [],
});

const idsOf = (keys: readonly string[], said: Citables): readonly string[] =>
  keys.map((key) => citable(key, said).id);

function citable(key: string, said: Citables): Citable {
  const found = said.get(key);
  if (!found) throw new Error(`The sample takes over what nobody said: ${key}`);
  return found;
}
