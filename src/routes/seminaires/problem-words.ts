import type { Messages } from '#i18n/messages.ts';
import type { PlanProblem } from './plan-items.ts';
import type { ImportProblem } from './programme-import.svelte.ts';

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

/** What has to be corrected before a pasted programme can be saved. */
export const importProblemWords = (problem: ImportProblem, messages: Messages): string => {
  const { import: words, problems } = messages.prepare.programme;
  if (problem.of === 'time') return words.timeProblem(problem.title, problems[problem.problem]);
  const said =
    problem.problem === 'title-missing' ? words.titleMissing : problemWords(problem.problem, messages);
  return words.atelierProblem(problem.position, said);
};
