/** A shared text as blocks of the actes: under the heading it belongs to, its quotations as their authors agree now. */
import type { ActesBlock, ActesCell, ActesLanguage } from './actes.ts';
import type { ActesLabels } from './actes-labels.ts';
import type { ActesMaterial, Said } from './actes-material.ts';
import { attributed, authorOnLists, saidById } from './actes-material.ts';
import { attributionInWords } from './names-in-words.ts';
import type { Block, Inline, RichText } from './rich-text.ts';

/** What every part is made with. */
export type Making = {
  readonly material: ActesMaterial;
  readonly labels: ActesLabels;
  readonly language: ActesLanguage;
  /** What can be quoted, by id. */
  readonly said: ReadonlyMap<string, Said>;
};

export const makingOf = (material: ActesMaterial, labels: ActesLabels): Making => ({
  ...{ material, labels, language: material.seminar.description.language },
  said: saidById(material),
});

export const plain = (text: string): readonly Inline[] => [{ type: 'text', text }];

export const heading = (level: 1 | 2 | 3, text: string, inContents = true): ActesBlock => ({
  ...{ type: 'heading', level, inContents },
  content: plain(text),
});

export const line = (text: string, sources: readonly string[] = []): ActesBlock => ({
  ...{ type: 'paragraph', content: plain(text), sources },
});

export const textCell = (text: string, header: boolean, sources: readonly string[] = []): ActesCell => ({
  header,
  content: [line(text, sources)],
});

/** The highest level of a text's headings. */
export const topLevel = (text: RichText): number =>
  text.reduce((top, block) => (block.type === 'heading' ? Math.min(top, block.level) : top), 3);

/** The text under a heading of level `under`: its highest headings follow at the next, and are listed in the contents. */
export function textBlocks(
  text: RichText,
  under: 1 | 2 | 3,
  making: Making,
  top = topLevel(text),
): readonly ActesBlock[] {
  const all = (blocks: readonly Block[]): readonly ActesBlock[] => blocks.map(block);
  const block = (it: Block): ActesBlock => {
    switch (it.type) {
      case 'paragraph':
        return { type: 'paragraph', content: it.content.map(withSafeLink), sources: it.sources };
      case 'heading': {
        const level = Math.min(5, Math.max(2, under + 1 + it.level - top)) as 2 | 3 | 4 | 5;
        const content = it.content.map(withSafeLink);
        return { type: 'heading', level, inContents: it.level <= top, content };
      }
      case 'list':
        return {
          type: 'list',
          ordered: it.ordered,
          start: Number.isSafeInteger(it.start) ? Math.min(Math.max(it.start, 0), LAST_NUMBER) : 1,
          items: it.items.map(({ content, sources }) => ({ content: all(content), sources })),
        };
      case 'quotation':
        return {
          type: 'quotation',
          ...signature(it, making),
          content: all(it.content),
          sources: it.sources,
        };
      case 'proposal':
        return {
          ...{ type: 'proposal', kind: it.kind, label: making.labels[it.kind] },
          ...{ content: all(it.content), sources: it.sources },
        };
      case 'table':
        return {
          type: 'table',
          columns: it.rows.reduce((most, row) => Math.max(most, row.length), 0),
          rows: it.rows.map((row) => row.map(({ header, content }) => ({ header, content: all(content) }))),
        };
      case 'image':
        return { type: 'image', alternative: it.alternative, ...pictureOf(it.attachment, making.material) };
    }
  };
  return all(text);
}

type Quotation = Extract<Block, { type: 'quotation' }>;

/** Whose words a quotation is: of one source as its author agrees now, of several as it was written. */
function signature(
  { attribution, sources }: Quotation,
  { material, said }: Making,
): { readonly attribution: string; readonly personId: string | null } {
  const [source, ...others] = sources;
  if (source === undefined) return { attribution, personId: null };
  const quoted = said.get(source);
  if (others.length === 0)
    return quoted === undefined
      ? { attribution: '', personId: null }
      : {
          attribution: attributionInWords(attributed(quoted, material)),
          personId: authorOnLists(quoted, material),
        };
  const stands = sources.every((id) => {
    const one = said.get(id);
    return one !== undefined && !namesUnasked(attribution, one, material);
  });
  return { attribution: stands ? attribution : '', personId: null };
}

/** Whether the line names the author of the words, who does not agree to it. */
function namesUnasked(attribution: string, said: Said, material: ActesMaterial): boolean {
  const author = said.author === null ? undefined : material.people.get(said.author);
  if (author === undefined || attributed(said, material).name !== null) return false;
  return [author.firstName, author.lastName].some((name) => name !== '' && attribution.includes(name));
}

/** The bytes of an image that a text cites: those of a photo of the séminaire. */
function pictureOf(
  attachment: string,
  { photos = new Map() }: ActesMaterial,
): Pick<Extract<ActesBlock, { type: 'image' }>, 'file' | 'mediaType'> {
  for (const taken of photos.values()) {
    const found = taken.find(({ id, file }) => id === attachment || file === attachment);
    if (found) return { file: found.file, mediaType: found.mediaType };
  }
  return { file: null, mediaType: null };
}

/** Typed lines as paragraphs: an empty line parts them, another line end breaks the line. */
export function paragraphsOf(text: string): readonly ActesBlock[] {
  return text
    .split(/\n\s*\n/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({
      type: 'paragraph',
      sources: [],
      content: paragraph
        .split('\n')
        .map((one) => one.trim())
        .filter((one) => one !== '')
        .flatMap((one, index): Inline[] => [
          ...(index > 0 ? [{ type: 'break' } as const] : []),
          { type: 'text', text: one },
        ]),
    }));
}

const LAST_NUMBER = 999_999;
const SAFE_LINK = /^(?:https?:\/\/|mailto:|tel:)[^\s\p{Cc}]+$/iu;

/** A link that could run something keeps its words and loses its address. */
function withSafeLink(inline: Inline): Inline {
  if (inline.type === 'break' || inline.link === undefined || SAFE_LINK.test(inline.link)) return inline;
  const { link: _unsafe, ...words } = inline;
  return words;
}
