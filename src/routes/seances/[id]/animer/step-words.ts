/** A step of the run in words: what was done, and what undo would take back. */
import type { Plan } from '#core/agenda/plan.ts';
import type { Messages } from '#i18n/messages.ts';
import type { RunStepView } from '#protocol/run-views.ts';

type Words = Messages['console']['undo'];

/** « passage à « Partenaires » », « + 5 min »; with the point's title where the point is not the room's. */
export const stepWords = (
  step: Pick<RunStepView, 'type' | 'minutes' | 'itemId' | 'automatic'>,
  plan: Plan,
  words: Words,
): string => {
  const title = plan.items.find(({ id }) => id === step.itemId)?.title;
  switch (step.type) {
    case 'run/started':
      return words.started;
    case 'run/start-corrected':
      return words.startCorrected;
    case 'run/suspended':
      return words.suspended;
    case 'run/resumed':
      return words.resumed;
    case 'run/extended':
      return words.minutes(step.minutes ?? 0);
    case 'run/redistributed':
      return words.redistributed(step.minutes ?? 0);
    case 'run/question-put':
      return words.questionPut;
    case 'run/worked-through':
      return words.workedThrough;
    case 'run/synthesis-postponed':
      return words.postponed;
    case 'run/finished':
      return words.finished;
    case 'run/archived':
      return words.archived;
    case 'run/moved':
      if (title === undefined) return words.movedAway;
      return step.automatic ? words.automatic(title) : words.moved(title);
  }
};

/** As `stepWords`, with the point that was extended or asked: for a list in which the room's point changes. */
export const stepInList = (
  step: Pick<RunStepView, 'type' | 'minutes' | 'itemId' | 'automatic'>,
  plan: Plan,
  words: Words,
): string => {
  const said = stepWords(step, plan, words);
  if (step.type !== 'run/extended' && step.type !== 'run/question-put') return said;
  const title = plan.items.find(({ id }) => id === step.itemId)?.title;
  return title === undefined ? said : words.ofItem(said, title);
};
