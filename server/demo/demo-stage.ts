/** The use cases put together for a séminaire that is told afterwards: each thing happens at the moment it is given. */
import type { Actor, Role } from '#core/access/roles.ts';
import type { RichText } from '#core/actes/rich-text.ts';
import type { Result } from '#core/result.ts';
import type { Instant } from '#core/time/instant.ts';
import { instant } from '#core/time/instant.ts';
import { composeDocument } from '#ydoc/compose.ts';
import type { DocumentRef } from '#ydoc/document-names.ts';
import { documentName } from '#ydoc/document-names.ts';
import { storedText } from '../collab/stored-text.ts';
import type { Access } from '../seminars/access.port.ts';
import type { AccessDesk, Introduction } from '../seminars/access.ts';
import { createAccessDesk } from '../seminars/access.ts';
import type { SeminarCommand } from '../seminars/commands.ts';
import { createCommands } from '../seminars/commands.ts';
import { createDesk } from '../seminars/desk.ts';
import { createJoin } from '../seminars/join.ts';
import { createPeopleDirectory } from '../seminars/people-directory.ts';
import type { NewSeminar } from '../seminars/prepare.ts';
import { createPrepare } from '../seminars/prepare.ts';
import type { Storage } from '../seminars/storage.port.ts';
import type { Streams } from '../seminars/streams.ts';
import { createStreams } from '../seminars/streams.ts';
import { createSittingPeople } from '../seminars/sitting-people.ts';
import type { NewPhoto } from '../seminars/photos.ts';
import { createPhotos } from '../seminars/photos.ts';
import type { Attachments } from '../seminars/attachments.port.ts';
import type { Clock, Ids, Logger } from '../seminars/surroundings.port.ts';

/** Something that people do at a moment of the séminaire. */
export type Happening = { readonly at: Instant; readonly happen: () => Promise<void> };

export type Stage = {
  readonly access: AccessDesk;
  readonly streams: Streams;
  /** Someone creates the séminaire on a device of their own. */
  readonly createSeminar: (seminar: NewSeminar, organiser: Introduction) => Promise<Actor>;
  readonly takeLink: (link: Access, introduction: Introduction) => Promise<Actor>;
  readonly join: (code: Access, introduction: Introduction) => Promise<Actor>;
  /** Puts someone without a phone on the list. */
  readonly enter: (
    by: Actor,
    sittingId: string,
    personId: string,
    introduction: Introduction,
  ) => Promise<void>;
  readonly addPhoto: (by: Actor, sittingId: string, photo: NewPhoto, bytes: Uint8Array) => Promise<void>;
  readonly send: (actor: Actor, as: Role, command: SeminarCommand) => Promise<void>;
  readonly write: (ref: DocumentRef, text: RichText) => Promise<void>;
  /** Lets everything happen in its order; what shares a moment happens together. */
  readonly tell: (happenings: readonly Happening[]) => Promise<void>;
};

/** What the séminaire is written to, and the key that its links are derived from. */
export type StageParts = {
  readonly storage: Storage;
  readonly attachments: Attachments;
  readonly secretKey: Uint8Array;
};

/** Nothing goes wrong on the stage that would not stop the demo. */
const SILENT: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

export function openStage({ storage, attachments, secretKey }: StageParts, ids: Ids, start: Instant): Stage {
  let moment = start;
  const clock: Clock = { now: () => moment };
  const streams = createStreams(storage.events);
  const people = createPeopleDirectory(storage.people);
  const access = createAccessDesk(storage.access, people, clock, ids, secretKey);
  const desk = createDesk(storage.events, streams, clock, () => undefined);
  const prepare = createPrepare(desk, access, clock, ids);
  const join = createJoin({ desk, access, streams, people, clock, ids });
  const commands = createCommands({
    ...{ desk, streams, people, clock, ids },
    issueAccess: access.issueForSitting,
    // Nothing in the sample advances by itself.
    catchUp: () => Promise.resolve(),
    // Nor is anybody taken off a list.
    letGo: () => Promise.resolve(),
    // Nor has anybody a text open.
    textsSettled: () => Promise.resolve(),
    holdSynthesis: () => Promise.resolve(() => Promise.resolve()),
    texts: { richText: (of) => storedText(storage.documents, of) },
    keptTexts: storage.keptTexts,
  });

  const sittingPeople = createSittingPeople({
    ...{ desk, access, streams, people, clock, ids },
    recheck: () => Promise.resolve(),
  });
  const photos = createPhotos({
    ...{ attachments, commands, streams, ids, logger: SILENT },
    // Nothing of it was kept yet.
    needed: () => Promise.resolve(new Set()),
    isFresh: () => false,
  });

  /** A device that came by a link is not asked for a name: its holder gives it here. */
  const nameHolder = async (actor: Actor, introduction: Introduction): Promise<void> => {
    for (const { personId, scope } of actor.grants) {
      if (personId !== null) await people.save({ ...introduction, id: personId, seminarId: scope.seminarId });
    }
  };

  return {
    access,
    streams,
    async createSeminar(seminar, organiser) {
      const { session } = await access.openSession();
      valueOf(await prepare.createSeminar(session, seminar));
      const actor = await access.actorOf(session);
      await nameHolder(actor, organiser);
      return actor;
    },
    async takeLink(link, introduction) {
      const { session } = await access.openSession();
      valueOf(await join.takeLink(session, link.id, access.secretOf(link)));
      const actor = await access.actorOf(session);
      await nameHolder(actor, introduction);
      return actor;
    },
    async join(code, introduction) {
      const { session } = await access.openSession();
      valueOf(await join.join(session, code, ids.newId(), introduction));
      return access.actorOf(session);
    },
    async enter(by, sittingId, personId, introduction) {
      valueOf(await sittingPeople.enter(by, sittingId, personId, introduction));
    },
    async addPhoto(by, sittingId, photo, bytes) {
      valueOf(await photos.add(by, sittingId, photo, bytes));
    },
    async send(actor, as, command) {
      valueOf(await commands.execute({ actor, as }, ids.newId(), command));
    },
    async write(ref, text) {
      const document = documentName(ref);
      const epoch = await storage.documents.epoch(document);
      await storage.documents.commit({ document, epoch, update: composeDocument(text), clients: [] });
    },
    async tell(happenings) {
      const together = Map.groupBy(happenings, ({ at }) => at);
      for (const at of [...together.keys()].sort((one, other) => one - other)) {
        moment = instant(at);
        await Promise.all((together.get(at) ?? []).map(({ happen }) => happen()));
      }
    },
  };
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The sample was refused: ${result.error.code}`);
  return result.value;
}
