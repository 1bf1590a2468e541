/** Time won back, given or taken: how the minutes of the remaining points could change, shown before it is applied. */
import type { Minutes } from '#core/time/instant.ts';

/** A remaining point before and after; `locked` says why it stays as it is. */
export type RedistributedPoint = {
  readonly itemId: string;
  readonly before: Minutes;
  readonly after: Minutes;
  readonly locked: 'protected' | 'at-floor' | null;
};

export type Redistribution = {
  /** The room's point and those ahead, in the plan's order. */
  readonly points: readonly RedistributedPoint[];
  /** What was asked to be won (positive) or given (negative), in minutes. */
  readonly asked: Minutes;
  /** What it wins (or, negative, gives). */
  readonly won: Minutes;
  /** asked − won: what cannot be won back. */
  readonly missing: Minutes;
};
