/** The line under words of the room that nobody signs: « Témoignage recueilli en atelier, sans nom ». */
import type { ActesModel } from './actes.ts';
import type { ActesLabels } from './actes-labels.ts';
import type { ActesMaterial, Said } from './actes-material.ts';

export type Unsigned = {
  readonly said: ReadonlyMap<string, Said>;
  readonly labels: Pick<ActesLabels, 'unsigned'>;
  readonly model: ActesModel;
  /** The ids of what was said in a plenary. */
  readonly inPlenary: ReadonlySet<string>;
};

/** '' where none of the sources can be shown any more, and for words that have none: a proverb, a line of a law. */
export function unsignedLine(
  sources: readonly string[],
  { said, labels, model, inPlenary }: Unsigned,
): string {
  const known = sources.flatMap((id) => said.get(id) ?? []);
  if (known.length === 0) return '';
  const isTestimony = known.every(({ kind }) => kind === 'testimony');
  if (model !== 'seminar') return labels.unsigned(isTestimony, 'meeting');
  return labels.unsigned(isTestimony, known.some(({ id }) => inPlenary.has(id)) ? 'plenary' : 'atelier');
}

export function saidInPlenary({ seminar, contributions }: ActesMaterial): ReadonlySet<string> {
  const plenaries = new Set(seminar.ateliers.filter(({ plenary }) => plenary).map(({ id }) => id));
  const sittings = seminar.sittings.filter(({ atelierId }) => plenaries.has(atelierId));
  return new Set(sittings.flatMap(({ id }) => (contributions.get(id) ?? []).map((it) => it.id)));
}
