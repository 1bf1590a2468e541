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
 * `block` that of the block in the part, or null for the whole part; `detail` names the characters or the file, or is ''.
 */
export type PartRepair = {
  readonly code: ActesRepairCode;
  readonly part: number | null;
  readonly block: number | null;
  readonly detail: string;
};
/**
 * What was changed, and where blocks stand since: by part and block as they were given, the place of what is printed of
 * it; of one that went, that of the block after it, or of the last.
 */
export type Repairs = {
  readonly made: readonly PartRepair[];
  readonly places: readonly (readonly number[])[];
};
export type NormalisedActes = { readonly actes: Actes; readonly repairs: Repairs };

/** Words for what has none: the title of actes or of a part, the description of an image. */
export type RepairLabels = { readonly actes: string; readonly image: string };

export type Normalising = { readonly covers: Coverage; readonly labels: RepairLabels };

/** The actes without what cannot be printed, and what was changed for it; nothing printable is changed. */
export function normaliseActes(actes: Actes, { covers, labels }: Normalising): NormalisedActes {
  const cleaning: Cleaning = { covers, stripped: new Map(), uncovered: new Map() };
  const made: PartRepair[] = [];
  const places: (readonly number[])[] = [];
  const line = (text: string): string => cleanLine(text, cleaning).trim();
  const titled = (title: string): string => {
    if (title !== '' || labels.actes === '') return title;
    made.push({ code: 'actes/empty-title', ...WHOLE, detail: '' });
    return labels.actes;
  };

  const partOf = (part: ActesPart, index: number): readonly ActesPart[] => {
    const begins: number[] = [];
    const blocks = normaliseBlocks(part.blocks, {
      cleaning,
      imageLabel: labels.image,
      repaired: (code, detail) => made.push({ code, part: index, block: begins.length - 1, detail }),
      begins: (at) => begins.push(at),
    });
    const [first] = blocks;
    const isTitled = first === undefined || first.type === 'heading' || labels.actes === '';
    const above = isTitled ? 0 : 1;
    places.push(begins.map((at) => Math.max(0, Math.min(at, blocks.length - 1)) + above));
    if (first === undefined) return [];
    if (isTitled) return [{ ...part, blocks }];
    made.push({ code: 'actes/empty-title', part: index, block: null, detail: '' });
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
    made.push({ code: 'actes/stripped-characters', ...WHOLE, detail: charactersNamed(stripped) });
  if (uncovered.size > 0)
    made.push({ code: 'actes/uncovered-characters', ...WHOLE, detail: charactersNamed(uncovered) });
  return { actes: { ...whole, parts }, repairs: { made, places } };
}

/** For a second pass, of which nothing is new to report. */
const QUIET = { imageLabel: '', repaired: () => {}, begins: () => {} } as const;
const WHOLE = { part: null, block: null } as const;
