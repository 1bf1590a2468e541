/** Each line of what is typed while others speak, with what was said of it by hand: whose it is, and whether it can be entered. */
import type { SpokenLine } from '#core/contributions/read-spoken.ts';
import { plainName, tooLongBy } from '#core/contributions/read-spoken.ts';

/** A person by id, nobody, or words before a colon that are no name. */
export type Choice = { readonly personId: string } | 'nobody' | 'not-a-name';

export type ReadLine = {
  readonly line: SpokenLine;
  /** What a choice by hand is kept under: a name is the same person's on every line. */
  readonly key: string;
  readonly choice: Choice | null;
  /** Null when it can be entered. */
  readonly problem: 'unknown' | 'ambiguous' | 'too-long' | 'nothing-said' | null;
  readonly text: string;
  readonly personId: string | null;
};

export const keyOf = ({ name, whole }: SpokenLine): string =>
  name === '' ? `line ${whole}` : `name ${plainName(name)}`;

export const readLine = (line: SpokenLine, choices: ReadonlyMap<string, Choice>): ReadLine => {
  const key = keyOf(line);
  const choice = choices.get(key) ?? null;
  const { speaker } = line;
  const text = choice === 'not-a-name' ? line.whole : line.text;
  const personId =
    choice === null
      ? speaker.is === 'known'
        ? speaker.personId
        : null
      : typeof choice === 'string'
        ? null
        : choice.personId;
  const unsettled = choice === null && (speaker.is === 'unknown' || speaker.is === 'ambiguous');
  const problem = unsettled
    ? speaker.is
    : text.trim() === ''
      ? 'nothing-said'
      : tooLongBy(text) > 0
        ? 'too-long'
        : null;
  return { line, key, choice, problem, text, personId };
};

/** The text without the lines that were entered; the others as they were typed. */
export const withoutEntered = (text: string, entered: readonly number[]): string =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .filter((typed, line) => !entered.includes(line) && typed.trim() !== '')
    .join('\n');
