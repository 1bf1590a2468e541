/** Who may open which shared document, and with what a new one begins. */
import type { IncomingMessage } from 'node:http';
import type { Actor } from '#core/access/roles.ts';
import type { Action, Resource } from '#core/access/may.ts';
import { grantFor, may } from '#core/access/may.ts';
import { COLLAB_CLOSE } from '#protocol/collab.ts';
import { isSpoken } from '#core/synthesis/template.ts';
import { seedDocument } from '#ydoc/compose.ts';
import type { DocumentRef } from '#ydoc/document-names.ts';
import type { Admit } from './collab/collab-server.ts';
import type { Sessions } from './http/sessions.ts';
import type { AccessDesk } from './seminars/access.ts';
import type { PeopleDirectory } from './seminars/people-directory.ts';
import type { Streams } from './seminars/streams.ts';

export type AdmissionParts = {
  readonly sessions: Sessions;
  readonly access: AccessDesk;
  readonly streams: Streams;
  readonly people: PeopleDirectory;
  /** Its synthesis is being kept as a version: nobody writes in it just now. */
  readonly isSynthesisHeld: (atelierId: string) => boolean;
};

/** What a document belongs to, and the rights it asks for. */
type Belonging = {
  readonly resource: Resource;
  /** Null while nobody writes in it, whoever they are. */
  readonly write: Action | null;
  readonly read: Action;
  readonly seed: (() => Promise<Uint8Array | null>) | null;
};

export function createAdmission(parts: AdmissionParts): Admit {
  const { sessions, access, people } = parts;
  return async (request: IncomingMessage, ref: DocumentRef) => {
    const session = await sessions.find(request);
    if (!session) return { ok: false, code: COLLAB_CLOSE.unauthenticated, reason: 'access/no-session' };
    const belonging = await belongingOf(parts, ref);
    if (!belonging) return { ok: false, code: COLLAB_CLOSE.unknownDocument, reason: 'seminar/unknown' };
    const modeNow = async (): Promise<'write' | 'read' | null> => {
      const present = await belongingOf(parts, ref);
      return present && modeOf(await access.actorOf(session), present);
    };
    const actor = await access.actorOf(session);
    const mode = modeOf(actor, belonging);
    if (!mode) return { ok: false, code: COLLAB_CLOSE.forbidden, reason: 'access/forbidden' };
    const right = (mode === 'write' ? belonging.write : null) ?? belonging.read;
    const grant = grantFor(actor, right, belonging.resource);
    const directory = await people.directory(belonging.resource.seminarId);
    const person = grant?.personId ? directory.get(grant.personId) : undefined;
    const name = person ? `${person.firstName} ${person.lastName}`.trim() : '';
    return { ok: true, owner: session.id, name, mode, recheck: modeNow, seed: belonging.seed };
  };
}

function modeOf(actor: Actor, { resource, write, read }: Belonging): 'write' | 'read' | null {
  if (write !== null && may(actor, write, resource)) return 'write';
  return may(actor, read, resource) ? 'read' : null;
}

async function belongingOf(
  { streams, isSynthesisHeld }: Pick<AdmissionParts, 'streams' | 'isSynthesisHeld'>,
  { kind, id }: DocumentRef,
): Promise<Belonging | null> {
  switch (kind) {
    case 'notes': {
      const { state } = await streams.sitting(id);
      if (!state) return null;
      const closed = (await streams.seminar(state.seminarId)).state?.closed ?? false;
      const resource = {
        seminarId: state.seminarId,
        sittingIds: [id],
        notesOpen: state.notesOpen && !closed,
      };
      return {
        resource,
        write: 'notes/write',
        read: 'notes/read',
        seed: () => sectionsOf(streams, state.atelierId),
      };
    }
    case 'synthesis': {
      const atelier = (await streams.atelier(id)).state;
      const seminar = atelier && (await streams.seminar(atelier.seminarId)).state;
      if (!atelier || !seminar) return null;
      const sittingIds = seminar.sittings
        .filter((sitting) => sitting.atelierId === id)
        .map((sitting) => sitting.id);
      const { state: standing, shown } = atelier.synthesis;
      const resource = { seminarId: atelier.seminarId, sittingIds, synthesisShown: shown };
      return {
        resource,
        write: standing === 'validated' || isSynthesisHeld(id) ? null : 'synthesis/write',
        read: 'synthesis/read',
        seed: () => sectionsOf(streams, id),
      };
    }
    case 'preamble':
    case 'part': {
      // The free texts of the actes belong to the séminaire that their id begins with.
      const [seminarId = ''] = id.split('~', 1);
      const { state } = await streams.seminar(seminarId);
      if (!state || (kind === 'part') !== id.includes('~')) return null;
      const resource = { seminarId, sittingIds: [] };
      return { resource, write: 'actes/edit', read: 'actes/read', seed: null };
    }
  }
}

/** A section per point where people speak, made by the server, once. */
async function sectionsOf(streams: Streams, atelierId: string): Promise<Uint8Array | null> {
  const spoken = (await streams.atelier(atelierId)).state?.plan.items.filter(isSpoken) ?? [];
  if (spoken.length === 0) return null;
  return seedDocument(spoken.map(({ id, title }) => ({ itemId: id, title })));
}
