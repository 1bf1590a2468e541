/** What has happened on a stream since its last frame, as far as pages show it. */
import type { DomainEvent } from '#core/events/event-types.ts';
import { isRunEvent } from '#core/events/event-types.ts';

export type Gathering = {
  seq: number;
  run: boolean;
  /** A run was put aside or taken up again: what people see said may have become another list. */
  runChanged: boolean;
  /** The room is at another point: the projector's wall shows what is said of that one. */
  moved: boolean;
  plan: boolean;
  ownPlan: boolean;
  head: boolean;
  description: boolean;
  shared: boolean;
  messages: boolean;
  help: boolean;
  made: Set<string>;
  /** Contributions that became another, or are seen or not seen any more. */
  touched: Set<string>;
  supported: Set<string>;
  /** Contributions whose group is another. */
  grouped: Set<string>;
  groups: boolean;
  wall: boolean;
  /** What of the contributions stands on projectors may have become other ones. */
  screens: boolean;
  silence: boolean;
  /** Silent writings that were shown to all. */
  revealed: Set<string>;
  dots: boolean;
  /** Somebody placed a gommette. */
  voted: boolean;
  floor: boolean;
  round: boolean;
  photos: boolean;
  standing: boolean;
  /** Where the synthesis stands, or who may read along. */
  synthesis: boolean;
  restitution: boolean;
  /** The atelier was closed: the words before changes are no more. */
  closed: boolean;
  joined: Set<string>;
  appointed: Set<string>;
  removed: Set<string>;
  /** Sittings whose code became another. */
  rotated: Set<string>;
  /** People of whom something else is said. */
  described: Set<string>;
  /** Persons whose own words became another by somebody else's hand. */
  owners: Set<string>;
  /** Contributions that were changed, and by whom: their authors are told, unless it was them. */
  hands: { readonly contributionId: string; readonly actor: string | null }[];
};

export const nothingYet = (): Gathering => ({
  seq: 0,
  run: false,
  runChanged: false,
  moved: false,
  plan: false,
  ownPlan: false,
  head: false,
  description: false,
  shared: false,
  messages: false,
  help: false,
  made: new Set(),
  touched: new Set(),
  supported: new Set(),
  grouped: new Set(),
  groups: false,
  wall: false,
  screens: false,
  silence: false,
  revealed: new Set(),
  dots: false,
  voted: false,
  floor: false,
  round: false,
  photos: false,
  standing: false,
  synthesis: false,
  restitution: false,
  closed: false,
  joined: new Set(),
  appointed: new Set(),
  removed: new Set(),
  rotated: new Set(),
  described: new Set(),
  owners: new Set(),
  hands: [],
});

const MOVES_ROOM: ReadonlySet<DomainEvent['type']> = new Set(['run/started', 'run/moved', 'run/finished']);

/** Notes what the event will change on screens; true when that must not wait. */
export function note(event: DomainEvent, gathered: Gathering): boolean {
  if (isRunEvent(event)) {
    gathered.run = true;
    if (event.type === 'run/archived' || event.type === 'run/undone') gathered.runChanged = true;
    if (MOVES_ROOM.has(event.type)) gathered.moved = true;
    return true;
  }
  return (
    noteSeminar(event, gathered) ?? noteContribution(event, gathered) ?? noteRoom(event, gathered) ?? false
  );
}

/** Null for what is of no concern here. */
function noteSeminar(event: DomainEvent, gathered: Gathering): boolean | null {
  switch (event.type) {
    case 'plan/revised':
      gathered.plan = true;
      return true;
    case 'sitting/plan-revised':
    case 'sitting/plan-shared':
      gathered.plan = true;
      gathered.ownPlan = true;
      return true;
    case 'seminar/described':
    case 'seminar/closed':
    case 'seminar/reopened':
      gathered.head = true;
      gathered.description = true;
      return true;
    case 'seminar/sitting-removed':
      gathered.head = true;
      gathered.removed.add(event.payload.sittingId);
      return true;
    case 'seminar/atelier-added':
    case 'seminar/atelier-renamed':
    case 'seminar/sitting-added':
    case 'seminar/sitting-placed':
      gathered.head = true;
      return true;
    case 'seminar/warnings-set':
    case 'programme/revised':
      gathered.shared = true;
      return true;
    case 'seminar/code-rotated':
      gathered.rotated.add(event.payload.sittingId);
      return true;
    case 'message/sent':
    case 'message/withdrawn':
    case 'message/acknowledged':
      gathered.messages = true;
      return true;
    case 'help/called':
    case 'help/answered':
    case 'help/withdrawn':
      gathered.help = true;
      return true;
    case 'seminar/person-appointed':
      gathered.appointed.add(event.payload.sittingId);
      return false;
    case 'seminar/person-removed':
      gathered.appointed.add(event.payload.sittingId);
      gathered.joined.add(event.payload.sittingId);
      return false;
    case 'seminar/person-joined':
      gathered.joined.add(event.payload.sittingId);
      return false;
    case 'seminar/person-described':
    case 'seminar/person-erased':
      gathered.described.add(event.payload.personId);
      return false;
    default:
      return null;
  }
}

