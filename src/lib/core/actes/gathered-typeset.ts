/** French typography over all the words of the actes, also where one sentence is cut by bold, italics or a link. */
import type { Attribution } from '../seminar/person.ts';
import type {
  Actes,
  ActesAnnex,
  ActesContribution,
  ActesPaperboards,
  ActesPresentation,
} from './gathered-actes.ts';
import { frenchTypography } from './french-typography.ts';
import { typesetText } from './typeset-text.ts';

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
