import type { Messages } from '#i18n/messages.ts';
import type { PlanProblem } from './plan-items.ts';

/** What has to be corrected before the points can be saved. */
export const problemWords = (problem: PlanProblem, { prepare }: Messages): string => {
  switch (problem.type) {
    case 'title-missing':
      return prepare.itemTitleMissing(problem.position);
    case 'minutes-wrong':
      return prepare.minutesWrong(problem.position);
    case 'floor-wrong':
      return prepare.floorWrong(problem.position);
    case 'too-many':
      return prepare.tooManyItems(problem.limit);
  }
};
