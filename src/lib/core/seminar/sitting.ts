/** One sitting as its log tells it: its own plan if it has one, its run, its contributions, its call for help. */
import { EMPTY_PLAN } from '../agenda/plan.ts';
import type { Plan } from '../agenda/plan.ts';
import type { RunEvent } from '../agenda/run.ts';
import { isRunEvent } from '../events/event-types.ts';
import type { DomainEvent } from '../events/event-types.ts';
import type { Contribution } from '../contributions/contribution.ts';
import { foldContributions, NO_CONTRIBUTIONS } from '../contributions/fold-contributions.ts';
import type { Contributions } from '../contributions/fold-contributions.ts';
import { isSeenByRoom, isSeenBySorting } from '../contributions/who-sees.ts';
import type { Floor } from '../floor/floor.ts';
import { NOBODY_ASKS } from '../floor/floor.ts';
import { foldFloor } from '../floor/fold-floor.ts';
import { foldPhotos } from '../photos/fold-photos.ts';
import type { Photo } from '../photos/photo.ts';
import { foldPresentations } from '../round/fold-presentations.ts';
import { foldRestitution } from '../restitution/restitution.ts';
import type { Restitution } from '../restitution/restitution.ts';
import { foldRound } from '../round/fold-round.ts';
import type { Presentation, Round } from '../round/round.ts';
import type { AtelierLog } from './atelier.ts';
import { foldHelp } from './help.ts';
import type { HelpCall } from './help.ts';

export type SittingLog = {
  readonly seminarId: string;
  readonly atelierId: string;
  /** The sitting's own plan; null while it follows its atelier's. */
  readonly ownPlan: Plan | null;
  readonly runEvents: readonly RunEvent[];
  readonly contributions: Contributions;
  readonly help: HelpCall | null;
  readonly floor: Floor;
  readonly round: Round | null;
  /** By person. */
  readonly presentations: ReadonlyMap<string, Presentation>;
  /** In the order they were added. */
  readonly photos: readonly Photo[];
  /** Participants may write in the notes. */
  readonly notesOpen: boolean;
  /** The atelier is over. */
  readonly closed: boolean;
  /** In a plenary: the slide that everybody sees. */
  readonly restitution: Restitution | null;
};

/** The sitting after its events in order; null before `sitting/opened`. */
export function foldSitting(log: SittingLog | null, event: DomainEvent): SittingLog | null {
  if (event.type === 'sitting/opened') {
    const { seminarId, atelierId } = event.payload;
    return {
      ...{ seminarId, atelierId, ownPlan: null, runEvents: [], contributions: NO_CONTRIBUTIONS, help: null },
      ...{ floor: NOBODY_ASKS, round: null, presentations: new Map(), photos: [] },
      ...{ notesOpen: true, closed: false, restitution: null },
    };
  }
  if (log === null) return null;
  if (isRunEvent(event)) return { ...log, runEvents: [...log.runEvents, event] };
  switch (event.type) {
    case 'sitting/plan-revised': {
      const { revision, items, minutesRevised } = event.payload;
      return { ...log, ownPlan: { revision, items, minutesRevised } };
    }
    case 'sitting/plan-shared':
      return { ...log, ownPlan: null };
    case 'notes/opened':
    case 'notes/closed':
      return { ...log, notesOpen: event.type === 'notes/opened' };
    case 'sitting/closed':
    case 'sitting/reopened':
      return {
        ...log,
        closed: event.type === 'sitting/closed',
        contributions: foldContributions(log.contributions, event),
        floor: foldFloor(log.floor, event),
        restitution: foldRestitution(log.restitution, event),
      };
    default:
      return {
        ...log,
        help: foldHelp(log.help, event),
        contributions: foldContributions(log.contributions, event),
        floor: foldFloor(log.floor, event),
        round: foldRound(log.round, event),
        presentations: foldPresentations(log.presentations, event),
        photos: foldPhotos(log.photos, event),
        restitution: foldRestitution(log.restitution, event),
      };
  }
}

/** The plan that the sitting follows: its own, else its atelier's. */
export const planOf = (log: SittingLog, atelier: AtelierLog | null): Plan =>
  log.ownPlan ?? atelier?.plan ?? EMPTY_PLAN;

/** The runs that were rehearsed, those taken back too: what was said during them is in no actes. */
const rehearsalsOf = (log: SittingLog): ReadonlySet<string> =>
  new Set(
    log.runEvents.flatMap((event) =>
      event.type === 'run/started' && event.payload.rehearsal ? [event.payload.runId] : [],
    ),
  );

/** What was said and counts: outside rehearsals, neither withdrawn nor hidden, nor in a silence not yet revealed. */
export const contributionsOf = (log: SittingLog): readonly Contribution[] => contributionsForRoom(log, null);

/** What a room sees said: outside rehearsals what counts, during one what is said in it too. */
export const contributionsForRoom = (log: SittingLog, runId: string | null): readonly Contribution[] =>
  saidOutsideRehearsals(log, runId).filter((it) => isSeenByRoom(log.contributions, it));

/** What those who sort see: what the room sees, and what was hidden or withdrawn. */
export const contributionsForSorting = (log: SittingLog, runId: string | null): readonly Contribution[] =>
  saidOutsideRehearsals(log, runId).filter((it) => isSeenBySorting(log.contributions, it));

/** What was said, whoever sees it: during a rehearsal what is said in it too, and else not. */
export function saidOutsideRehearsals(log: SittingLog, runId: string | null): readonly Contribution[] {
  const rehearsals = rehearsalsOf(log);
  const all = log.contributions.byId.values();
  if (rehearsals.size === 0) return all;
  return all.filter((it) => it.runId === null || it.runId === runId || !rehearsals.has(it.runId));
}
