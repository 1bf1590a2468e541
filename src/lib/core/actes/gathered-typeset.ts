/** French typography over all the words of the actes, also where one sentence is cut by bold, italics or a link. */
import type { Attribution } from '../seminar/person.ts';
import type { Actes, ActesAnnex, ActesContribution, ActesPaperboards, ActesPresentation } from './gathered-actes.ts';
import type { TypographyEdit } from './french-typography.ts';
import { frenchEdits, frenchTypography } from './french-typography.ts';
import type { Block, Inline, RichText } from './rich-text.ts';

/** The actes as they are printed: French ones by the rules of French typography, others as they are. */
export function typeset(actes: Actes): Actes {
  if (actes.language !== 'fr') return actes;
  const { cover } = actes;
  return {
    ...actes,
    cover: {
      ...cover,
      organisation: frenchTypography(cover.organisation),
      title: frenchTypography(cover.title),
      theme: frenchTypography(cover.theme),
      place: frenchTypography(cover.place),
    },
    preamble: typesetText(actes.preamble),
    ...(actes.people === undefined ? {} : { people: actes.people.map(typesetPresentation) }),
    ateliers: actes.ateliers.map((atelier) => ({
      ...atelier,
      title: frenchTypography(atelier.title),
      items: atelier.items.map((item) => ({
        title: frenchTypography(item.title),
        questions: item.questions.map(frenchTypography),
        notTakenOver: item.notTakenOver.map(typesetContribution),
      })),
      elsewhere: atelier.elsewhere.map(typesetContribution),
      synthesis: typesetText(atelier.synthesis),
    })),
    ...(actes.paperboards === undefined ? {} : { paperboards: actes.paperboards.map(typesetPaperboards) }),
    ...(actes.annexes === undefined ? {} : { annexes: actes.annexes.map(typesetAnnex) }),
  };
}

const typesetPresentation = (presentation: ActesPresentation): ActesPresentation => ({
  ...presentation,
  attribution: typesetAttribution(presentation.attribution),
  quotation: frenchTypography(presentation.quotation),
  text: frenchTypography(presentation.text),
});

const typesetPaperboards = ({ photos, ...of }: ActesPaperboards): ActesPaperboards => ({
  ...of,
  title: frenchTypography(of.title),
  photos: photos.map((photo) => ({
    ...photo,
    item: frenchTypography(photo.item),
    description: frenchTypography(photo.description),
  })),
});

const typesetAnnex = ({ title, content }: ActesAnnex): ActesAnnex => ({
  title: frenchTypography(title),
  content: typesetText(content),
});

const typesetContribution = (contribution: ActesContribution): ActesContribution => ({
  ...contribution,
  text: frenchTypography(contribution.text),
  attribution: typesetAttribution(contribution.attribution),
});

const typesetAttribution = ({ name, function: role, town }: Attribution): Attribution => ({
  name: name === null ? null : frenchTypography(name),
  function: role === null ? null : frenchTypography(role),
  town: town === null ? null : frenchTypography(town),
});

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
function typesetInlines(content: readonly Inline[]): readonly Inline[] {
  const edits = frenchEdits(content.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join(''));
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
  return typeset.filter((inline) => inline.type === 'break' || inline.text !== '');
}

function applied(text: string, edits: readonly TypographyEdit[], offset: number): string {
  let result = '';
  let done = 0;
  for (const { from, to, put } of edits) {
    result += text.slice(done, from - offset) + put;
    done = to - offset;
  }
  return result + text.slice(done);
}
