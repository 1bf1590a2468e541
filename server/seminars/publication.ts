/** The life of the actes: composed, left provisional, reread, approved, published, corrected, withdrawn. */
import { createHash } from 'node:crypto';
import type { Action, Resource } from '#core/access/may.ts';
import { grantFor } from '#core/access/may.ts';
import type { Actor, Grant, Role } from '#core/access/roles.ts';
import { actesStream } from '#core/events/envelope.ts';
import type { Actes } from '#core/actes/actes.ts';
import type { Coverage } from '#core/actes/clean-text.ts';
import type { Composition } from '#core/actes/composition.ts';
import type { JustKept, PublicationCommand } from '#core/publication/decide-publication.ts';
import { decidePublication } from '#core/publication/decide-publication.ts';
import type { NextStep, Publication, VersionKind } from '#core/publication/publication.ts';
import { slugOf } from '#core/publication/slug.ts';
import type { Result } from '#core/result.ts';
import { ok, refused } from '#core/result.ts';
import type { Seminar } from '#core/seminar/seminar.ts';
import type { Language } from '#core/time/formats.ts';
import type { Instant } from '#core/time/instant.ts';
import type { ActesAddresses } from './actes-addresses.port.ts';
import type { AssembleActes } from './actes.ts';
import type { Desk } from './desk.ts';
import type { KeptActes } from './kept-actes.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import type { Streams } from './streams.ts';
import type { Clock, Ids } from './surroundings.port.ts';
import type { StandingLabels } from './version-standing.ts';
import { approvedBy, standingOf, standsAs } from './version-standing.ts';

export type PublicationDesk = {
  readonly compose: (actor: Actor, input: Input & Revising<{ composition: Composition }>) => Answered;
  readonly reviseNextSteps: (
    actor: Actor,
    input: Input & Revising<{ steps: readonly NextStep[] }>,
  ) => Answered;
  /** « Relevé à chaud ». */
  readonly leaveProvisional: (actor: Actor, input: Input) => Answered<{ readonly versionId: string }>;
  /** Opens the relecture, or gives the one that goes on another date. */
  readonly openReview: (actor: Actor, input: Input & { readonly until: Instant }) => Answered;
  readonly closeReview: (actor: Actor, input: Input) => Answered;
  readonly settleCorrection: (
    actor: Actor,
    input: Input & { readonly correctionId: string; readonly accepted: boolean },
  ) => Answered;
  readonly askApproval: (actor: Actor, input: Input) => Answered<{ readonly versionId: string }>;
  readonly answerApproval: (
    actor: Actor,
    input: Input & Pick<Extract<PublicationCommand, { type: 'answer-approval' }>, AnswerField>,
  ) => Answered;
  readonly publish: (
    actor: Actor,
    input: Input & {
      readonly versionId: string;
      readonly indexed: boolean;
      readonly until: Instant | null;
    },
  ) => Answered<{ readonly slug: string }>;
  readonly correctPublished: (
    actor: Actor,
    input: Input & { readonly erratum: string },
  ) => Answered<{ readonly versionId: string }>;
  readonly withdraw: (actor: Actor, input: Input) => Answered;
  /** A correction by whoever may propose one; `resource` tells whom the actes quote. */
  readonly proposeCorrection: (
    actor: Actor,
    resource: Resource,
    as: Role,
    input: Input & {
      readonly correctionId: string;
      readonly by: string | null;
      readonly passage: string | null;
      readonly text: string;
    },
  ) => Answered;
};

type Input = { readonly seminarId: string; readonly commandId: string };
type Revising<T> = { readonly [K in keyof T]: T[K] } & { readonly expectedRevision: number };
type AnswerField = 'versionId' | 'given' | 'by' | 'remarks';
type Answered<T = { readonly revision: number }> = Promise<Result<T>>;

export type PublicationParts = {
  readonly desk: Desk;
  readonly streams: Streams;
  readonly kept: KeptActes;
  readonly addresses: ActesAddresses;
  readonly assembleActes: AssembleActes;
  readonly labelsOf: (language: Language) => StandingLabels;
  /** Which characters every page can carry. */
  readonly covers: Coverage;
  /** What keeps versions, and what takes someone out of them. */
  readonly oneAtATime: OneAtATime;
  readonly clock: Clock;
  readonly ids: Ids;
};

/** Kept of the tree as it is. */
type PresentKind = Exclude<VersionKind, 'approved'>;

/** Addresses tried before one is drawn that nobody can have. */
const SLUG_ATTEMPTS = 3;

