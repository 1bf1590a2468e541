/** First states: everything a page needs when it arrives, read from the streams as they are now. */
import type { Actor, Role } from '#core/access/roles.ts';
import type { Resource } from '#core/access/may.ts';
import { grantFor, may } from '#core/access/may.ts';
import { EMPTY_PLAN } from '#core/agenda/plan.ts';
import { atelierStream, seminarStream, sittingStream } from '#core/events/envelope.ts';
import type { SittingLog } from '#core/seminar/sitting.ts';
import type { Audience } from '#protocol/inputs.ts';
import type { Page } from '#protocol/socket.ts';
import type { DocumentNames, SeminarState, SittingRow, SittingState } from '#protocol/views.ts';
import type { PeopleDirectory } from '../seminars/people-directory.ts';
import type { AtelierStream, SeminarStream, SittingStream, Streams } from '../seminars/streams.ts';
import type { SharedTextRef } from '../seminars/texts.port.ts';
import type { Presence } from './presence.ts';
import type { Directory } from './projections.ts';
import {
  bytesBeside,
  contributionsPage,
  fullName,
  headOf,
  planForAll,
  rowOf,
  runForAll,
  runForConsole,
} from './projections.ts';

export type StatesParts = {
  readonly streams: Streams;
  readonly people: PeopleDirectory;
  readonly presence: Presence;
  /** The wire name of a shared document, with its present epoch. */
  readonly wireName: (of: SharedTextRef) => Promise<string>;
  /** The join code of a sitting, or null when it has none. */
  readonly joinCode: (seminarId: string, sittingId: string) => Promise<string | null>;
};

/** The streams that a sitting's pages are made from. */
export type Gathered = {
  readonly seminarId: string;
  readonly atelierId: string;
  readonly seminar: SeminarStream & { readonly state: NonNullable<SeminarStream['state']> };
  readonly atelier: AtelierStream;
  readonly sitting: SittingStream & { readonly state: SittingLog };
  readonly people: Directory;
};

const NO_PAGE: Page = { contributions: [], olderBefore: null, own: [], supported: [] };

/** The roles in which a page of each audience may act. */
const ROLES_OF: Readonly<Record<Audience, readonly Role[]>> = {
  console: ['animateur', 'organiser', 'rapporteur'],
  participant: ['participant', 'animateur', 'rapporteur', 'organiser'],
  screen: ['screen', 'animateur', 'organiser', 'rapporteur'],
};

export type States = ReturnType<typeof createStates>;

