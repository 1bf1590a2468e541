/** The actes as every page can carry them: what an accessible file would refuse is repaired and reported. */
import { isIsoDay } from '../time/iso-day.ts';
import type { Actes, ActesPart } from './actes.ts';
import type { ActesRepairCode } from './actes-repair.ts';
import type { Cleaning, Coverage } from './clean-text.ts';
import { charactersNamed, cleanLine } from './clean-text.ts';
import { normaliseBlocks } from './normalise-blocks.ts';
import { normalisePicture } from './normalise-picture.ts';

/**
 * Something that was changed. `part` is the place of the part among those given, or null for the cover and the whole;
 * `detail` names the characters or the file, or is ''.
 */
export type PartRepair = {
  readonly code: ActesRepairCode;
  readonly part: number | null;
  readonly detail: string;
};
export type NormalisedActes = { readonly actes: Actes; readonly repairs: readonly PartRepair[] };

/** Words for what has none: the title of actes or of a part, the description of an image. */
export type RepairLabels = { readonly actes: string; readonly image: string };

export type Normalising = { readonly covers: Coverage; readonly labels: RepairLabels };

/** The actes without what cannot be printed, and what was changed for it; nothing printable is changed. */
export function normaliseActes(actes: Actes, { covers, labels }: Normalising): NormalisedActes {
  const cleaning: Cleaning = { covers, stripped: new Map(), uncovered: new Map() };
  const repairs: PartRepair[] = [];
  const line = (text: string): string => cleanLine(text, cleaning).trim();
  const titled = (title: string): string => {
    if (title !== '' || labels.actes === '') return title;
    repairs.push({ code: 'actes/empty-title', part: null, detail: '' });
    return labels.actes;
  };

  const partOf = (part: ActesPart, index: number): readonly ActesPart[] => {
    const blocks = normaliseBlocks(part.blocks, {
      cleaning,
      imageLabel: labels.image,
      repaired: (code, detail) => repairs.push({ code, part: index, detail }),
    });
    if (blocks.length === 0) return [];
    const [first] = blocks;
    if (first?.type === 'heading' || labels.actes === '') return [{ ...part, blocks }];
    repairs.push({ code: 'actes/empty-title', part: index, detail: '' });
    const content = [{ type: 'text', text: line(labels.actes) }] as const;
    // Its own headings, if any, follow under the title that was put above.
    const title = { type: 'heading', level: 1, inContents: true, content } as const;
    return [{ ...part, blocks: normaliseBlocks([title, ...blocks], { ...QUIET, cleaning }) }];
  };

  const { cover } = actes;
  const title = titled(line(actes.title));
  const logo = actes.logo === null ? null : normalisePicture(actes.logo, cleaning);
  const whole: Omit<Actes, 'parts'> = {
    language: actes.language,
    model: actes.model,
    title,
    organisation: line(actes.organisation),
    day: isIsoDay(actes.day) ? actes.day : '',
    logo: logo?.file === null ? null : logo,
    cover: {
      label: line(cover.label),
      title: line(cover.title) || title,
      theme: line(cover.theme),
      dayAndPlace: line(cover.dayAndPlace),
      counts: line(cover.counts),
      standing: line(cover.standing),
    },
    contents: line(actes.contents),
  };
  const parts = actes.parts.flatMap(partOf);
  const { stripped, uncovered } = cleaning;
  if (stripped.size > 0)
    repairs.push({ code: 'actes/stripped-characters', part: null, detail: charactersNamed(stripped) });
  if (uncovered.size > 0)
    repairs.push({ code: 'actes/uncovered-characters', part: null, detail: charactersNamed(uncovered) });
  return { actes: { ...whole, parts }, repairs };
}

/** For a second pass, of which nothing is new to report. */
const QUIET = { imageLabel: '', repaired: () => {} } as const;