export function createPublication(parts: PublicationParts): PublicationDesk {
  const { desk, streams, kept, addresses, assembleActes, labelsOf, covers, oneAtATime, clock, ids } = parts;

  function allowed(
    actor: Actor,
    action: Action,
    resource: Resource,
    as?: Role,
    by?: string | null,
  ): Result<Grant> {
    const grant = grantFor(actor, action, resource, as, by ?? null);
    return grant ? ok(grant) : refused('access/forbidden');
  }
  const whole = (seminarId: string): Resource => ({ seminarId, sittingIds: [] });

  /** Decides over the actes as they are, and answers them as they are then. */
  async function write(
    { seminarId, commandId }: Input,
    { personId }: Grant,
    command: PublicationCommand,
  ): Promise<Result<Publication>> {
    const context = { now: clock.now(), actor: personId, newId: ids.newId };
    const written = await desk.submit(seminarId, commandId, async (draft) => {
      if (!(await draft.seminar(seminarId)).state) return refused('seminar/unknown');
      const decided = decidePublication((await draft.actes(seminarId)).state, command, context);
      return decided.ok ? ok([{ stream: actesStream(seminarId), events: decided.value }]) : decided;
    });
    return written.ok ? ok((await streams.actes(seminarId)).state) : written;
  }

  async function edited(actor: Actor, input: Input, command: PublicationCommand): Answered {
    const grant = allowed(actor, 'actes/edit', whole(input.seminarId));
    if (!grant.ok) return grant;
    const written = await write(input, grant.value, command);
    return written.ok ? ok({ revision: written.value.revision }) : written;
  }

  /** What the command keeps: of `made`, or as it kept it before. */
  async function keepOnce(
    { seminarId, commandId }: Input,
    make: (seminar: Seminar) => Promise<Result<{ readonly actes: Actes; readonly twoSided: boolean }>>,
  ): Promise<Result<JustKept>> {
    const seminar = (await streams.seminar(seminarId)).state;
    if (!seminar) return refused('seminar/unknown');
    const versionId = versionIdOf(seminarId, commandId);
    const known = (await streams.actes(seminarId)).state.versions.find(({ id }) => id === versionId);
    if (known) return ok({ versionId, treeHash: known.treeHash, pdfHash: known.pdfHash });
    const made = await make(seminar);
    if (!made.ok) return made;
    return ok(await kept.keep(seminarId, versionId, made.value.actes, made.value.twoSided));
  }

  /** The present tree on disk, with its PDF, as what the command is about to keep; the same command finds the same. */
  const keepPresent = (input: Input, kind: PresentKind): Promise<Result<JustKept>> =>
    keepOnce(input, async ({ description }) => {
      const assembled = await assembleActes(input.seminarId);
      if (!assembled) return refused('seminar/unknown');
      const standing = standingOf(kind, description, clock.now(), labelsOf(description.language));
      const { twoSided } = assembled.composition;
      return ok({ actes: standsAs(assembled.actes, standing), twoSided });
    });

  /** The version that was approved, with who did on its cover. */
  const keepSigned = (input: Input, approvedId: string, by: string): Promise<Result<JustKept>> =>
    keepOnce(input, async ({ description }) => {
      const tree = await kept.tree(input.seminarId, approvedId);
      if (!tree) return refused('actes/unknown-version');
      const words = { labels: labelsOf(description.language), covers };
      const actes = approvedBy(by, tree, description, clock.now(), words);
      const { composition } = (await streams.actes(input.seminarId)).state;
      return ok({ actes, twoSided: composition?.twoSided ?? false });
    });

  async function withPresent(
    actor: Actor,
    input: Input,
    kind: PresentKind,
    commandOf: (kept: JustKept) => PublicationCommand,
  ): Promise<Result<{ readonly versionId: string }>> {
    const grant = allowed(actor, 'actes/edit', whole(input.seminarId));
    const keep = () => keepPresent(input, kind);
    return grant.ok
      ? oneAtATime(input.seminarId, () => keptAndWritten(grant.value, input, keep, commandOf))
      : grant;
  }

  async function keptAndWritten(
    grant: Grant,
    input: Input,
    keep: () => Promise<Result<JustKept>>,
    commandOf: (kept: JustKept) => PublicationCommand,
  ): Promise<Result<{ readonly versionId: string }>> {
    const present = (await streams.actes(input.seminarId)).state;
    // What cannot be is refused before pages are made for it.
    const probe = { versionId: '', treeHash: '', pdfHash: '' };
    const context = { now: clock.now(), actor: null, newId: () => '' };
    const possible = decidePublication(present, commandOf(probe), context);
    const versionId = versionIdOf(input.seminarId, input.commandId);
    if (!possible.ok && !present.versions.some(({ id }) => id === versionId)) return possible;
    const justKept = await keep();
    if (!justKept.ok) return justKept;
    const written = await write(input, grant, commandOf(justKept.value));
    if (written.ok) return ok({ versionId });
    await kept.removePdf(input.seminarId, justKept.value.pdfHash);
    return written;
  }

  /** An address of the séminaire's own, readable where that is free. */
  async function addressFor(seminarId: string, title: string): Promise<string> {
    const readable = slugOf(title);
    const drawn = (): string =>
      `${readable}-${ids
        .newId()
        .replace(/[^A-Za-z0-9]/g, '')
        .slice(0, 6)
        .toLowerCase()}`;
    if (await addresses.reserve(readable, seminarId)) return readable;
    for (let attempt = 0; attempt < SLUG_ATTEMPTS; attempt += 1) {
      const slug = drawn();
      if (await addresses.reserve(slug, seminarId)) return slug;
    }
    throw new Error('No address was free.');
  }

  return {
    async compose(actor, { composition, expectedRevision, ...input }) {
      const { seminarId } = input;
      const grant = allowed(actor, 'actes/edit', whole(seminarId));
      if (!grant.ok) return grant;
      const logo = composition.logo?.file ?? null;
      if (logo !== null && !(await kept.file(seminarId, logo))) return refused('photo/unknown');
      return edited(actor, input, { type: 'compose', expectedRevision, composition });
    },
    reviseNextSteps: (actor, { steps, expectedRevision, ...input }) =>
      edited(actor, input, { type: 'revise-next-steps', expectedRevision, steps }),
    leaveProvisional: (actor, input) =>
      withPresent(actor, input, 'provisional', (it) => ({ type: 'leave-provisional', kept: it })),
    async openReview(actor, { until, ...input }) {
      const { stage } = (await streams.actes(input.seminarId)).state;
      if (stage === 'review') return edited(actor, input, { type: 'open-review', until, kept: null });
      const opened = await withPresent(actor, input, 'review', (it) => ({
        ...{ type: 'open-review', until, kept: it },
      }));
      return opened.ok ? ok({ revision: (await streams.actes(input.seminarId)).state.revision }) : opened;
    },
    closeReview: (actor, input) => edited(actor, input, { type: 'close-review' }),
    settleCorrection: (actor, { correctionId, accepted, ...input }) =>
      edited(actor, input, { type: 'settle-correction', correctionId, accepted }),
    askApproval: (actor, input) =>
      withPresent(actor, input, 'final', (it) => ({ type: 'ask-approval', kept: it })),
    async answerApproval(actor, { versionId, given, by, remarks, ...input }) {
      const grant = allowed(actor, 'actes/approve', whole(input.seminarId));
      if (!grant.ok) return grant;
      const answer = { type: 'answer-approval', versionId, given, by, remarks } as const;
      if (given) {
        const keep = () => keepSigned(input, versionId, by);
        const signed = await oneAtATime(input.seminarId, () =>
          keptAndWritten(grant.value, input, keep, (it) => ({ ...answer, signed: it })),
        );
        return signed.ok ? ok({ revision: (await streams.actes(input.seminarId)).state.revision }) : signed;
      }
      const written = await write(input, grant.value, { ...answer, signed: null });
      return written.ok ? ok({ revision: written.value.revision }) : written;
    },
    async publish(actor, { versionId, indexed, until, ...input }) {
      const { seminarId } = input;
      const grant = allowed(actor, 'actes/edit', whole(seminarId));
      if (!grant.ok) return grant;
      const seminar = (await streams.seminar(seminarId)).state;
      if (!seminar) return refused('seminar/unknown');
      const present = (await streams.actes(seminarId)).state;
      const command = { type: 'publish', versionId, indexed, until } as const;
      const context = { now: clock.now(), actor: null, newId: () => '' };
      const possible = decidePublication(present, { ...command, slug: '' }, context);
      if (!possible.ok) return possible;
      const slug = present.published?.slug ?? (await addressFor(seminarId, seminar.description.title));
      const written = await write(input, grant.value, { ...command, slug });
      return written.ok ? ok({ slug: written.value.published?.slug ?? slug }) : written;
    },
    correctPublished: (actor, { erratum, ...input }) =>
      withPresent(actor, input, 'erratum', (it) => ({ type: 'correct-published', erratum, kept: it })),
    withdraw: (actor, input) => edited(actor, input, { type: 'withdraw' }),
    async proposeCorrection(actor, resource, as, { correctionId: id, by, passage, text, ...input }) {
      const grant = allowed(actor, 'actes/correct', resource, as, by);
      if (!grant.ok) return grant;
      const role = correctingRole(grant.value.role);
      const { personId } = grant.value;
      const command = { type: 'propose-correction', id, personId, role, passage, text } as const;
      const written = await write(input, grant.value, command);
      return written.ok ? ok({ revision: written.value.revision }) : written;
    },
  };
}

/** The same command keeps the same version, and never another séminaire's. */
const versionIdOf = (seminarId: string, commandId: string): string =>
  createHash('sha256').update(`${seminarId}\n${commandId}`).digest('base64url').slice(0, 22);

type CorrectingRole = Extract<PublicationCommand, { type: 'propose-correction' }>['role'];
/** A reader who corrects is a person quoted. */
const correctingRole = (role: Role): CorrectingRole =>
  role === 'reader' || role === 'screen' ? 'participant' : role;
