/** What has happened as changes of what those see who listen to a sitting. */
import { runOf } from '#core/agenda/run.ts';
import type { Contribution } from '#core/contributions/contribution.ts';
import { isUnrevealed } from '#core/contributions/who-sees.ts';
import { contributionsForRoom, contributionsForSorting } from '#core/seminar/sitting.ts';
import { personOnLists, supportsOf } from '#core/seminar/seminar.ts';
import type { SittingLog } from '#core/seminar/sitting.ts';
import type { Instant } from '#core/time/instant.ts';
import type { SittingChange, SittingHead } from '#protocol/views.ts';
import { contributionView } from './contribution-views.ts';
import type { Gathering } from './gathering.ts';
import type { Listeners, Showing } from './listeners.ts';
import { audienceOf, sorts } from './listeners.ts';
import {
  headOf,
  helpView,
  messagesFor,
  planFor,
  rapporteursFor,
  runForAll,
  runForConsole,
  sharedInRoom,
  synthesisFor,
} from './projections.ts';
import {
  dotsView,
  floorView,
  groupsFor,
  photoViews,
  roundView,
  screenTexts,
  silenceView,
  votersOf,
} from './room-views.ts';
import type { Gathered } from './states.ts';

/** Contributions that appear or change together and weigh more are read anew with a first state, which is bounded. */
const TOGETHER_BYTES = 15_000;

export type Happened = {
  readonly sittingId: string;
  readonly at: Gathered;
  readonly gathered: Gathering;
  readonly now: Instant;
  /** The code, when it became another. */
  readonly code: string | null;
  /** The wire name of the synthesis, when participants may read along; null when they may not. */
  readonly synthesisName: string | null;
};

/** What those who listen are sent; null when they had better subscribe anew. */
export function changesFor(to: Listeners, happened: Happened): readonly SittingChange[] | null {
  const { sittingId, at, gathered } = happened;
  const head = headOf(at.seminarId, at.seminar.state, sittingId);
  if (!head) return [];
  // The words before changes, and those withdrawn, go with the atelier.
  if (gathered.closed && sorts(to)) return null;
  const showing = { to, seminar: at.seminar.state, people: at.people };
  const said = to === 'screen' ? [] : saidChanges(at.sitting.state, showing, gathered);
  return (
    said && [
      ...standingChanges(happened, head, showing),
      ...said,
      ...(to === 'screen' ? [] : joinedChanges(happened)),
      ...roomChanges(happened, showing),
    ]
  );
}

/** The head, the plan and the run, and what the régie says. */
function standingChanges(
  { sittingId, at, gathered, now, code, synthesisName }: Happened,
  head: SittingHead,
  { to, seminar, people }: Showing,
): SittingChange[] {
  const changes: SittingChange[] = [];
  const log = at.sitting.state;
  const audience = audienceOf(to);
  const forConsole = audience === 'console';
  // The names on a console, in its steps and its call, are those of whoever was appointed, as they are now.
  const named = forConsole && (gathered.appointed.has(sittingId) || gathered.described.size > 0);
  if (gathered.head) changes.push({ type: 'head', head });
  if (code !== null && audience !== 'participant') changes.push({ type: 'code', code });
  if (gathered.shared) changes.push({ type: 'shared', shared: sharedInRoom(seminar) });
  if (gathered.plan) changes.push({ type: 'plan', plan: planFor(to, at.plan) });
  if (gathered.ownPlan) changes.push({ type: 'own-plan', ownPlan: log.ownPlan !== null });
  if (gathered.run || named) {
    const run = forConsole ? runForConsole(log.runEvents, people, seminar) : runForAll(log.runEvents);
    changes.push({ type: 'run', run });
  }
  if (gathered.messages) {
    const messages = messagesFor(audience, sittingId, seminar.messages, now);
    changes.push({ type: 'messages', messages });
  }
  if (gathered.synthesis) {
    const document = audience === 'participant' ? synthesisName : null;
    changes.push({ type: 'synthesis', synthesis: synthesisFor(to, at.atelier.state), document });
  }
  if (gathered.restitution && head.plenary)
    changes.push({ type: 'restitution', restitution: log.restitution });
  if (forConsole && (gathered.help || named))
    changes.push({ type: 'help', help: helpView(log.help, people) });
  if (head.plenary && (gathered.head || gathered.appointed.size > 0 || gathered.described.size > 0))
    changes.push({ type: 'rapporteurs', rapporteurs: rapporteursFor(head, seminar, people) });
  return changes;
}

