/** A sitting in which everything goes wrong that can, from one seed; afterwards everything must be as it was meant. */
import type { DomainEvent } from '#core/events/event-types.ts';
import { foldSitting } from '#core/seminar/sitting.ts';
import type { SittingLog } from '#core/seminar/sitting.ts';
import type { CommandEnvelope } from '#protocol/inputs.ts';
import type { SessionView, SittingState } from '#protocol/views.ts';
import { createdSeminar, Device, freshId } from '../support/device.ts';
import { chance as chanceFrom } from '../support/delaying-proxy.ts';
import type { FuzzHost } from './fuzz-host.ts';
import type { Chance } from './fuzz-person.ts';
import { FuzzPerson } from './fuzz-person.ts';

export type Outcome = {
  readonly log: SittingLog;
  readonly events: readonly DomainEvent[];
  readonly people: readonly FuzzPerson[];
};

/** Milliseconds within which everything must have arrived once the network is whole. */
const SETTLED_WITHIN = 20_000;
/** Milliseconds between two looks: a device that asks more often is told to wait. */
const ASKED_EVERY = 100;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Rejects when the people do not come to see the same, or the disk to hold it. */
export async function fuzzRoom(seed: number, host: FuzzHost): Promise<Outcome> {
  const chance = chanceFrom(seed);
  const roll = (sides: number): number => Math.floor(chance() * sides);
  const { url } = host;

  const { organiser, view, sittingId } = await createdSeminar(url);
  const sitting = view.ateliers[0]?.sittings[0];
  if (!sitting) throw new Error('no sitting');
  const people = await comeIn(url, sitting, 5 + roll(seed % 10 === 0 ? 16 : 5), chance);
  const [animateur] = people;
  if (!animateur) throw new Error('nobody');
  await Promise.all(people.map((it) => it.open()));
  await reached(() => (people.every((it) => it.state !== null) ? '' : 'somebody has no state'));

  const steps = 20 + roll(30);
  const restartAt = chance() < 0.5 ? roll(steps) : -1;
  let said = 0;
  for (let step = 0; step < steps; step += 1) {
    if (step === restartAt) await host.restart();
    const person = people[roll(people.length)] ?? animateur;
    await act(person, animateur, chance, () => `${seed}.${(said += 1)}`);
    if (chance() < 0.3) await pause(roll(8));
  }

  await Promise.all(people.map((it) => it.settle()));
  await reached(
    () => (people.every((it) => it.waiting === 0) ? '' : 'an outbox is not empty'),
    () => people.forEach((it) => it.flush()),
  );
  // What is still hidden is revealed, so that all of it can be compared.
  const silence = animateur.state?.silence;
  if (silence) await animateur.live({ type: 'silence/reveal', sittingId, silenceId: silence.id });

  await reached(async () => {
    const difference = await differenceIn(people, sittingId);
    return difference || (sameNotes(people) ? '' : 'the notes are not the same');
  });
  const notes = people.find((it) => it.notes !== null)?.notes ?? null;
  people.forEach((it) => it.close());
  organiser.close();
  const left = await host.end(sittingId);
  if (notes !== null && !isSame(left.notes, notes))
    throw new Error('The notes on disk are not what was seen.');
  const log = left.events.reduce<SittingLog | null>(foldSitting, null);
  if (log === null) throw new Error('no log');
  return { log, events: left.events, people };
}

/** The animateur first; then those who joined by the code, some on a phone that several share. */
async function comeIn(
  url: string,
  sitting: {
    readonly sittingId: string;
    readonly code: string;
    readonly links: { readonly animateur: string };
  },
  count: number,
  chance: Chance,
): Promise<readonly FuzzPerson[]> {
  const { sittingId, code } = sitting;
  const conducting = new Device(url);
  await conducting.openLink(sitting.links.animateur);
  const session = await conducting.json<SessionView>('/api/session');
  const animateur = new FuzzPerson({
    ...{ device: conducting, sittingId, chance, name: 'animateur', as: 'animateur', audience: 'console' },
    personId: null,
  });
  if (session.grants.length === 0) throw new Error('the link gave no right');
  const people = [animateur];
  for (let index = 1; index < count; index += 1) {
    const device = new Device(url);
    const personId = freshId();
    await device.join(code, `P${index}`, personId);
    const as = { as: 'participant', audience: 'participant' } as const;
    people.push(new FuzzPerson({ device, personId, sittingId, chance, name: `P${index}`, ...as }));
  }
  return people;
}

