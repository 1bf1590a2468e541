import { expect, test } from 'vitest';
import type { Actes } from './actes.ts';
import { hostileActes } from './hostile-actes.test-support.ts';
import { coverLines, printedLines } from './printed-lines.ts';
import { sampleActes } from './sample-actes.test-support.ts';

const WORDS = ['text', 'alternative', 'note', 'organisation', 'theme', 'dayAndPlace'];
const count = (text: string): number => text.split('Inès Caradec').length - 1;

test('[AC96] whatever is printed is among the lines, in every kind of part and block', () => {
  for (const actes of [sampleActes(), ...Array.from({ length: 40 }, (_, seed) => hostileActes(seed))]) {
    let put = 0;
    const naming = JSON.parse(JSON.stringify(actes), (key, value: unknown) => {
      if (!WORDS.includes(key) || typeof value !== 'string') return value;
      put += 1;
      return `Inès Caradec ${value}`;
    }) as Actes;
    const lines = [...coverLines(naming), ...naming.parts.flatMap(({ blocks }) => printedLines(blocks))];
    expect(count(lines.join('\n'))).toBe(put);
  }
});
