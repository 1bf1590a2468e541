/** How what a page knows follows the frames of its subscription. */
import type { StreamId } from '#core/events/envelope.ts';
import { LIMITS } from '#protocol/limits.ts';
import type { Page } from '#protocol/socket.ts';
import type { SeminarChange, SeminarFrame, SeminarState } from '#protocol/regie-views.ts';
import type {
  ContributionView,
  Frame,
  Me,
  SittingChange,
  SittingFrame,
  SittingState,
} from '#protocol/views.ts';

type Seqs = Readonly<Record<StreamId, number>>;

/** `ignore`: already seen. `apply`: nothing is missing before it. `resubscribe`: something is. */
export type FrameStep = 'ignore' | 'apply' | 'resubscribe';

/** What to do with a frame, standing at `seqs`; a stream not known yet stands at 0. */
export function frameStep(seqs: Seqs, frame: Frame<unknown>): FrameStep {
  const mine = seqs[frame.stream] ?? 0;
  if (frame.seq <= mine) return 'ignore';
  return frame.prev <= mine ? 'apply' : 'resubscribe';
}

/** The sitting after a frame that `frameStep` said to apply. */
export function afterSittingFrame(state: SittingState, frame: SittingFrame): SittingState {
  const changed = frame.changes.reduce(afterSittingChange, state);
  return { ...changed, seqs: { ...state.seqs, [frame.stream]: frame.seq } };
}

/** The séminaire after a frame that `frameStep` said to apply. */
export function afterSeminarFrame(state: SeminarState, frame: SeminarFrame): SeminarState {
  const changed = frame.changes.reduce(afterSeminarChange, state);
  return { ...changed, seqs: { ...state.seqs, [frame.stream]: frame.seq } };
}

/** The sitting with a page of earlier contributions below those already there. */
export function withOlderPage(state: SittingState, page: Page): SittingState {
  const known = new Set(state.contributions.map((it) => it.id));
  const older = page.contributions.filter((it) => !known.has(it.id));
  return {
    ...state,
    contributions: [...state.contributions, ...older].sort(newestFirst),
    olderBefore: page.olderBefore,
    me: meWith(state.me, page),
  };
}

/** What is one's own and supported, with what a page or an earlier state tells. */
const meWith = (me: Me, more: Pick<Me, 'own' | 'supported'>): Me => ({
  ...me,
  own: [...new Set([...me.own, ...more.own])],
  supported: [...new Set([...me.supported, ...more.supported])],
});

/** The sitting as subscribed anew, still showing the earlier pages that had been loaded when nothing lies between. */
export function resubscribed(before: SittingState, fresh: SittingState): SittingState {
  if (fresh.olderBefore === null) return fresh;
  const oldestFresh = fresh.contributions.at(-1)?.seq ?? Number.POSITIVE_INFINITY;
  const joined = before.contributions.some((it) => it.seq >= oldestFresh);
  if (!joined) return fresh;
  const earlier = before.contributions.filter((it) => it.seq < oldestFresh);
  if (earlier.length === 0) return fresh;
  const loaded = new Set(earlier.map(({ id }) => id));
  const { own, supported } = before.me;
  const me = meWith(fresh.me, {
    own: own.filter((id) => loaded.has(id)),
    supported: supported.filter((id) => loaded.has(id)),
  });
  return {
    ...fresh,
    contributions: [...fresh.contributions, ...earlier],
    olderBefore: before.olderBefore,
    me,
  };
}

