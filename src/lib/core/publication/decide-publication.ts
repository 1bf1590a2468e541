/** What each step in the life of the actes asks for. Rules: SPEC.md, [PB1] and following. */
import type { Composition } from '../actes/composition.ts';
import type { NewDomainEvent } from '../events/event-types.ts';
import { newEvent } from '../events/new-event.ts';
import type { DecisionContext } from '../events/new-event.ts';
import type { Result } from '../result.ts';
import { ok, refused } from '../result.ts';
import type { Instant } from '../time/instant.ts';
import type { Correction, KeptVersion, NextStep, Publication, VersionKind } from './publication.ts';
import { PUBLICATION_LIMITS } from './publication.ts';

/** A tree and its PDF that stand on disk already, under an id of their own. */
export type JustKept = { readonly versionId: string } & Pick<KeptVersion, 'treeHash' | 'pdfHash'>;

export type PublicationCommand =
  | { readonly type: 'compose'; readonly expectedRevision: number; readonly composition: Composition }
  | {
      readonly type: 'revise-next-steps';
      readonly expectedRevision: number;
      readonly steps: readonly NextStep[];
    }
  | { readonly type: 'leave-provisional'; readonly kept: JustKept }
  /** `kept` null asks for a later date of the review that goes on. */
  | { readonly type: 'open-review'; readonly until: Instant; readonly kept: JustKept | null }
  | { readonly type: 'close-review' }
  | ({ readonly type: 'propose-correction' } & Pick<Correction, 'id' | 'personId' | 'role'> & {
        readonly passage: string | null;
        readonly text: string;
      })
  | { readonly type: 'settle-correction'; readonly correctionId: string; readonly accepted: boolean }
  | { readonly type: 'ask-approval'; readonly kept: JustKept }
  | {
      readonly type: 'answer-approval';
      readonly versionId: string;
      readonly given: boolean;
      readonly by: string;
      readonly remarks: string;
      /** Of a « bon pour diffusion »: the same text, whose cover says so. */
      readonly signed: JustKept | null;
    }
  /** `slug` serves where the actes have no address yet. */
  | {
      readonly type: 'publish';
      readonly versionId: string;
      readonly slug: string;
      readonly indexed: boolean;
      readonly until: Instant | null;
    }
  | { readonly type: 'correct-published'; readonly erratum: string; readonly kept: JustKept }
  | { readonly type: 'withdraw' };

type Decided = Result<readonly NewDomainEvent[]>;

export function decidePublication(
  publication: Publication,
  command: PublicationCommand,
  context: DecisionContext,
): Decided {
  switch (command.type) {
    case 'compose':
    case 'revise-next-steps':
      return revised(publication, command, context);
    case 'leave-provisional':
      if (publication.stage === 'published') return refused('actes/already-published');
      return withVersion(publication, 'provisional', command.kept, [], context);
    case 'open-review':
      return reviewOpened(publication, command, context);
    case 'close-review':
      if (publication.stage !== 'review') return refused('actes/not-in-review');
      return ok([newEvent('actes/review-closed', {}, context)]);
    case 'propose-correction':
      return correctionProposed(publication, command, context);
    case 'settle-correction':
      return correctionSettled(publication, command, context);
    case 'ask-approval': {
      if (publication.stage === 'published') return refused('actes/already-published');
      const { versionId } = command.kept;
      const asked = newEvent('actes/approval-asked', { versionId }, context);
      return withVersion(publication, 'final', command.kept, [asked], context);
    }
    case 'answer-approval': {
      const { versionId, given, by, remarks, signed } = command;
      if (publication.stage !== 'approval' || publication.approval?.versionId !== versionId)
        return refused('actes/no-approval-asked');
      const answer = { versionId, given, by, remarks };
      if (!signed) return ok([newEvent('actes/approval-answered', answer, context)]);
      const signedId = signed.versionId;
      const answered = newEvent('actes/approval-answered', { ...answer, signedId }, context);
      return withVersion(publication, 'approved', signed, [answered], context);
    }
    case 'publish':
      return published(publication, command, context);
    case 'correct-published': {
      if (publication.stage !== 'published') return refused('actes/not-published');
      const { kept, erratum } = command;
      const corrected = newEvent('actes/corrected', { versionId: kept.versionId, erratum }, context);
      return withVersion(publication, 'erratum', kept, [corrected], context);
    }
    case 'withdraw':
      if (publication.stage !== 'published') return refused('actes/not-published');
      return ok([newEvent('actes/withdrawn', {}, context)]);
  }
}

