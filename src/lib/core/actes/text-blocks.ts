/** A shared text as blocks of the actes: under the heading it belongs to, its quotations as their authors agree now. */
import type { ActesBlock, ActesCell, ActesLanguage, ActesModel } from './actes.ts';
import type { ActesLabels } from './actes-labels.ts';
import type { ActesMaterial } from './actes-material.ts';
import { nameableOnLists, saidById } from './actes-material.ts';
import type { Signing } from './quotation-signature.ts';
import { quotationSignature } from './quotation-signature.ts';
import type { Block, Inline, RichText } from './rich-text.ts';
import type { Unsigned } from './unsigned-words.ts';
import { saidInPlenary, unsignedLine } from './unsigned-words.ts';

/** What every part is made with. */
export type Making = Signing &
  Unsigned & {
    readonly labels: ActesLabels;
    readonly language: ActesLanguage;
  };

export const makingOf = (
  material: ActesMaterial,
  labels: ActesLabels,
  model: ActesModel = 'seminar',
): Making => ({
  ...{ material, model, labels, language: material.seminar.description.language },
  ...{ said: saidById(material), inPlenary: saidInPlenary(material), nameable: nameableOnLists(material) },
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
      case 'quotation': {
        const { attribution, personId } = quotationSignature(it, making);
        return {
          ...{ type: 'quotation', attribution: attribution || unsignedLine(it.sources, making), personId },
          ...{ content: all(it.content), sources: it.sources },
        };
      }
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

const LAST_NUMBER = 999_999;
const SAFE_LINK = /^(?:https?:\/\/|mailto:|tel:)[^\s\p{Cc}]+$/iu;

/** A link that could run something keeps its words and loses its address. */
function withSafeLink(inline: Inline): Inline {
  if (inline.type === 'break' || inline.link === undefined || SAFE_LINK.test(inline.link)) return inline;
  const { link: _unsafe, ...words } = inline;
  return words;
}