function afterSittingChange(state: SittingState, change: SittingChange): SittingState {
  switch (change.type) {
    case 'head':
      return { ...state, head: change.head };
    case 'plan':
      return { ...state, plan: change.plan };
    case 'run':
      return { ...state, run: change.run };
    case 'contribution':
      return {
        ...state,
        contributions: withContribution(state, change.contribution),
        contributionsCount: change.count,
      };
    case 'supports':
      return {
        ...state,
        contributions: state.contributions.map((it) => {
          const supports = change.supports[it.id];
          return supports === undefined ? it : { ...it, supports };
        }),
      };
    case 'participants':
      return { ...state, participants: change.participants };
    case 'shared':
      return { ...state, shared: change.shared };
    case 'messages':
      return { ...state, messages: change.messages };
    case 'help':
      return { ...state, help: change.help };
    case 'own-plan':
      return { ...state, ownPlan: change.ownPlan };
    case 'rapporteurs':
      return { ...state, rapporteurs: change.rapporteurs };
    case 'contributions-gone':
      return {
        ...state,
        contributions: state.contributions.filter(({ id }) => !change.ids.includes(id)),
        contributionsCount: change.count,
      };
    case 'grouped':
      return { ...state, contributions: regrouped(state.contributions, change.groupIds) };
    case 'groups':
      return withGroups(state, change.groups);
    case 'wall':
      return { ...state, wall: change.wall };
    case 'screen-texts':
      return { ...state, screenTexts: change.screenTexts };
    case 'silence':
      return { ...state, silence: change.silence };
    case 'dots':
      return withDots(state, change.dots);
    case 'dots-voters':
      return state.dots?.id === change.dotsId
        ? { ...state, dots: { ...state.dots, voters: change.voters } }
        : state;
    case 'floor':
      return withFloor(state, change.floor);
    case 'round':
      return { ...state, round: change.round };
    case 'photos':
      return { ...state, photos: change.photos };
    case 'standing':
      return { ...state, notesOpen: change.notesOpen, closed: change.closed };
    case 'synthesis': {
      const { synthesis, document } = change;
      if (state.audience !== 'participant') return { ...state, synthesis };
      const { synthesis: _before, ...others } = state.documents;
      return {
        ...state,
        synthesis,
        documents: document === null ? others : { ...others, synthesis: document },
      };
    }
    case 'restitution':
      return { ...state, restitution: change.restitution };
    case 'code':
      return { ...state, join: state.join && withCode(state.join, change.code) };
  }
}

const regrouped = (
  contributions: readonly ContributionView[],
  groupIds: Readonly<Record<string, string | null>>,
): readonly ContributionView[] =>
  contributions.map((it) => {
    const groupId = groupIds[it.id];
    return groupId === undefined ? it : { ...it, groupId };
  });

/** What stood in a group that is no more stands in none. */
function withGroups(state: SittingState, groups: SittingState['groups']): SittingState {
  const kept = new Set(groups.map(({ id }) => id));
  const ungrouped = state.contributions.map((it) =>
    it.groupId === null || kept.has(it.groupId) ? it : { ...it, groupId: null },
  );
  return { ...state, groups, contributions: ungrouped };
}

/** Other gommettes are placed anew. */
function withDots(state: SittingState, dots: SittingState['dots']): SittingState {
  const me = dots?.id === state.dots?.id ? state.me : { ...state.me, dots: {} };
  return { ...state, dots, me };
}

/** One's ask is over when it neither waits nor has the floor; where very many wait, not all are shown. */
function withFloor(state: SittingState, floor: SittingState['floor']): SittingState {
  const { askId } = state.me;
  const waits = floor.asks.some(({ id }) => id === askId) || floor.speaking?.id === askId;
  const mayWait = waits || floor.asks.length >= LIMITS.asksShown;
  return { ...state, floor, me: mayWait ? state.me : { ...state.me, askId: null } };
}

/** The page's own address of the server, with another code behind it. */
const withCode = (join: NonNullable<SittingState['join']>, code: string): SittingState['join'] => ({
  ...join,
  code,
  url: `${join.url.slice(0, join.url.lastIndexOf('#'))}#${code}`,
});

function withContribution(state: SittingState, it: ContributionView): readonly ContributionView[] {
  const { contributions } = state;
  if (contributions.some((known) => known.id === it.id)) {
    return contributions.map((known) => (known.id === it.id ? it : known));
  }
  // A change to one on a page not loaded yet comes with that page.
  const oldest = contributions.at(-1);
  if (state.olderBefore !== null && oldest !== undefined && it.seq < oldest.seq) return contributions;
  return [...contributions, it].sort(newestFirst);
}

function afterSeminarChange(state: SeminarState, change: SeminarChange): SeminarState {
  switch (change.type) {
    case 'description':
      return { ...state, description: change.description, closed: change.closed };
    case 'shared':
      return { ...state, shared: change.shared, programmeRestorable: change.programmeRestorable };
    case 'messages':
      return { ...state, messages: change.messages };
    case 'row-gone':
      return { ...state, rows: state.rows.filter((row) => row.head.sittingId !== change.sittingId) };
    case 'row': {
      const { sittingId } = change.row.head;
      const known = state.rows.some((row) => row.head.sittingId === sittingId);
      const rows = known
        ? state.rows.map((row) => (row.head.sittingId === sittingId ? change.row : row))
        : [...state.rows, change.row];
      return { ...state, rows };
    }
  }
}

const newestFirst = (a: ContributionView, b: ContributionView): number => b.seq - a.seq;