type Command<T extends PublicationCommand['type']> = Extract<PublicationCommand, { readonly type: T }>;

function revised(
  { revision: present }: Publication,
  command: Command<'compose' | 'revise-next-steps'>,
  context: DecisionContext,
): Decided {
  if (command.expectedRevision !== present) return refused('actes/stale-revision');
  const revision = present + 1;
  return ok([
    command.type === 'compose'
      ? newEvent('actes/composed', { revision, composition: command.composition }, context)
      : newEvent('actes/next-steps-revised', { revision, steps: command.steps }, context),
  ]);
}

function withVersion(
  { versions }: Publication,
  kind: VersionKind,
  kept: JustKept,
  then: readonly NewDomainEvent[],
  context: DecisionContext,
): Decided {
  if (versions.some(({ id }) => id === kept.versionId)) return ok([]);
  // Whoever was asked for it can always give it: the last of them is the version that was asked about.
  if (versions.length >= PUBLICATION_LIMITS.versions && kind !== 'approved') return refused('actes/too-many');
  return ok([newEvent('actes/version-kept', { ...kept, kind }, context), ...then]);
}

function reviewOpened(
  publication: Publication,
  { until, kept }: Command<'open-review'>,
  context: DecisionContext,
): Decided {
  if (publication.stage === 'published') return refused('actes/already-published');
  if (until <= context.now) return refused('actes/review-over');
  if (publication.stage === 'review' && publication.review) {
    const { versionId } = publication.review;
    return ok([newEvent('actes/review-opened', { versionId, until }, context)]);
  }
  if (!kept) return refused('actes/not-in-review');
  const opened = newEvent('actes/review-opened', { versionId: kept.versionId, until }, context);
  return withVersion(publication, 'review', kept, [opened], context);
}

function correctionProposed(
  { stage, review, corrections }: Publication,
  { id, personId, role, passage, text }: Command<'propose-correction'>,
  context: DecisionContext,
): Decided {
  if (corrections.some((it) => it.id === id)) return ok([]);
  const asksValideur = stage === 'approval' && role === 'valideur';
  if (!asksValideur) {
    if (stage !== 'review' || !review) return refused('actes/not-in-review');
    if (context.now > review.until) return refused('actes/review-over');
  }
  if (corrections.length >= PUBLICATION_LIMITS.corrections) return refused('actes/too-many');
  const proposed = { correctionId: id, personId, role, passage, text };
  return ok([newEvent('actes/correction-proposed', proposed, context)]);
}

function correctionSettled(
  { corrections }: Publication,
  { correctionId, accepted }: Command<'settle-correction'>,
  context: DecisionContext,
): Decided {
  const correction = corrections.find(({ id }) => id === correctionId);
  if (!correction) return refused('actes/unknown-correction');
  if (correction.settled === (accepted ? 'accepted' : 'declined')) return ok([]);
  return ok([newEvent('actes/correction-settled', { correctionId, accepted }, context)]);
}

function published(
  publication: Publication,
  { versionId: asked, slug, indexed, until }: Command<'publish'>,
  context: DecisionContext,
): Decided {
  const { approval, published: before, stage } = publication;
  if (!publication.versions.some(({ id }) => id === asked)) return refused('actes/unknown-version');
  const signedId = approval?.signedId ?? null;
  const versionId = approval?.versionId === asked && signedId !== null ? signedId : asked;
  const approvedId = signedId ?? approval?.versionId;
  const isApproved = stage === 'approved' && approval?.given === true && approvedId === versionId;
  const wasPublished = (stage === 'published' || stage === 'withdrawn') && before?.versionId === versionId;
  if (!isApproved && !wasPublished) return refused('actes/not-approved');
  if (until !== null && until <= context.now) return refused('actes/until-over');
  const at = before?.slug ?? slug;
  return ok([newEvent('actes/published', { versionId, slug: at, indexed, until }, context)]);
}
