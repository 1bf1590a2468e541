/** What is still to mend before the actes go out. */
import type { KnownSource } from '../synthesis/source-standing.ts';
import type { SourcedWords } from '../synthesis/source-standing.ts';
import { sourcedWords, sourceStanding } from '../synthesis/source-standing.ts';
import type { Actes, ActesBlock } from './actes.ts';
import type { ActesLabels } from './actes-labels.ts';
import type { ActesMaterial } from './actes-material.ts';
import { attributed, hasPart, saidIn, sittingsOf, synthesisOf } from './actes-material.ts';
import type { ActesRepairCode } from './actes-repair.ts';
import { proposedStepsLeftOut } from './build-actes.ts';
import { leftOut } from './build-not-taken-over.ts';
import { composedPartOf } from './composed-part.ts';
import type { ComposedPart, Composition, TextPlace } from './composition.ts';
import { completed, partTextId, TEXT_KINDS } from './composition.ts';
import type { BlockOf } from './made-blocks.ts';
import { blocksOf, isTitled, names, quotes, takesOver } from './made-blocks.ts';
import { namedUnasked } from './named-unasked.ts';
import { namesLeft } from './names-left.ts';
import type { Repairs } from './normalise-actes.ts';
import { coverLines, printedLines } from './printed-lines.ts';
import { quotationSignature } from './quotation-signature.ts';
import type { RichText } from './rich-text.ts';
import type { Making } from './text-blocks.ts';
import { makingOf } from './text-blocks.ts';

