/** What becomes of a command of the tour de table, and of what people say of themselves in it. */
import type { NewDomainEvent } from '../events/event-types.ts';
import type { DecisionContext } from '../events/new-event.ts';
import { newEvent } from '../events/new-event.ts';
import type { Result } from '../result.ts';
import { ok, refused } from '../result.ts';
import type { Presentation, Round } from './round.ts';

export type RoundCommand =
  | { readonly type: 'round/open'; readonly roundId: string }
  | { readonly type: 'round/turn'; readonly roundId: string; readonly personId: string }
  | { readonly type: 'round/close'; readonly roundId: string };

export type PresentationCommand =
  | {
      readonly type: 'presentation/write';
      readonly personId: string;
      readonly quotation: string;
      readonly text: string;
    }
  | { readonly type: 'presentation/agree'; readonly personId: string }
  | { readonly type: 'presentation/agree-on-paper'; readonly personId: string };

export type RoundErrorCode = 'round/unknown' | 'round/going-on' | 'person/unknown';

/** Decides a command of the tour de table; `attendance` is the list of the sitting. One goes on at a time. */
export function decideRound(
  { round, attendance }: { readonly round: Round | null; readonly attendance: readonly string[] },
  command: RoundCommand,
  context: DecisionContext,
): Result<readonly NewDomainEvent[], RoundErrorCode> {
  const { roundId } = command;
  if (command.type === 'round/open') {
    if (round?.id === roundId) return ok([]);
    if (round !== null && !round.closed) return refused('round/going-on');
    return ok([newEvent('round/opened', { roundId }, context)]);
  }
  if (round?.id !== roundId) return refused('round/unknown');
  if (command.type === 'round/close')
    return ok(round.closed ? [] : [newEvent('round/closed', { roundId }, context)]);
  const { personId } = command;
  if (round.closed) return refused('round/unknown');
  if (round.personId === personId) return ok([]);
  if (!attendance.includes(personId)) return refused('person/unknown');
  return ok([newEvent('round/turned', { roundId, personId }, context)]);
}

/** Decides what someone says of themselves, or agrees to; what already stands there writes nothing. */
export function decidePresentation(
  presentations: ReadonlyMap<string, Presentation>,
  command: PresentationCommand,
  context: DecisionContext,
): Result<readonly NewDomainEvent[], RoundErrorCode> {
  const { personId } = command;
  const present = presentations.get(personId);
  if (command.type === 'presentation/write') {
    const { quotation, text } = command;
    const same = (present?.quotation ?? '') === quotation && (present?.text ?? '') === text;
    // Their own hand over the same words says that they agree to them.
    const agrees = present !== undefined && !present.agreed && context.actor === personId;
    if (same && !agrees) return ok([]);
    return ok([newEvent('presentation/written', { personId, quotation, text }, context)]);
  }
  if (!present) return refused('person/unknown');
  if (present.agreed) return ok([]);
  const on = command.type === 'presentation/agree' ? 'phone' : 'paper';
  return ok([newEvent('presentation/agreed', { personId, on }, context)]);
}
