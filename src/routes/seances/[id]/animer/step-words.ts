/** A step of the run in words: what undo would take back. */
import type { Plan } from '#core/agenda/plan.ts';
import type { Messages } from '#i18n/messages.ts';
import type { RunStepView, RunView } from '#protocol/views.ts';

/** « passage à « Partenaires » », « + 5 min »: `step` is the run's last. */
export const stepWords = (
  step: RunStepView,
  run: RunView,
  plan: Plan,
  words: Messages['console']['undo'],
): string => {
  switch (step.type) {
    case 'run/started':
      return words.started;
    case 'run/suspended':
      return words.suspended;
    case 'run/resumed':
      return words.resumed;
    case 'run/extended':
      return words.minutes(step.minutes ?? 0);
    case 'run/question-put':
      return words.questionPut;
    case 'run/finished':
      return words.finished;
    case 'run/moved': {
      const title = plan.items.find((item) => item.id === run.visits.at(-1)?.itemId)?.title;
      return title === undefined ? words.movedAway : words.moved(title);
    }
  }
};
