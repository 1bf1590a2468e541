/**
 * What somebody who has the whole data folder, the logs and every frame could try, to tell who said what was said
 * without a name. Each way answers, by contribution, the person it guesses, or null when it has nothing to go by.
 */

/** An event as it stands in the database. */
export type LoggedEvent = {
  readonly seq: number;
  readonly id: string;
  readonly type: string;
  readonly at: number;
  readonly actor: string | null;
  readonly payload: string;
  /** Among all rows of the database, in the order they were written. */
  readonly row: number;
};
/** A receipt, in the order they were written. */
export type LoggedReceipt = { readonly row: number; readonly commandId: string; readonly answer: string };
/** A person and what belongs to them, in the order they came. */
export type KnownPerson = { readonly personId: string; readonly sessionId: string };
/** A contribution as it came to somebody who was connected all the time. */
export type HeardContribution = {
  readonly id: string;
  readonly heardAt: number;
  readonly named: string | null;
};

export type Evidence = {
  readonly events: readonly LoggedEvent[];
  readonly receipts: readonly LoggedReceipt[];
  readonly people: readonly KnownPerson[];
  readonly heard: readonly HeardContribution[];
};

export type Way = {
  readonly name: string;
  readonly guess: (evidence: Evidence, contributionId: string) => string | null;
};

const madeEvent = ({ events }: Evidence, id: string): LoggedEvent | undefined =>
  events.find(({ type, payload }) => type === 'contribution/made' && payload.includes(id));

const acted = ({ events, people }: Evidence): readonly (LoggedEvent & { readonly actor: string })[] => {
  const known = new Set(people.map(({ personId }) => personId));
  return events.filter(
    (it): it is LoggedEvent & { actor: string } => it.actor !== null && known.has(it.actor),
  );
};

const nearestBy = <T>(list: readonly T[], distance: (it: T) => number): T | undefined =>
  list.reduce<T | undefined>(
    (best, it) => (best === undefined || distance(it) < distance(best) ? it : best),
    undefined,
  );

const mostFrequent = (names: readonly string[]): string | null => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
};

const likeness = (one: string, other: string): number => {
  let same = 0;
  for (let index = 0; index < Math.min(one.length, other.length); index += 1)
    if (one[index] === other[index]) same += 1;
  return same;
};

export const WAYS: readonly Way[] = [
  {
    name: 'who acted last before it in the log',
    guess: (evidence, id) => {
      const made = madeEvent(evidence, id);
      return acted(evidence).findLast(({ seq }) => made !== undefined && seq < made.seq)?.actor ?? null;
    },
  },
  {
    name: 'who acted first after it in the log',
    guess: (evidence, id) => {
      const made = madeEvent(evidence, id);
      return acted(evidence).find(({ seq }) => made !== undefined && seq > made.seq)?.actor ?? null;
    },
  },
  ...[4, 10].map((reach): Way => ({
    name: `who acts most within ${reach} events around it`,
    guess: (evidence, id) => {
      const made = madeEvent(evidence, id);
      if (!made) return null;
      return mostFrequent(
        acted(evidence)
          .filter(({ seq }) => Math.abs(seq - made.seq) <= reach)
          .map(({ actor }) => actor),
      );
    },
  })),
  {
    name: 'who acted within its minute, and nearest to its start',
    guess: (evidence, id) => {
      const made = madeEvent(evidence, id);
      if (!made) return null;
      const within = acted(evidence).filter(({ at }) => at >= made.at && at < made.at + 60_000);
      return nearestBy(within, ({ at }) => at - made.at)?.actor ?? null;
    },
  },
  {
    name: 'whose ids look most like its ids',
    guess: (evidence, id) => {
      const made = madeEvent(evidence, id);
      const said = `${id}${made?.id ?? ''}`;
      return (
        nearestBy(
          evidence.people,
          ({ personId, sessionId }) => -Math.max(likeness(said, personId), likeness(said, sessionId)),
        )?.personId ?? null
      );
    },
  },
  {
    name: 'whose turn it is in the order they came',
    guess: (evidence, id) => {
      const unnamed = evidence.events.filter(
        ({ type, actor }) => type === 'contribution/made' && actor === null,
      );
      const index = unnamed.findIndex(({ payload }) => payload.includes(id));
      return evidence.people[index % evidence.people.length]?.personId ?? null;
    },
  },
  {
    name: 'whose receipt was written beside its own',
    guess: (evidence, id) => {
      const made = madeEvent(evidence, id);
      const own = evidence.receipts.findIndex(
        ({ answer }) => made !== undefined && answer.includes(`:${made.seq}}`),
      );
      const beside = evidence.receipts[own - 1]?.answer ?? '';
      return acted(evidence).find(({ seq }) => beside.includes(`:${seq}}`))?.actor ?? null;
    },
  },
  {
    name: 'whose named words were heard nearest in time',
    guess: (evidence, id) => {
      const moment = evidence.heard.find((it) => it.id === id)?.heardAt;
      if (moment === undefined) return null;
      const named = evidence.heard.filter((it) => it.named !== null);
      return nearestBy(named, ({ heardAt }) => Math.abs(heardAt - moment))?.named ?? null;
    },
  },
];