/** Contributions that came, became another or went; null when that is more than what is read anew. */
function saidChanges(log: SittingLog, showing: Showing, gathered: Gathering): SittingChange[] | null {
  const changed = changedIn(log, gathered);
  if (changed.size + gathered.grouped.size + gathered.supported.size === 0) return [];
  const { byId } = log.contributions;
  const { runId } = runOf(log.runEvents);
  const inRoom = new Set(contributionsForRoom(log, runId).map(({ id }) => id));
  const listed = sorts(showing.to)
    ? new Set(contributionsForSorting(log, runId).map(({ id }) => id))
    : inRoom;
  const changes: SittingChange[] = [];
  let bytes = 0;
  for (const it of changed) {
    if (!listed.has(it.id)) continue;
    const contribution = contributionView(it, showing);
    // Those that come one by one may be many, and are new: they are sent, or a busy room would read everything anew.
    if (!gathered.made.has(it.id)) bytes += Buffer.byteLength(JSON.stringify(contribution));
    changes.push({ type: 'contribution', contribution, count: inRoom.size });
  }
  if (bytes > TOGETHER_BYTES) return null;
  const isGone = (id: string): boolean => {
    const it = byId.get(id);
    return it !== undefined && !listed.has(id) && !isUnrevealed(log.contributions, it);
  };
  const ids = [...gathered.touched].filter(isGone);
  if (ids.length > 0) changes.push({ type: 'contributions-gone', ids, count: inRoom.size });
  const sent = new Set([...changed].map(({ id }) => id));
  const known = (id: string): Contribution | [] => {
    const it = byId.get(id);
    return it && listed.has(id) && !sent.has(id) ? it : [];
  };
  const supported = [...gathered.supported].flatMap(known);
  if (supported.length > 0) {
    const supports = Object.fromEntries(supported.map((it) => [it.id, supportsOf(it, showing.seminar)]));
    changes.push({ type: 'supports', supports });
  }
  const grouped = [...gathered.grouped].flatMap(known);
  if (grouped.length > 0) {
    const groupIds = Object.fromEntries(grouped.map((it) => [it.id, it.groupId]));
    changes.push({ type: 'grouped', groupIds });
  }
  return changes;
}

/** The contributions that look otherwise than before. */
function changedIn({ contributions }: SittingLog, gathered: Gathering): ReadonlySet<Contribution> {
  const { byId } = contributions;
  const changed = new Set([...gathered.touched].flatMap((id) => byId.get(id) ?? []));
  if (gathered.revealed.size === 0 && gathered.described.size === 0) return changed;
  for (const it of byId) {
    const isRevealed = it.silenceId !== null && gathered.revealed.has(it.silenceId);
    const isDescribed = it.author !== null && gathered.described.has(it.author);
    if (isRevealed || isDescribed) changed.add(it);
  }
  return changed;
}

function joinedChanges({ sittingId, at, gathered }: Happened): SittingChange[] {
  if (!gathered.joined.has(sittingId)) return [];
  return [{ type: 'participants', participants: at.seminar.state.attendance[sittingId]?.length ?? 0 }];
}