function noteContribution(event: DomainEvent, gathered: Gathering): boolean | null {
  const touch = (contributionId: string): void => {
    gathered.touched.add(contributionId);
    gathered.hands.push({ contributionId, actor: event.actor });
  };
  switch (event.type) {
    case 'contribution/made':
      gathered.made.add(event.payload.contributionId);
      touch(event.payload.contributionId);
      if (event.payload.silenceId !== null) gathered.silence = true;
      return false;
    case 'contribution/changed':
      touch(event.payload.contributionId);
      return false;
    case 'contribution/placed':
      gathered.screens = true;
      touch(event.payload.contributionId);
      return false;
    case 'contribution/withdrawn':
      gathered.silence = true;
      gathered.screens = true;
      touch(event.payload.contributionId);
      return false;
    case 'contribution/agreed':
      event.payload.contributionIds.forEach(touch);
      return false;
    case 'contribution/disowned':
      // The words have no author any more: whose they were is whoever said so.
      if (event.actor !== null) gathered.owners.add(event.actor);
      touch(event.payload.contributionId);
      return false;
    case 'contribution/hidden':
    case 'contribution/shown':
      gathered.screens = true;
      touch(event.payload.contributionId);
      return false;
    case 'contribution/pinned':
    case 'contribution/unpinned':
    case 'contribution/approved':
      gathered.screens = true;
      gathered.touched.add(event.payload.contributionId);
      return true;
    case 'contribution/supported':
    case 'contribution/unsupported':
      gathered.supported.add(event.payload.contributionId);
      return false;
    case 'contribution/grouped':
      event.payload.contributionIds.forEach((id) => gathered.grouped.add(id));
      return false;
    case 'group/made':
      event.payload.contributionIds.forEach((id) => gathered.grouped.add(id));
      gathered.groups = true;
      return false;
    case 'group/renamed':
    case 'group/dissolved':
      gathered.groups = true;
      return false;
    default:
      return null;
  }
}

function noteRoom(event: DomainEvent, gathered: Gathering): boolean | null {
  switch (event.type) {
    case 'wall/set':
      gathered.wall = true;
      gathered.screens = true;
      return true;
    case 'silence/opened':
    case 'silence/extended':
      gathered.silence = true;
      return true;
    case 'silence/revealed':
      gathered.silence = true;
      gathered.screens = true;
      gathered.revealed.add(event.payload.silenceId);
      return true;
    case 'dots/opened':
    case 'dots/shown':
    case 'dots/put-away':
      gathered.dots = true;
      return true;
    case 'dots/placed':
      gathered.voted = true;
      return false;
    case 'floor/given':
    case 'floor/ended':
    case 'floor/ordered':
    case 'floor/announced':
      gathered.floor = true;
      return true;
    case 'floor/asked':
      gathered.floor = true;
      // Also by their own hand: their other pages do not know that the ask is theirs.
      gathered.owners.add(event.payload.personId);
      return false;
    case 'floor/withdrawn':
      gathered.floor = true;
      return false;
    case 'round/turned':
      gathered.owners.add(event.payload.personId);
      gathered.round = true;
      return true;
    case 'round/opened':
    case 'round/closed':
      gathered.round = true;
      return true;
    case 'presentation/written':
    case 'presentation/agreed':
      if (event.payload.personId !== event.actor) gathered.owners.add(event.payload.personId);
      return false;
    case 'photo/added':
    case 'photo/described':
    case 'photo/placed':
    case 'photo/included':
    case 'photo/removed':
      gathered.photos = true;
      return false;
    case 'notes/opened':
    case 'notes/closed':
    case 'sitting/reopened':
      gathered.standing = true;
      return true;
    case 'sitting/closed':
      gathered.standing = true;
      gathered.closed = true;
      gathered.floor = true;
      gathered.restitution = true;
      return true;
    case 'synthesis/proposed':
    case 'synthesis/validated':
    case 'synthesis/reopened':
    case 'synthesis/shown':
      gathered.synthesis = true;
      return true;
    case 'restitution/shown':
    case 'restitution/put-away':
      gathered.restitution = true;
      return true;
    default:
      return null;
  }
}

/** Whether a row of the régie says anything of it. */
export const concernsRow = (gathered: Gathering): boolean =>
  gathered.run ||
  gathered.plan ||
  gathered.head ||
  gathered.messages ||
  gathered.help ||
  gathered.standing ||
  gathered.touched.size > 0 ||
  gathered.revealed.size > 0;

/** Words that had been said are others, are seen or not seen any more, or are signed otherwise. */
export const changesWhatWasSaid = ({ touched, made, described, revealed }: Gathering): boolean =>
  described.size > 0 || revealed.size > 0 || [...touched].some((id) => !made.has(id));