export const FINDING_CODES = [
  /** A part that is included has nothing to say. */
  'quality/empty-part',
  'quality/synthesis-not-validated',
  /** Words that wait for their author's agreement: they appear without a name. */
  'quality/words-to-confirm',
  /** A quotation whose source was withdrawn, hidden, or is now without a name. */
  'quality/source-changed',
  /** Words name someone who does not agree to it: a finding for each person, `detail` is the name as written. */
  'quality/named-unasked',
  /** The name of someone who was erased still stands: `detail` is the place, as its kind, a space and its id. */
  'quality/erased-name',
  'quality/image-without-description',
  'quality/heading-order',
  'quality/characters-replaced',
  /** Contributions that no synthesis took over. */
  'quality/not-taken-over',
  /** Proposals of the syntheses for which the table of steps has no room. */
  'quality/steps-left-out',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/**
 * `part` is the id of the composed part it is about, or null for the whole; `block` the place in it, as it is printed, of
 * the first block it is about, or null for the whole part; `count` how many; `detail` names the characters, or the person
 * as they are named.
 */
export type Finding = {
  readonly code: FindingCode;
  readonly part: string | null;
  readonly block: number | null;
  readonly count: number;
  readonly detail: string;
};

type Reviewed = {
  readonly composition: Composition;
  readonly material: ActesMaterial;
  readonly labels: ActesLabels;
  /** As they were built, and what had to be repaired in them. */
  readonly actes: Actes;
  readonly repairs: Repairs;
};

/** What the organiser may want to mend: part by part in their order, then what concerns the whole. */
export function findingsOf(reviewed: Reviewed): readonly Finding[] {
  const { material, actes } = reviewed;
  const composition = completed(reviewed.composition, material.seminar);
  const included = composition.parts.filter((part) => part.included);
  const making = makingOf(material, reviewed.labels);
  const told = included.flatMap(({ atelierId }) => atelierId ?? []);
  const named = namedUnasked(material, linesByPlace(actes, composition));
  const left = namesLeft(material, composition);
  const leftIn = (part: ComposedPart | null): readonly Finding[] =>
    left
      .filter((it) => it.part === part)
      .map(({ kind, id, count }) => finding('quality/erased-name', part, count, `${kind} ${id}`));
  const blockOf = blocksOf(actes, composition, reviewed.repairs);
  const naming = (part: ComposedPart | null): readonly Finding[] =>
    (named.get(part?.id ?? null) ?? []).map(({ name, count }) => ({
      ...finding('quality/named-unasked', part, count, name),
      block: part && blockOf(part, (block) => names(block, name)),
    }));
  const aboutPart = (part: ComposedPart): readonly Finding[] => {
    const changed = aboutSources(part, textsOf(part, told, material), making, blockOf);
    if (part.kind === 'atelier') return aboutAtelier(part, changed, making, blockOf);
    const waiting = part.kind === 'people' ? presentationsToConfirm(material) : 0;
    const unplaced = part.kind === 'next-steps' ? proposedStepsLeftOut(material, composition) : 0;
    return [
      ...(isEmpty(part, composition, actes) ? [finding('quality/empty-part', part, 1)] : []),
      ...(waiting === 0 ? [] : [finding('quality/words-to-confirm', part, waiting)]),
      ...changed,
      ...(unplaced === 0 ? [] : [finding('quality/steps-left-out', part, unplaced)]),
    ];
  };
  return [
    ...included.flatMap((part): readonly Finding[] => [...aboutPart(part), ...naming(part), ...leftIn(part)]),
    ...naming(null),
    ...leftIn(null),
    ...ofRepairs({ ...reviewed, composition }),
  ];
}

const finding = (code: FindingCode, part: ComposedPart | null, count: number, detail = ''): Finding => ({
  ...{ code, part: part?.id ?? null, block: null, count, detail },
});

function isEmpty(part: ComposedPart, { order }: Composition, actes: Actes): boolean {
  if (part.kind === 'points' && order === 'atelier') return false;
  const byHand = part.kind === 'speaker' || part.kind === 'text';
  return !actes.parts.some(({ kind, subject }) => kind === part.kind && (!byHand || subject === part.id));
}

function aboutAtelier(
  part: ComposedPart,
  changed: readonly Finding[],
  { material, labels }: Making,
  blockOf: BlockOf,
): Finding[] {
  const atelier = material.seminar.ateliers.find(({ id }) => id === part.atelierId);
  if (atelier === undefined || !hasPart(atelier, material)) return [];
  const validated = material.standings?.get(atelier.id)?.state === 'validated';
  const waiting = new Set(
    saidIn(material, atelier.id)
      .filter(({ author, agreed }) => author !== null && !agreed)
      .map(({ id }) => id),
  );
  const toConfirm = (): Finding => ({
    ...finding('quality/words-to-confirm', part, waiting.size),
    block: blockOf(part, (block) => takesOver(block, (id) => waiting.has(id))),
  });
  const left = leftOut(atelier.id, material).length;
  const block = blockOf(part, (it) => isTitled(it, labels.synthesis));
  return [
    ...(validated ? [] : [{ ...finding('quality/synthesis-not-validated', part, 1), block }]),
    ...(waiting.size === 0 ? [] : [toConfirm()]),
    ...changed,
    ...(left === 0 ? [] : [{ ...finding('quality/not-taken-over', part, left), block }]),
  ];
}

/** The one finding there is of passages with a source that cannot be shown any more, or that name someone who does not agree now. */
function aboutSources(
  part: ComposedPart,
  texts: readonly RichText[],
  making: Making,
  blockOf: BlockOf,
): readonly Finding[] {
  const { said, material, labels } = making;
  const known = (id: string): KnownSource | undefined => {
    const source = said.get(id);
    return source && { id, text: source.text, attribution: attributed(source, material), sorting: null };
  };
  const losesName = (words: SourcedWords): boolean => {
    if (words.attribution === '' || words.attribution.toLowerCase() === labels.unnamed.toLowerCase())
      return false;
    return words.sources.length === 1
      ? sourceStanding(words, known) === 'unnamed'
      : quotationSignature(words, making).attribution === '';
  };
  const isGone = (id: string): boolean => !said.has(id);
  const changed = texts
    .flatMap(sourcedWords)
    .filter((words) => words.sources.some(isGone) || losesName(words));
  if (changed.length === 0) return [];
  const shows = (block: ActesBlock): boolean =>
    takesOver(block, isGone) ||
    changed.some(({ sources, attribution }) => attribution !== '' && quotes(block, sources));
  return [{ ...finding('quality/source-changed', part, changed.length), block: blockOf(part, shows) }];
}

/** The shared texts that the part says. */
function textsOf(part: ComposedPart, told: readonly string[], material: ActesMaterial): readonly RichText[] {
  const textOf = (place: TextPlace): RichText =>
    material.texts?.get(partTextId(material.seminarId, part.id, place)) ?? [];
  const own = (): readonly RichText[] => {
    if (part.kind === 'atelier') return [synthesisOf(material, part.atelierId ?? '')];
    if (part.kind === 'preamble') return [material.preamble];
    if (part.kind === 'notes')
      return told
        .flatMap((atelierId) => sittingsOf(material, atelierId))
        .map(({ id }) => material.notes?.get(id) ?? []);
    return TEXT_KINDS.includes(part.kind) ? [textOf('body')] : [];
  };
  return [...(part.before ? [textOf('before')] : []), ...own(), ...(part.after ? [textOf('after')] : [])];
}

/** What is printed, by the id of the part in which it is; null is the cover. */
function* linesByPlace(
  actes: Actes,
  composition: Composition,
): Generator<readonly [string | null, readonly string[]]> {
  yield [null, coverLines(actes)];
  for (const part of actes.parts) {
    const composed = composedPartOf(part, composition);
    if (composed !== null) yield [composed.id, printedLines(part.blocks)];
  }
}

/** What people said of themselves, entered by another, and have not yet agreed to. */
const presentationsToConfirm = ({ seminar, presentations }: ActesMaterial): number =>
  seminar.sittings
    .flatMap(({ id }) => [...(presentations?.get(id)?.values() ?? [])])
    .filter(({ agreed, quotation, text }) => !agreed && `${quotation ?? ''}${text ?? ''}`.trim() !== '')
    .length;

const FINDING_OF: Readonly<Partial<Record<ActesRepairCode, FindingCode>>> = {
  'actes/image-without-alternative': 'quality/image-without-description',
  'actes/heading-level': 'quality/heading-order',
  'actes/nested-heading': 'quality/heading-order',
  'actes/empty-heading': 'quality/heading-order',
  'actes/stripped-characters': 'quality/characters-replaced',
  'actes/uncovered-characters': 'quality/characters-replaced',
};

/** One finding for each kind of repair in each part. */
function ofRepairs({ repairs, actes, composition }: Reviewed): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const { code: repaired, part: index, block, detail } of repairs.made) {
    const code = FINDING_OF[repaired];
    if (code === undefined) continue;
    const made = index === null ? undefined : actes.parts[index];
    const part = made === undefined ? null : (composedPartOf(made, composition)?.id ?? null);
    const key = `${code} ${part ?? ''}`;
    const before = found.get(key);
    // Of the others the detail is no words for people.
    const named = code === 'quality/characters-replaced' ? [before?.detail ?? '', detail] : [];
    const details = named.filter((it) => it !== '').join(', ');
    const place = index === null || block === null ? null : (repairs.places[index]?.[block] ?? null);
    found.set(key, {
      ...{ code, part, block: before === undefined ? place : before.block },
      ...{ count: (before?.count ?? 0) + 1, detail: details },
    });
  }
  return [...found.values()];
}
