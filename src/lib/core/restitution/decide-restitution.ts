/** What becomes of the plenary's screen when someone shows a slide, or puts the restitution away. */
import type { NewDomainEvent } from '../events/event-types.ts';
import type { DecisionContext } from '../events/new-event.ts';
import { newEvent } from '../events/new-event.ts';
import type { Result } from '../result.ts';
import { ok, refused } from '../result.ts';
import { slideWithin } from './cut-slides.ts';
import type { Restitution } from './restitution.ts';

export type RestitutionCommand =
  | { readonly type: 'restitution/show'; readonly atelierId: string; readonly slide: number }
  | { readonly type: 'restitution/put-away' };

/**
 * The events of the command; what is already as asked for writes nothing. `slides` is how many the atelier has now: a
 * slide after the last one is the last one.
 */
export function decideRestitution(
  shown: Restitution | null,
  command: RestitutionCommand,
  slides: number,
  context: DecisionContext,
): Result<readonly NewDomainEvent[], 'restitution/nothing-shown'> {
  if (command.type === 'restitution/put-away')
    return shown === null
      ? refused('restitution/nothing-shown')
      : ok([newEvent('restitution/put-away', {}, context)]);
  const { atelierId } = command;
  const slide = slideWithin(command.slide, slides);
  if (shown?.atelierId === atelierId && shown.slide === slide) return ok([]);
  return ok([newEvent('restitution/shown', { atelierId, slide }, context)]);
}
