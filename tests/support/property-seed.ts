/** Before the unit tests: one seed for all property tests, printed so that a failure can be run again. */
import { randomInt } from 'node:crypto';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** How many cases a property test runs unless it says so itself, and the seed that they are drawn from. */
    propertyTests: { readonly numRuns: number; readonly seed: number };
  }
}

/** On CI and before a release; by hand fewer, so that one test answers at once. */
const MANY_RUNS = 10_000;
const FEW_RUNS = 1_000;

const wholeNumber = (name: string): number | undefined => {
  const text = process.env[name];
  if (text === undefined || text === '') return undefined;
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`${name} must be a whole number.`);
  return value;
};

export default function drawSeed(project: TestProject): void {
  const many = process.env['CI'] !== undefined && process.env['CI'] !== '';
  const numRuns = wholeNumber('FC_NUM_RUNS') ?? (many ? MANY_RUNS : FEW_RUNS);
  const seed = wholeNumber('FC_SEED') ?? randomInt(0x7fffffff);
  project.provide('propertyTests', { numRuns, seed });
  process.stdout.write(
    `Property tests: ${String(numRuns)} cases each. Again: FC_NUM_RUNS=${String(numRuns)} FC_SEED=${String(seed)}\n`,
  );
}
