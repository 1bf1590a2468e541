/** « Gommettes »: each person has a budget of votes to place on a selection of contributions, secret until shown. */

export type Dots = {
  readonly id: string;
  readonly budget: number;
  readonly contributionIds: readonly string[];
  /** By person, then by contribution: how many they placed there; no zeros. */
  readonly placed: ReadonlyMap<string, Readonly<Record<string, number>>>;
  readonly shown: boolean;
};

export const DOTS_LIMITS = { budget: 20, contributions: 40 } as const;