export function createStates({ streams, people, presence, wireName, joinCode }: StatesParts) {
  async function gather(sittingId: string): Promise<Gathered | null> {
    const sitting = await streams.sitting(sittingId);
    if (!sitting.state) return null;
    const { seminarId, atelierId } = sitting.state;
    const seminar = await streams.seminar(seminarId);
    if (!seminar.state) return null;
    return {
      seminarId,
      atelierId,
      seminar: { ...seminar, state: seminar.state },
      atelier: await streams.atelier(atelierId),
      sitting: { ...sitting, state: sitting.state },
      people: await people.directory(seminarId),
    };
  }

  async function documentsFor(
    actor: Actor,
    audience: Audience,
    sittingId: string,
    at: Gathered,
  ): Promise<DocumentNames> {
    if (audience === 'screen') return {};
    const resource: Resource = { seminarId: at.seminarId, sittingIds: [sittingId] };
    const names: { notes?: string; synthesis?: string } = {};
    if (may(actor, 'notes/write', { ...resource, notesOpen: true })) {
      names.notes = await wireName({ kind: 'notes', id: sittingId });
    }
    if (may(actor, 'synthesis/read', resource))
      names.synthesis = await wireName({ kind: 'synthesis', id: at.atelierId });
    return names;
  }

  /** The first state of a sitting's page, or why there is none: no such sitting, or none that this actor may see. */
  async function sittingState(
    actor: Actor,
    sittingId: string,
    audience: Audience,
    origin: string,
    by: string | null = null,
  ): Promise<SittingState | 'unknown' | 'forbidden'> {
    const known = await gather(sittingId);
    if (!known) return 'unknown';
    const resource: Resource = { seminarId: known.seminarId, sittingIds: [sittingId] };
    const role = ROLES_OF[audience].find((as) => grantFor(actor, 'live/read', resource, as));
    // A person whom this device no longer is gives way to the one it is now.
    const grant =
      role &&
      (grantFor(actor, 'live/read', resource, role, by) ?? grantFor(actor, 'live/read', resource, role));
    if (!role || !grant) return 'forbidden';

    const documents = await documentsFor(actor, audience, sittingId, known);
    const code = audience === 'participant' ? null : await joinCode(known.seminarId, sittingId);
    // Read last and together: what is committed after this comes as a frame.
    const at = await gather(sittingId);
    const head = at && headOf(at.seminarId, at.seminar.state, sittingId);
    if (!at || !head) return 'unknown';
    const log = at.sitting.state;
    const whole = at.atelier.state?.plan ?? EMPTY_PLAN;
    const plan = audience === 'console' ? whole : planForAll(whole);
    const { own, supported, ...page } =
      audience === 'screen'
        ? NO_PAGE
        : contributionsPage(log, at.people, Number.MAX_SAFE_INTEGER, grant.personId, bytesBeside(plan));
    return {
      audience,
      head,
      plan,
      run: audience === 'console' ? runForConsole(log.runEvents, at.people) : runForAll(log.runEvents),
      seqs: {
        [seminarStream(at.seminarId)]: at.seminar.seq,
        [atelierStream(at.atelierId)]: at.atelier.seq,
        [sittingStream(sittingId)]: at.sitting.seq,
      },
      ...page,
      contributionsCount: audience === 'screen' ? 0 : log.contributions.byId.size,
      connected: presence.connected(sittingId),
      participants: at.seminar.state.attendance[sittingId]?.length ?? 0,
      join:
        code === null
          ? null
          : { code, address: origin.replace(/^https?:\/\//, ''), url: `${origin}/#${code}` },
      documents,
      me: { role, personId: grant.personId, name: fullName(grant.personId, at.people), own, supported },
    };
  }

  /** Contributions of a sitting before the one at `before`, for whoever may read them. */
  async function page(
    actor: Actor,
    sittingId: string,
    before: number,
    by: string | null = null,
  ): Promise<Page | 'unknown' | 'forbidden'> {
    const { state: log } = await streams.sitting(sittingId);
    if (!log) return 'unknown';
    const { seminarId } = log;
    const readable = { grants: actor.grants.filter(({ role }) => role !== 'screen') };
    const grant = grantFor(readable, 'live/read', { seminarId, sittingIds: [sittingId] }, undefined, by);
    if (!grant) return 'forbidden';
    return contributionsPage(log, await people.directory(seminarId), before, grant.personId);
  }

  async function rowsOf(
    seminarId: string,
  ): Promise<{ rows: SittingRow[]; seqs: Record<string, number> } | null> {
    const seminar = await streams.seminar(seminarId);
    if (!seminar.state) return null;
    const rows: SittingRow[] = [];
    const seqs: Record<string, number> = { [seminarStream(seminarId)]: seminar.seq };
    for (const { id } of seminar.state.sittings) {
      const row = await sittingRow(id);
      if (!row) continue;
      rows.push(row.row);
      Object.assign(seqs, row.seqs);
    }
    return { rows, seqs };
  }

  async function sittingRow(
    sittingId: string,
  ): Promise<{ row: SittingRow; seqs: Record<string, number> } | null> {
    const at = await gather(sittingId);
    const head = at && headOf(at.seminarId, at.seminar.state, sittingId);
    if (!at || !head) return null;
    const plan = at.atelier.state?.plan ?? EMPTY_PLAN;
    return {
      row: rowOf(head, plan, at.sitting.state, at.people, at.seminar.state, presence.connected(sittingId)),
      seqs: { [atelierStream(at.atelierId)]: at.atelier.seq, [sittingStream(sittingId)]: at.sitting.seq },
    };
  }

  /** The first state of the régie. */
  async function seminarState(
    actor: Actor,
    seminarId: string,
  ): Promise<SeminarState | 'unknown' | 'forbidden'> {
    const { state } = await streams.seminar(seminarId);
    if (!state) return 'unknown';
    if (!may(actor, 'seminar/prepare', { seminarId, sittingIds: [] })) return 'forbidden';
    const all = await rowsOf(seminarId);
    if (!all) return 'unknown';
    return { seminarId, description: state.description, ...all };
  }

  return { gather, sittingState, page, seminarState, sittingRow };
}
