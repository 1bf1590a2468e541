/** Syntheses and their restitution: what is proposed, validated, shown to participants, and put on the plenary's screen. */
import { createHash } from 'node:crypto';
import type { RichText } from '#core/actes/rich-text.ts';
import { typesetText } from '#core/actes/typeset-text.ts';
import type { Action, Resource } from '#core/access/may.ts';
import { placeOf } from '#core/agenda/place.ts';
import { atelierStream, sittingStream } from '#core/events/envelope.ts';
import type { DecisionContext } from '#core/events/new-event.ts';
import { cutSlides } from '#core/restitution/cut-slides.ts';
import { decideRestitution } from '#core/restitution/decide-restitution.ts';
import { ok, refused } from '#core/result.ts';
import type { Seminar } from '#core/seminar/seminar.ts';
import { decideSynthesis } from '#core/synthesis/decide-synthesis.ts';
import { isWritten } from '#core/synthesis/written-words.ts';
import { instant } from '#core/time/instant.ts';
import type { Decide } from './desk.ts';
import type { KeptTexts } from './kept-texts.port.ts';
import type { RoomOfSitting } from './room.ts';
import { roomOf } from './room.ts';
import type { SharedTexts } from './texts.port.ts';

export type SynthesisCommandHere = { readonly atelierId: string } & (
  | { readonly type: 'synthesis/propose' | 'synthesis/reopen' }
  | { readonly type: 'synthesis/validate' }
  | { readonly type: 'synthesis/show'; readonly shown: boolean }
);
export type RestitutionCommandHere =
  | {
      readonly type: 'restitution/show';
      readonly sittingId: string;
      readonly atelierId: string;
      readonly slide: number;
    }
  | { readonly type: 'restitution/put-away'; readonly sittingId: string };

export const isSynthesisCommand = <C extends { readonly type: string }>(
  command: C | SynthesisCommandHere,
): command is SynthesisCommandHere => command.type.startsWith('synthesis/');
export const isRestitutionCommand = <C extends { readonly type: string }>(
  command: C | RestitutionCommandHere,
): command is RestitutionCommandHere => command.type.startsWith('restitution/');

export const synthesisRight = ({ type }: SynthesisCommandHere): Action =>
  type === 'synthesis/propose' ? 'synthesis/write' : 'synthesis/validate';

/**
 * Where the right to a restitution counts: in the plenary, and for the slides of an atelier in its own sittings too,
 * while nothing else is shown, or the plenary is at its point.
 */
export function restitutionPlace(
  command: RestitutionCommandHere,
  plenary: RoomOfSitting,
  seminar: Seminar,
  resource: Resource,
): Resource {
  const shown = plenary.log.restitution?.atelierId ?? null;
  const atelierId = command.type === 'restitution/show' ? command.atelierId : shown;
  const { run, plan } = plenary.room;
  const isItsTurn = shown === null || shown === atelierId;
  if (!isItsTurn && placeOf(plan, run).current?.restitutes !== atelierId) return resource;
  const own = seminar.sittings.filter((sitting) => sitting.atelierId === atelierId).map(({ id }) => id);
  return { ...resource, sittingIds: [...resource.sittingIds, ...own] };
}

export type SynthesisParts = {
  readonly texts: SharedTexts;
  readonly keptTexts: Pick<KeptTexts, 'keep'>;
};

/** Validating keeps the text as it stands, before its version is written of. */
export function synthesisDecision(
  command: SynthesisCommandHere,
  context: DecisionContext,
  { texts, keptTexts }: SynthesisParts,
): Decide {
  return async (draft) => {
    const { atelierId } = command;
    const { state: atelier, lastAt } = await draft.atelier(atelierId);
    if (!atelier) return refused('seminar/unknown');
    const here = { ...context, now: instant(Math.max(context.now, lastAt)) };
    const asks = command.type === 'synthesis/propose' || command.type === 'synthesis/validate';
    const text: RichText = asks ? await texts.richText({ kind: 'synthesis', id: atelierId }) : [];
    const json = JSON.stringify(text);
    const version = { versionId: context.newId(), hash: createHash('sha256').update(json).digest('hex') };
    const decided = decideSynthesis(
      atelier.synthesis,
      command.type === 'synthesis/validate' ? { ...command, ...version } : command,
      isWritten(text),
      here,
    );
    if (!decided.ok) return decided;
    if (decided.value.some(({ type }) => type === 'synthesis/validated')) {
      const { seminarId } = atelier;
      const kept = { id: version.versionId, seminarId, subjectId: atelierId, text: json };
      await keptTexts.keep({ ...kept, kind: 'synthesis' });
    }
    return ok([{ stream: atelierStream(atelierId), events: decided.value }]);
  };
}

/** In a plenary only, and of an atelier of its séminaire. */
export function restitutionDecision(
  command: RestitutionCommandHere,
  context: DecisionContext,
  { texts }: Pick<SynthesisParts, 'texts'>,
): Decide {
  return async (draft) => {
    const { sittingId } = command;
    const found = await roomOf(draft, sittingId);
    const seminar = found && (await draft.seminar(found.seminarId)).state;
    const plenary = seminar?.ateliers.find(({ id }) => id === found?.log.atelierId)?.plenary ?? false;
    if (!found || !seminar || !plenary) return refused('seminar/unknown');
    let slides = 0;
    if (command.type === 'restitution/show') {
      const { atelierId } = command;
      const atelier = seminar.ateliers.find(({ id }) => id === atelierId);
      if (!atelier || atelier.plenary) return refused('seminar/unknown');
      const text = await texts.richText({ kind: 'synthesis', id: atelierId });
      // Typography changes where slides end: they are counted as everybody sees them.
      slides = cutSlides(atelier.title, typesetText(text, seminar.description.language)).length;
    }
    const here = { ...context, now: instant(Math.max(context.now, found.lastAt)) };
    const decided = decideRestitution(found.log.restitution, command, slides, here);
    return decided.ok ? ok([{ stream: sittingStream(sittingId), events: decided.value }]) : decided;
  };
}
