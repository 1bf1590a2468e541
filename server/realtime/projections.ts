/** What each audience is shown of the log: pure, from folded streams and the people's directory. */
import type { RunEvent } from '#core/agenda/run.ts';
import { runOf } from '#core/agenda/run.ts';
import type { Contribution } from '#core/contributions/contribution.ts';
import type { Person } from '#core/seminar/person.ts';
import { attributionOf, UNNAMED } from '#core/seminar/person.ts';
import type { Seminar } from '#core/seminar/seminar.ts';
import type { SittingLog } from '#core/seminar/sitting.ts';
import { contributionsOf } from '#core/seminar/sitting.ts';
import type { Plan } from '#core/agenda/plan.ts';
import { LIMITS } from '#protocol/limits.ts';
import type { Page } from '#protocol/socket.ts';
import type { ContributionView, RunView, SittingHead, SittingRow } from '#protocol/views.ts';

export type Directory = ReadonlyMap<string, Person>;

/** How many bytes of contributions a page holds. */
const CONTRIBUTION_BYTES = 14_000;
/** What plan and contributions of a first state share, so that the whole of it stays under 32 KB. */
const FIRST_STATE_BYTES = 27_000;

/** What a first state has left for contributions beside its plan; one always comes. */
export const bytesBeside = (plan: Plan): number =>
  Math.min(CONTRIBUTION_BYTES, FIRST_STATE_BYTES - Buffer.byteLength(JSON.stringify(plan)));

/** The head of a sitting, or null when the séminaire does not hold it. */
export function headOf(seminarId: string, seminar: Seminar, sittingId: string): SittingHead | null {
  const sitting = seminar.sittings.find(({ id }) => id === sittingId);
  const atelier = seminar.ateliers.find(({ id }) => id === sitting?.atelierId);
  if (!sitting || !atelier) return null;
  return {
    seminarId,
    sittingId,
    atelierId: atelier.id,
    atelierNumber: atelier.number,
    atelierTitle: atelier.title,
    ateliersCount: seminar.ateliers.length,
    room: sitting.room,
    start: sitting.start,
    description: seminar.description,
  };
}

/** The run as an animateur sees it: with who did what. */
export function runForConsole(events: readonly RunEvent[], people: Directory): RunView {
  const { steps, ...run } = runOf(events);
  return { ...run, steps: steps.map(({ actor, ...step }) => ({ ...step, by: nameOf(actor, people) })) };
}

/** The run as everybody sees it: without who did what. */
export const runForAll = (events: readonly RunEvent[]): RunView => ({ ...runOf(events), steps: [] });

const nameOf = (personId: string | null, people: Directory): string | null => {
  const person = personId === null ? undefined : people.get(personId);
  return person ? `${person.firstName} ${person.lastName}`.trim() || null : null;
};

export const fullName = (personId: string | null, people: Directory): string =>
  nameOf(personId, people) ?? '';

export function contributionView(contribution: Contribution, people: Directory): ContributionView {
  const { id, seq, itemId, questionId, kind, text, unnamed, at, author, supporters } = contribution;
  const person = author === null || unnamed ? undefined : people.get(author);
  const attribution = person ? attributionOf(person) : UNNAMED;
  return { id, seq, itemId, questionId, kind, text, unnamed, attribution, at, supports: supporters.length };
}

/** The contributions before a place in the log, newest first, as many as one page holds. */
export function contributionsPage(
  log: SittingLog,
  people: Directory,
  before: number,
  personId: string | null,
  mostBytes: number = CONTRIBUTION_BYTES,
): Page {
  const earlier = contributionsOf(log).filter(({ seq }) => seq < before);
  const page: Contribution[] = [];
  const views: ContributionView[] = [];
  let bytes = 0;
  for (const contribution of earlier.toReversed()) {
    const view = contributionView(contribution, people);
    bytes += Buffer.byteLength(JSON.stringify(view));
    if (page.length > 0 && (page.length >= LIMITS.contributionsPerPage || bytes > mostBytes)) break;
    page.push(contribution);
    views.push(view);
  }
  const last = page.at(-1);
  const those = (is: (contribution: Contribution, person: string) => boolean): readonly string[] =>
    personId === null ? [] : page.filter((it) => is(it, personId)).map(({ id }) => id);
  return {
    contributions: views,
    olderBefore: last !== undefined && page.length < earlier.length ? last.seq : null,
    own: those(({ author }, person) => author === person),
    supported: those(({ supporters }, person) => supporters.includes(person)),
  };
}

/** A plan as phones and screens get it: the context is for those who animate and write. */
export const planForAll = (plan: Plan): Plan => ({
  ...plan,
  items: plan.items.map((item) => ({ ...item, context: [] })),
});

/** A plan as the régie gets it: points and minutes, for every room at once. */
const planForRegie = (plan: Plan): Plan => ({
  ...plan,
  items: plan.items.map((item) => ({ ...item, context: [], questions: [] })),
});

export function rowOf(
  head: SittingHead,
  plan: Plan,
  log: SittingLog,
  people: Directory,
  seminar: Seminar,
  connected: number,
): SittingRow {
  const contributions = contributionsOf(log);
  return {
    head,
    plan: planForRegie(plan),
    run: runForConsole(log.runEvents, people),
    contributionsCount: contributions.length,
    lastContributionAt: contributions.at(-1)?.at ?? null,
    participants: seminar.attendance[head.sittingId]?.length ?? 0,
    connected,
  };
}