/** What passes in the room besides: silence, gommettes, floor, tour de table, photos, the projector's wall. */
function roomChanges({ sittingId, at, gathered }: Happened, showing: Showing): SittingChange[] {
  const changes: SittingChange[] = [];
  const log = at.sitting.state;
  const { to, seminar } = showing;
  const { dots, silence } = log.contributions;
  const joined = gathered.joined.has(sittingId);
  if (gathered.groups && to !== 'screen') changes.push({ type: 'groups', groups: groupsFor(log, showing) });
  if (gathered.wall) changes.push({ type: 'wall', wall: log.contributions.wall });
  if (to === 'screen') changes.push(...screenChanges(at, showing, gathered));
  if (gathered.silence && silence !== null) changes.push({ type: 'silence', silence: silenceView(log) });
  if (gathered.dots || (dots !== null && changesAny(log, gathered, dots.contributionIds)))
    changes.push({ type: 'dots', dots: dotsView(log, showing) });
  else if (gathered.voted && dots !== null)
    changes.push({ type: 'dots-voters', dotsId: dots.id, voters: votersOf(dots, { seminar }) });
  // How many have not yet spoken grows with everybody who comes.
  if (gathered.floor || (joined && sorts(to)) || concernsFloor(log, gathered))
    changes.push({ type: 'floor', floor: floorView(log, sittingId, showing) });
  const isDescribed = log.round !== null && gathered.described.has(log.round.personId ?? '');
  if (gathered.round || (log.round !== null && !log.round.closed && (joined || isDescribed)))
    changes.push({ type: 'round', round: roundView(log, sittingId, showing) });
  if (gathered.photos && to !== 'screen')
    changes.push({ type: 'photos', photos: photoViews(log, sittingId, showing) });
  if (gathered.standing) {
    const { notesOpen, closed } = log;
    changes.push({ type: 'standing', notesOpen, closed });
  }
  return changes;
}

function screenChanges({ sitting, plan }: Gathered, showing: Showing, gathered: Gathering): SittingChange[] {
  const log = sitting.state;
  const texts = screenTexts(log, plan, showing);
  const ids = texts.map(({ id }) => id);
  const supported = ids.some((id) => gathered.supported.has(id));
  const moved = (gathered.moved || gathered.plan) && log.contributions.wall !== 'nothing';
  const others = gathered.screens || gathered.runChanged || moved;
  if (!others && !supported && !changesAny(log, gathered, ids)) return [];
  return [{ type: 'screen-texts', screenTexts: texts }];
}

const changesAny = (log: SittingLog, gathered: Gathering, ids: readonly string[]): boolean => {
  const changed = changedIn(log, gathered);
  return [...changed].some(({ id }) => ids.includes(id));
};

const concernsFloor = ({ floor }: SittingLog, { described }: Gathering): boolean =>
  described.size > 0 &&
  [...floor.asks, ...(floor.speaking ? [floor.speaking] : [])].some(({ personId }) =>
    described.has(personId),
  );

/**
 * The persons of whom something became another: their words by somebody else's hand, what is said of them, their turn,
 * their ask. Someone who joined with several devices is several persons: all of them are told.
 */
export function ownersConcerned(
  { contributions, round }: SittingLog,
  seminar: Showing['seminar'],
  { owners, hands, described, round: turned }: Gathering,
): ReadonlySet<string> {
  const concerned = new Set([...owners, ...described]);
  // Whose turn went: the newest of those who had one.
  const last = turned ? round?.done.at(-1) : undefined;
  if (last !== undefined) concerned.add(last);
  for (const { contributionId, actor } of hands) {
    const author = contributions.byId.get(contributionId)?.author ?? null;
    if (author !== null && author !== actor) concerned.add(author);
  }
  const listed = new Set([...concerned].map((personId) => personOnLists(seminar, personId)));
  for (const [personId, same] of Object.entries(seminar.samePerson))
    if (listed.has(same)) concerned.add(personId);
  for (const personId of listed) concerned.add(personId);
  return concerned;
}
