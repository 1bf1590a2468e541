import { expect, test } from 'vitest';
import type { Actes } from './actes.ts';
import { changesBetween } from './compare.ts';
import { heading, paragraph, sampleActes } from './sample-actes.test-support.ts';

const MANY = 48_000;
/** More than a call takes arguments. */
const MOST = 130_000;
const LIMIT_MS = 20_000;

const actesOf = (texts: readonly string[]): Actes =>
  sampleActes({
    parts: [
      { kind: 'text', subject: null, blocks: [heading(1, 'Titre'), ...texts.map((text) => paragraph(text))] },
    ],
  });

/**
 * Each paragraph is said twice, the second time after the next one: one that is said once in what is left shows up only
 * when the gap before it was parted. At this length anything but linear work takes far longer than the test's own time
 * limit, which holds the rule without measuring time.
 */
test(
  '[AC87] comparing grows with the number of paragraphs, however they part each other',
  () => {
    const chained = (own: string): readonly string[] =>
      Array.from({ length: MANY }, (_, at) =>
        at % 3 === 2 ? `${own} ${at}` : `p ${at % 3 === 0 ? Math.floor(at / 3) + 1 : Math.floor(at / 3)}`,
      );
    const [before, after] = [chained('avant'), chained('après')];
    const found = changesBetween(actesOf(before), actesOf(after));
    const went = found.flatMap(({ before: was }) => was ?? []);
    const came = found.flatMap(({ after: is }) => is ?? []);
    expect([...after, ...went].toSorted()).toEqual([...before, ...came].toSorted());
    expect(found.length).toBeGreaterThanOrEqual(MANY / 3);
  },
  LIMIT_MS,
);

test('[AC87] a hundred thousand paragraphs are compared, and long ones', () => {
  const many = Array.from({ length: MOST }, (_, at) => `p ${at}`);
  expect(changesBetween(actesOf(many), actesOf([...many.slice(1), 'fin']))).toHaveLength(2);
  const long = many.slice(0, 20_000).join(' ');
  expect(changesBetween(actesOf([long]), actesOf([`${long} fin`]))).toHaveLength(1);
});
