/** What was said on this device and has not reached the server yet, or was refused: a value, and its next values. */
import * as v from 'valibot';
import type { Role } from '#core/access/roles.ts';
import type { Instant } from '#core/time/instant.ts';
import { instant } from '#core/time/instant.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import { ERROR_CODES } from '#protocol/errors.ts';
import type { KeptCommand } from '#protocol/inputs.ts';
import { idSchema, instantSchema, keptCommandSchema, roleSchema } from '#protocol/inputs.ts';

/** A command in the outbox. */
export type PendingCommand = {
  readonly commandId: string;
  readonly as: Role;
  readonly by: string | null;
  /** When it was given, in server time. */
  readonly at: Instant;
  /** Its place among the commands of this device. */
  readonly order: number;
  /**
   * What bears no name is mixed with what others send: it leaves at a moment of its own, not before this one by this
   * device's clock. Null for what leaves at once and in order.
   */
  readonly notBefore: Instant | null;
  readonly command: KeptCommand;
};

/** A command the server did not take: its words stay until the person has put them somewhere. */
export type RefusedCommand = PendingCommand & { readonly code: ErrorCode };

/** Both oldest first. */
export type Outbox = {
  readonly waiting: readonly PendingCommand[];
  readonly refused: readonly RefusedCommand[];
};

export const EMPTY_OUTBOX: Outbox = { waiting: [], refused: [] };

/** Milliseconds within which what bears no name leaves, while there is a connection. */
export const MIXED_WITHIN = 60_000;

const pendingSchema = v.object({
  commandId: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/)),
  as: roleSchema,
  by: v.nullable(idSchema),
  at: instantSchema,
  order: v.optional(v.number(), 0),
  notBefore: v.optional(v.nullable(instantSchema), null),
  command: keptCommandSchema,
});
const refusedSchema = v.object({ ...pendingSchema.entries, code: v.picklist(ERROR_CODES) });
const keptSchema = v.union([refusedSchema, pendingSchema]);

/** A sitting's outbox from the commands kept on the device; one that cannot be read does not hide the others. */
export function outboxFrom(kept: readonly unknown[], sittingId: string): Outbox {
  const read = kept
    .flatMap((entry) => {
      const parsed = v.safeParse(keptSchema, entry);
      return parsed.success && parsed.output.command.sittingId === sittingId ? [parsed.output] : [];
    })
    .sort((a, b) => a.order - b.order || a.at - b.at || (a.commandId < b.commandId ? -1 : 1));
  return {
    waiting: read.filter((it): it is PendingCommand => !('code' in it)),
    refused: read.filter((it): it is RefusedCommand => 'code' in it),
  };
}

/** The place of the next command: behind all others. */
export const nextOrder = ({ waiting, refused }: Outbox): number =>
  Math.max(0, ...waiting.map((it) => it.order), ...refused.map((it) => it.order)) + 1;

/** Whether nothing of it may say who gave it. */
export const isUnnamed = (command: KeptCommand): boolean =>
  ('unnamed' in command && command.unnamed) || ('key' in command && command.key !== null);

/** When a command without a name leaves: `random` is uniform in [0, 1). */
export const mixedAt = (now: Instant, random: number): Instant =>
  instant(now + Math.round(random * MIXED_WITHIN));

/**
 * The waiting commands as they stand at a new connection: what was to leave meanwhile would all leave at once and tell
 * by its instant which device it comes from, so each draws a moment of its own.
 */
export const mixedAnew = (
  { waiting }: Outbox,
  now: Instant,
  random: () => number,
): readonly PendingCommand[] =>
  waiting.filter((it) => it.notBefore !== null).map((it) => ({ ...it, notBefore: mixedAt(now, random()) }));

/** Of what waits for a moment of its own, what leaves now after all. */
export const released = (
  { waiting }: Outbox,
  which: (command: KeptCommand) => boolean,
  now: Instant,
): readonly PendingCommand[] =>
  waiting
    .filter(({ notBefore, command }) => notBefore !== null && notBefore > now && which(command))
    .map((it) => ({ ...it, notBefore: now }));

/**
 * What may be sent now: the first of those that leave in order, and each of the others whose moment has come. Commands
 * about one contribution always follow each other. A moment that is further away than any can be drawn has come: the
 * device's clock was set.
 */
export function sendable({ waiting }: Outbox, now: Instant): readonly PendingCommand[] {
  const free = waiting.filter(
    (it, index) => !waiting.slice(0, index).some((earlier) => isSameSubject(earlier.command, it.command)),
  );
  const first = free.find((it) => it.notBefore === null);
  const due = free.filter(
    ({ notBefore }) => notBefore !== null && (notBefore <= now || notBefore > now + MIXED_WITHIN),
  );
  return first === undefined ? due : [first, ...due];
}

/** The next moment at which more may be sent; null when none is known. */
export function nextMoment({ waiting }: Outbox, now: Instant): Instant | null {
  const later = waiting.flatMap(({ notBefore }) =>
    notBefore !== null && notBefore > now ? [notBefore] : [],
  );
  return later.length === 0 ? null : instant(Math.min(...later));
}

const isSameSubject = (one: KeptCommand, other: KeptCommand): boolean =>
  'contributionId' in one && 'contributionId' in other && one.contributionId === other.contributionId;

/** The words of a command; '' when it has none. */
export function wordsOf(command: KeptCommand): string {
  if (command.type === 'presentation/write') return `${command.quotation}\n${command.text}`.trim();
  return 'text' in command ? command.text : '';
}

/** What an answer means for the command that waits: done, refused for good, or to be tried again later. */
export type Fate = 'done' | 'refused' | 'later';

const LATER: ReadonlySet<ErrorCode | 'network'> = new Set([
  'network',
  'protocol/too-many',
  'protocol/unavailable',
  'protocol/internal',
  'protocol/stale-client',
]);

/** `contribution/exists` is an earlier sending that arrived and whose receipt is gone. */
export function fateOf(answer: { ok: true } | { ok: false; error: { code: ErrorCode | 'network' } }): Fate {
  if (answer.ok || answer.error.code === 'contribution/exists') return 'done';
  return LATER.has(answer.error.code) ? 'later' : 'refused';
}

/** Whether this person supports a contribution, once what waits has arrived. */
export function supportsAfter(
  waiting: readonly PendingCommand[],
  contributionId: string,
  before: boolean,
): boolean {
  let supports = before;
  for (const { command } of waiting) {
    if (!('contributionId' in command) || command.contributionId !== contributionId) continue;
    if (command.type === 'contribution/support') supports = true;
    if (command.type === 'contribution/unsupport') supports = false;
  }
  return supports;
}

/** Where this person's votes stand, once what waits has arrived; by contribution, without zeros. */
export function dotsAfter(
  waiting: readonly PendingCommand[],
  dotsId: string,
  before: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const placed = { ...before };
  for (const { command } of waiting) {
    if (command.type === 'dots/place' && command.dotsId === dotsId)
      placed[command.contributionId] = command.count;
  }
  return Object.fromEntries(Object.entries(placed).filter(([, count]) => count > 0));
}