/** One thing that a person does, or that happens to them. */
async function act(
  person: FuzzPerson,
  animateur: FuzzPerson,
  chance: Chance,
  words: () => string,
): Promise<void> {
  const one = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance() * list.length)];
  const what = chance();
  const silence = person.state?.silence ?? null;
  if (what < 0.26) return void person.contribute(words(), chance() < 0.3, silence?.id ?? null);
  const mine = one([...person.meant.words.keys()]);
  if (what < 0.34) return mine === undefined ? undefined : person.change(mine, words());
  if (what < 0.37) return mine === undefined ? undefined : person.withdraw(mine);
  const seen = one(person.seen);
  if (what < 0.5) return seen === undefined ? undefined : person.support(seen, chance() < 0.7);
  if (what < 0.55) {
    const dots = person.state?.dots;
    const chosen = dots && !dots.shown ? one(dots.contributions) : undefined;
    if (dots && chosen) person.placeDots(dots.id, chosen.id, Math.floor(chance() * 2));
    return;
  }
  if (what < 0.76) {
    person.openNotes();
    return person.edit(words());
  }
  if (what < 0.82) return person.cut();
  if (what < 0.9) return person.comeBack();
  if (what < 0.93) return person.reload();
  await conduct(animateur, chance, one);
}

/** What the animateur gives at once or not at all. */
async function conduct(
  animateur: FuzzPerson,
  chance: Chance,
  one: <T>(list: readonly T[]) => T | undefined,
): Promise<void> {
  const { state } = animateur;
  if (state === null) return;
  const { sittingId } = state.head;
  const contributionId = one(animateur.seen);
  const expectedRunEvents = state.run.eventCount;
  const live = (command: CommandEnvelope['command']): void => void animateur.live(command);
  const moment = chance();
  if (moment < 0.15)
    return live({
      type: state.run.status === 'not-started' ? 'run/start' : 'run/next',
      sittingId,
      expectedRunEvents,
    });
  if (moment < 0.3) {
    if (state.silence) return live({ type: 'silence/reveal', sittingId, silenceId: state.silence.id });
    return live({
      type: 'silence/open',
      sittingId,
      silenceId: freshId(),
      itemId: null,
      questionId: null,
      minutes: 3,
    });
  }
  if (contributionId === undefined) return;
  if (moment < 0.45) {
    if (state.dots) return;
    return live({
      type: 'dots/open',
      sittingId,
      dotsId: freshId(),
      budget: 5,
      contributionIds: [contributionId],
    });
  }
  if (moment < 0.6)
    return live({ type: 'contribution/hide', sittingId, contributionId, reason: 'hors sujet' });
  if (moment < 0.7) return live({ type: 'contribution/show', sittingId, contributionId });
  if (moment < 0.85) return live({ type: 'contribution/pin', sittingId, contributionId });
  live({
    type: 'group/make',
    sittingId,
    groupId: freshId(),
    heading: 'Ensemble',
    contributionIds: [contributionId],
  });
}

/** Where a replica differs from what a page that opens now is given; '' where none does. */
async function differenceIn(people: readonly FuzzPerson[], sittingId: string): Promise<string> {
  for (const person of people) {
    const fresh = await person.freshState(sittingId);
    if (fresh === null || person.state === null) return `${person.name} is not connected`;
    const held = shownIn(person.state, fresh);
    const given = shownIn(fresh, fresh);
    for (const [what, value] of Object.entries(given)) {
      const mine = held[what as keyof typeof held];
      if (!isSame(mine, value))
        return `${person.name} holds as ${what} ${JSON.stringify(mine)} and would be given ${JSON.stringify(value)}`;
    }
  }
  return '';
}

/** What can be compared: of the contributions those of the newest page. */
function shownIn(state: SittingState, fresh: SittingState) {
  const newest = new Set(fresh.contributions.map(({ id }) => id));
  const { groups, wall, silence, dots, floor, run, plan, contributionsCount } = state;
  const contributions = state.contributions.filter(({ id }) => newest.has(id));
  return { contributions, contributionsCount, groups, wall, silence, dots, floor, run, plan };
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const sameNotes = (people: readonly FuzzPerson[]): boolean => {
  const open = people.flatMap(({ notes, notesAreSynced }) =>
    notes === null ? [] : [{ notes, notesAreSynced }],
  );
  return open.every(({ notes, notesAreSynced }) => notesAreSynced && isSame(notes, open[0]?.notes));
};

/** Waits until nothing lacks any more; what never comes to be fails the seed. */
async function reached(
  lacks: () => string | Promise<string>,
  meanwhile: () => void = () => undefined,
): Promise<void> {
  const until = performance.now() + SETTLED_WITHIN;
  for (let lacking = await lacks(); lacking !== ''; lacking = await lacks()) {
    if (performance.now() > until) throw new Error(`It never settled: ${lacking}`);
    meanwhile();
    await pause(ASKED_EVERY);
  }
}
