import type { DomainEvent, PayloadOf } from '../events/event-types.ts';
import { KeyedList } from '../keyed-list.ts';
import type { Contribution, Group } from './contribution.ts';
import type { Dots } from './dots.ts';
import { foldDots } from './fold-dots.ts';
import { foldSilence } from './fold-silence.ts';
import type { Silence } from './silence.ts';
import type { WallContent } from './wall.ts';

export type Contributions = {
  /** By id, in the order they were made. */
  readonly byId: KeyedList<Contribution>;
  readonly groups: readonly Group[];
  readonly wall: WallContent;
  /** The last silent writing; null before the first. */
  readonly silence: Silence | null;
  /** The gommettes that are open or shown; null when there are none. */
  readonly dots: Dots | null;
};

export const NO_CONTRIBUTIONS: Contributions = {
  byId: KeyedList.empty(),
  groups: [],
  wall: 'nothing',
  silence: null,
  dots: null,
};

/** The contributions after one more event; events of other kinds change nothing. */
export function foldContributions(all: Contributions, event: DomainEvent): Contributions {
  const changed = (id: string, change: (it: Contribution) => Contribution): Contributions => {
    const before = all.byId.get(id);
    const after = before && change(before);
    return after === undefined || after === before ? all : { ...all, byId: all.byId.with(id, after) };
  };
  const each = (ids: readonly string[], change: (it: Contribution) => Contribution): Contributions => {
    const byId = ids.reduce((list, id) => {
      const before = list.get(id);
      return before ? list.with(id, change(before)) : list;
    }, all.byId);
    return { ...all, byId };
  };

  switch (event.type) {
    case 'contribution/made': {
      const { contributionId } = event.payload;
      if (all.byId.has(contributionId)) return all;
      return { ...all, byId: all.byId.with(contributionId, made(event)) };
    }
    case 'contribution/changed':
      return changed(event.payload.contributionId, (it) => reworded(it, event));
    case 'contribution/withdrawn':
      return changed(event.payload.contributionId, (it) => ({ ...it, withdrawn: true, pinned: false }));
    case 'contribution/placed': {
      const { itemId, questionId } = event.payload;
      return changed(event.payload.contributionId, (it) => ({ ...it, itemId, questionId }));
    }
    case 'contribution/agreed':
      return each(event.payload.contributionIds, (it) => ({ ...it, agreed: true }));
    case 'contribution/disowned':
      return changed(event.payload.contributionId, (it) => ({ ...it, author: null, agreed: true }));
    case 'contribution/hidden': {
      const { reason } = event.payload;
      return changed(event.payload.contributionId, (it) => ({ ...it, hidden: { reason }, pinned: false }));
    }
    case 'contribution/shown':
      return changed(event.payload.contributionId, (it) => ({ ...it, hidden: null }));
    case 'contribution/pinned':
    case 'contribution/unpinned':
      return changed(event.payload.contributionId, (it) => ({
        ...it,
        pinned: event.type === 'contribution/pinned',
      }));
    case 'contribution/approved':
      return changed(event.payload.contributionId, (it) => ({ ...it, approved: true }));
    case 'contribution/supported': {
      const { actor } = event;
      return changed(event.payload.contributionId, (it) =>
        actor === null || it.supporters.includes(actor)
          ? it
          : { ...it, supporters: [...it.supporters, actor] },
      );
    }
    case 'contribution/unsupported':
      return changed(event.payload.contributionId, (it) => ({
        ...it,
        supporters: it.supporters.filter((person) => person !== event.actor),
      }));
    case 'contribution/grouped': {
      const { groupId, contributionIds } = event.payload;
      return each(contributionIds, (it) => ({ ...it, groupId }));
    }
    case 'group/made': {
      const { groupId, heading, contributionIds } = event.payload;
      if (all.groups.some(({ id }) => id === groupId)) return all;
      const { byId } = each(contributionIds, (it) => ({ ...it, groupId }));
      return { ...all, byId, groups: [...all.groups, { id: groupId, heading }] };
    }
    case 'group/renamed': {
      const { groupId, heading } = event.payload;
      return { ...all, groups: all.groups.map((it) => (it.id === groupId ? { ...it, heading } : it)) };
    }
    case 'group/dissolved': {
      const { groupId } = event.payload;
      const members = all.byId.values().filter((it) => it.groupId === groupId);
      const { byId } = each(
        members.map(({ id }) => id),
        (it) => ({ ...it, groupId: null }),
      );
      return { ...all, byId, groups: all.groups.filter(({ id }) => id !== groupId) };
    }
    case 'wall/set':
      return { ...all, wall: event.payload.shows };
    case 'sitting/closed': {
      const kept = all.byId.values().filter(({ earlier }) => earlier.length > 0);
      return each(
        kept.map(({ id }) => id),
        (it) => ({ ...it, earlier: [] }),
      );
    }
    default: {
      const silence = foldSilence(all.silence, event);
      const dots = foldDots(all.dots, event);
      return silence === all.silence && dots === all.dots ? all : { ...all, silence, dots };
    }
  }
}

type Event<T extends DomainEvent['type']> = Extract<DomainEvent, { type: T }>;

function made(event: Event<'contribution/made'>): Contribution {
  const { contributionId, attributedTo, ...payload }: PayloadOf<'contribution/made'> = event.payload;
  const entered = payload.entry !== 'typed' || attributedTo !== null;
  return {
    ...payload,
    id: contributionId,
    seq: event.seq,
    author: entered ? attributedTo : event.actor,
    at: event.at,
    supporters: [],
    enteredBy: entered ? event.actor : null,
    agreed: attributedTo === null || attributedTo === event.actor,
    earlier: [],
    changed: false,
    changedBy: null,
    withdrawn: false,
    hidden: null,
    pinned: false,
    approved: false,
    groupId: null,
  };
}

/** The words before stay until the atelier closes. */
function reworded(it: Contribution, event: Event<'contribution/changed'>): Contribution {
  const { itemId, questionId, kind, text, reworded: newWords, function: said, town } = event.payload;
  const mine = event.actor === it.author || event.actor === it.enteredBy;
  return {
    ...it,
    ...{ itemId, questionId, kind, text, function: said, town },
    earlier: newWords && it.text !== null ? [...it.earlier, it.text] : it.earlier,
    changed: it.changed || newWords,
    changedBy: mine ? it.changedBy : event.actor,
    // What another than its author put in their mouth is theirs only once they say so.
    agreed: it.agreed && (it.author === null || event.actor === it.author || !newWords),
    // Who let the words before be projected has not read these.
    approved: it.approved && (!newWords || event.actor !== it.author),
    pinned: it.pinned && (!newWords || event.actor !== it.author),
  };
}
