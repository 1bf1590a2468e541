/** What the sittings of one atelier said, point by point, as those who write its synthesis are shown it. */
import { may } from '#core/access/may.ts';
import type { Actor } from '#core/access/roles.ts';
import { runOf } from '#core/agenda/run.ts';
import { EMPTY_PLAN } from '#core/agenda/plan.ts';
import type { Contribution } from '#core/contributions/contribution.ts';
import type { Seminar, Sitting } from '#core/seminar/seminar.ts';
import { supportsOf } from '#core/seminar/seminar.ts';
import type { SittingLog } from '#core/seminar/sitting.ts';
import { contributionsForRoom } from '#core/seminar/sitting.ts';
import { mostSupportedFirst, sectionOf, sharedPoints } from '#core/synthesis/side-by-side.ts';
import { plainText } from '#core/synthesis/written-words.ts';
import type { RichText } from '#core/actes/rich-text.ts';
import type { SideBySideView } from '#protocol/views.ts';
import type { PeopleDirectory } from '../seminars/people-directory.ts';
import type { Streams } from '../seminars/streams.ts';
import type { SharedTexts } from '../seminars/texts.port.ts';
import { contributionView } from './contribution-views.ts';
import type { Showing } from './listeners.ts';
import { headOf } from './projections.ts';

/** `itemId`: one point only; '' for what was said under none; null for all points. */
export type SideBySide = (
  actor: Actor,
  atelierId: string,
  itemId: string | null,
) => Promise<SideBySideView | 'unknown' | 'forbidden'>;

export type SideBySideParts = {
  readonly streams: Streams;
  readonly people: Pick<PeopleDirectory, 'directory'>;
  readonly texts: SharedTexts;
};

/** Contributions of a sitting under one point: where all points are read, and where one is. */
const SHOWN_OF_ALL = 10;
const SHOWN_OF_ONE = 200;
/** Characters of the notes under one point. */
const NOTES_LENGTH = 20_000;

type Room = { readonly sitting: Sitting; readonly log: SittingLog; readonly notes: RichText };

export function createSideBySide({ streams, people, texts }: SideBySideParts): SideBySide {
  async function roomsOf(seminar: Seminar, atelierId: string): Promise<readonly Room[]> {
    const rooms: Room[] = [];
    for (const sitting of seminar.sittings.filter((it) => it.atelierId === atelierId)) {
      const log = (await streams.sitting(sitting.id)).state;
      if (log) rooms.push({ sitting, log, notes: await texts.richText({ kind: 'notes', id: sitting.id }) });
    }
    return rooms;
  }

  return async (actor, atelierId, itemId) => {
    const atelier = (await streams.atelier(atelierId)).state;
    const seminar = atelier && (await streams.seminar(atelier.seminarId)).state;
    if (!atelier || !seminar) return 'unknown';
    const { seminarId } = atelier;
    const rooms = await roomsOf(seminar, atelierId);
    const sittingIds = rooms.map(({ sitting }) => sitting.id);
    if (!may(actor, 'synthesis/write', { seminarId, sittingIds })) return 'forbidden';

    const showing: Showing = { to: 'writer', seminar, people: await people.directory(seminarId) };
    const points = sharedPoints(
      atelier.plan,
      rooms.map(({ log }) => log.ownPlan ?? EMPTY_PLAN),
    );
    const known = new Set(points.map((point) => point.itemId));
    const most = itemId === null ? SHOWN_OF_ALL : SHOWN_OF_ONE;
    const saidUnder = ({ log, notes }: Room, point: string | null) => {
      const isHere = (it: Contribution): boolean =>
        point === null ? it.itemId === null || !known.has(it.itemId) : it.itemId === point;
      const said = contributionsForRoom(log, runOf(log.runEvents).runId).filter(isHere);
      const ordered = mostSupportedFirst(
        said.map((it) => ({ it, seq: it.seq, supports: supportsOf(it, seminar) })),
      );
      return {
        contributions: ordered.slice(0, most).map(({ it }) => contributionView(it, showing)),
        more: Math.max(0, ordered.length - most),
        notes: plainText(sectionOf(notes, point)).slice(0, NOTES_LENGTH),
      };
    };
    return {
      sittings: rooms.map(({ sitting: { id, room, start } }) => ({
        ...{ sittingId: id, room, start },
        label: headOf(seminarId, seminar, id)?.label ?? '',
      })),
      points: points
        .filter((point) => itemId === null || (point.itemId ?? '') === itemId)
        .map((point) => ({ ...point, said: rooms.map((room) => saidUnder(room, point.itemId)) })),
    };
  };
}
