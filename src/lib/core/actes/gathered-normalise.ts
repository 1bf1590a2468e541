/** The actes as every page can carry them: what an accessible PDF would refuse is repaired and reported. */
import type { Attribution } from '../seminar/person.ts';
import type {
  Actes,
  ActesAtelier,
  ActesContribution,
  ActesItem,
  ActesLabels,
  ActesPaperboards,
  ActesPresentation,
} from './gathered-actes.ts';
import type { ActesRepair } from './actes-repair.ts';
import type { Cleaning, Coverage } from './clean-text.ts';
import { charactersNamed, cleanLine, cleanLines } from './clean-text.ts';
import type { TextRepairs } from './normalise-text.ts';
import { normaliseText } from './normalise-text.ts';

export type Normalised = { readonly actes: Actes; readonly report: readonly ActesRepair[] };

/** The actes without what cannot be printed, and what was changed for it; nothing printable is changed. */
export function normaliseActes(
  actes: Actes,
  { covers, labels }: { readonly covers: Coverage; readonly labels: Pick<ActesLabels, 'actes' | 'image'> },
): Normalised {
  const cleaning: Cleaning = { covers, stripped: new Map(), uncovered: new Map() };
  const report: ActesRepair[] = [];
  const line = (text: string) => cleanLine(text, cleaning).trim();
  const repairs: TextRepairs = {
    cleaning,
    imageLabel: labels.image,
    repaired: (code, detail) => report.push({ code, detail }),
  };

  const attribution = ({ name, function: role, town }: Attribution): Attribution => {
    const said = (text: string | null) => (text === null ? null : line(text) || null);
    return { name: said(name), function: said(role), town: said(town) };
  };
  const contribution = (said: ActesContribution): ActesContribution => ({
    ...said,
    text: cleanLines(said.text, cleaning).trim(),
    attribution: attribution(said.attribution),
  });
  const contributions = (all: readonly ActesContribution[]) =>
    all.map(contribution).filter(({ text }) => text !== '');
  const item = (one: ActesItem): ActesItem => ({
    title: line(one.title),
    questions: one.questions.map(line).filter((question) => question !== ''),
    notTakenOver: contributions(one.notTakenOver),
  });
  const atelier = (one: ActesAtelier): ActesAtelier => ({
    ...one,
    title: line(one.title),
    items: one.items.map(item),
    elsewhere: contributions(one.elsewhere),
    synthesis: normaliseText(one.synthesis, `atelier ${one.number}`, repairs),
  });

  const presentation = (one: ActesPresentation): ActesPresentation => ({
    ...one,
    attribution: attribution(one.attribution),
    quotation: cleanLines(one.quotation, cleaning).trim(),
    text: cleanLines(one.text, cleaning).trim(),
  });
  const paperboards = (one: ActesPaperboards): ActesPaperboards => ({
    ...one,
    title: line(one.title),
    photos: one.photos.map((photo) => {
      const description = line(photo.description);
      if (description === '') report.push({ code: 'actes/image-without-alternative', detail: 'paperboards' });
      return { ...photo, item: line(photo.item), description: description || labels.image };
    }),
  });

  const { cover } = actes;
  const title = line(cover.title);
  if (title === '') report.push({ code: 'actes/empty-title', detail: labels.actes });
  const normalised: Actes = {
    ...actes,
    cover: {
      ...cover,
      organisation: line(cover.organisation),
      title: title === '' ? labels.actes : title,
      theme: line(cover.theme),
      place: line(cover.place),
    },
    preamble: normaliseText(actes.preamble, 'preamble', repairs),
    ...(actes.people === undefined ? {} : { people: actes.people.map(presentation) }),
    ateliers: actes.ateliers.map(atelier),
    ...(actes.paperboards === undefined ? {} : { paperboards: actes.paperboards.map(paperboards) }),
    ...(actes.annexes === undefined
      ? {}
      : {
          annexes: actes.annexes.map(({ title: name, content }, index) => ({
            title: line(name),
            content: normaliseText(content, `annex ${index + 1}`, repairs),
          })),
        }),
  };
  const { stripped, uncovered } = cleaning;
  if (stripped.size > 0)
    report.push({ code: 'actes/stripped-characters', detail: charactersNamed(stripped) });
  if (uncovered.size > 0)
    report.push({ code: 'actes/uncovered-characters', detail: charactersNamed(uncovered) });
  return { actes: normalised, report };
}
