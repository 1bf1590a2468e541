/** The contributions that a synthesis can come from, in the sitting at hand and in the atelier's others. */
import type { Settling, SourceMark } from '#lib/client/source-marks.ts';
import type { ContributionView, SynthesisView } from '#protocol/views.ts';
import { isGone } from '../../../seances/[id]/animer/sorted-list.ts';
import { agreedLine } from './taking.ts';

/** By id; what the page follows itself is newer than what it was told. */
export const knownSources = (
  here: readonly ContributionView[],
  view: Pick<SynthesisView, 'sittings'> | null,
): ReadonlyMap<string, ContributionView> => {
  const told = view?.sittings.flatMap(({ sources }) => sources) ?? [];
  return new Map([...told, ...here].map((it) => [it.id, it]));
};

export type Counts = { readonly taken: number; readonly all: number; readonly left: number };

/** « 18 reprises sur 31 »: of what the rooms see said. `count` is the sitting's own, also while not all of it is loaded. */
export function takenCounts(
  here: {
    readonly sittingId: string;
    readonly contributions: readonly ContributionView[];
    readonly count: number;
  },
  view: Pick<SynthesisView, 'sittings'> | null,
  takenOver: ReadonlySet<string>,
): Counts {
  const others = view?.sittings.filter(({ sittingId }) => sittingId !== here.sittingId) ?? [];
  const there = [...knownSources(here.contributions, view).values()];
  const taken = there.filter((it) => !isGone(it) && takenOver.has(it.id)).length;
  const all = others.reduce((sum, { contributionsCount }) => sum + contributionsCount, here.count);
  return { taken, all, left: Math.max(0, all - taken) };
}

/** What was said, of all sources one after the other; null when some of it is not known here, or was erased. */
export function saidWords(
  { sources }: Pick<SourceMark, 'sources'>,
  known: ReadonlyMap<string, ContributionView>,
): string | null {
  const said = sources.map((id) => known.get(id)?.text ?? null);
  return said.includes(null) ? null : said.join('\n');
}

/** What can be made of a mark, in the order in which it is offered. */
export function waysToSettle(
  mark: Pick<SourceMark, 'standing' | 'sources' | 'attribution'>,
  known: ReadonlyMap<string, ContributionView>,
): readonly Settling[] {
  const { standing, sources, attribution } = mark;
  const said = saidWords(mark, known);
  const only = sources.length === 1 ? known.get(sources[0] ?? '') : undefined;
  const agreed = standing === 'unnamed' && only !== undefined ? agreedLine(only.attribution) : '';
  const ways: Settling[] = [];
  if (standing === 'reworded' && said !== null) ways.push({ type: 'restore', text: said });
  if (attribution !== '' && standing !== 'reworded') ways.push({ type: 'unname', attribution: agreed });
  return [...ways, { type: 'keep' }, { type: 'remove' }];
}

/** Those that wait for someone to decide: what was only reworded is no news to who wrote it. */
export const toSettle = (marks: readonly SourceMark[]): readonly SourceMark[] =>
  marks.filter(({ standing }) => standing !== 'reworded');
