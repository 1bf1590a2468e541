/** An atelier of the sample on its way into the séminaire, and who is there. */
import type { Actor } from '#core/access/roles.ts';
import type { AgendaItem } from '#core/agenda/plan.ts';
import type { SampleAtelier, SampleContribution } from './read-sample.ts';
import type { SampleRun } from './sample-day.ts';

export type Held = {
  readonly atelierId: string;
  readonly sittingId: string;
  readonly items: readonly AgendaItem[];
  readonly sample: SampleAtelier;
  readonly run: SampleRun;
  /** The contributions' ids, in the order of the sample. */
  readonly ids: ReadonlyMap<SampleContribution, string>;
  /** Who came in, by last name. */
  readonly present: Map<string, Actor>;
  /** Those without a phone, by last name: the persons they are on the list. */
  readonly withoutPhone: ReadonlyMap<string, string>;
};

export function personNamed({ present }: Held, name: string): Actor {
  const actor = present.get(name);
  if (!actor) throw new Error(`The sample has ${name} act before coming in.`);
  return actor;
}

/** Whom someone is on the list, with a phone or without. */
export function personIdOf(held: Held, name: string): string {
  const personId = held.withoutPhone.get(name) ?? personNamed(held, name).grants[0]?.personId;
  if (!personId) throw new Error(`The sample has no person for ${name}.`);
  return personId;
}

/** What was said, by the key that the sample calls it by. */
export function contributionKeyed({ sample, ids }: Held, key: string): string {
  const said = sample.contributions.find((it) => it.key === key);
  const id = said && ids.get(said);
  if (id === undefined) throw new Error(`The sample has nothing said under ${key}.`);
  return id;
}
