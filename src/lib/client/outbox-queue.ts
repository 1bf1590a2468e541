/** What was said on this device and has not reached the server yet, or was refused: a value, and its next values. */
import * as v from 'valibot';
import type { Role } from '#core/access/roles.ts';
import type { Instant } from '#core/time/instant.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import { ERROR_CODES } from '#protocol/errors.ts';
import type { Command } from '#protocol/inputs.ts';
import { contributionCommandSchema, idSchema, instantSchema, roleSchema } from '#protocol/inputs.ts';

/** The commands that wait for a connection; those of the run do not: a late « point suivant » would be wrong. */
export type WaitingCommand = Extract<Command, { type: `contribution/${string}` }>;

/** A command in the outbox; `at` is when it was given, in server time. */
export type PendingCommand = {
  readonly commandId: string;
  readonly as: Role;
  readonly by: string | null;
  readonly at: Instant;
  readonly command: WaitingCommand;
};

/** A contribution the server did not take: its words stay until the person has put them somewhere. */
export type RefusedCommand = PendingCommand & { readonly code: ErrorCode };

/** Both oldest first. */
export type Outbox = {
  readonly waiting: readonly PendingCommand[];
  readonly refused: readonly RefusedCommand[];
};

export const EMPTY_OUTBOX: Outbox = { waiting: [], refused: [] };

const pendingEntries = {
  commandId: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/)),
  as: roleSchema,
  by: v.nullable(idSchema),
  at: instantSchema,
  command: contributionCommandSchema,
};
const pendingSchema = v.object(pendingEntries);
const refusedSchema = v.object({ ...pendingEntries, code: v.picklist(ERROR_CODES) });

/** The outbox as it was kept; an entry that cannot be read any more does not hide the others. */
export function outboxFrom(kept: string | null): Outbox {
  if (kept === null) return EMPTY_OUTBOX;
  let found: unknown;
  try {
    found = JSON.parse(kept);
  } catch {
    return EMPTY_OUTBOX;
  }
  const lists = v.safeParse(
    v.object({ waiting: v.array(v.unknown()), refused: v.array(v.unknown()) }),
    found,
  );
  if (!lists.success) return EMPTY_OUTBOX;
  return {
    waiting: lists.output.waiting.flatMap((it) => readable(pendingSchema, it)),
    refused: lists.output.refused.flatMap((it) => readable(refusedSchema, it)),
  };
}

const readable = <T>(schema: v.GenericSchema<unknown, T>, entry: unknown): readonly T[] => {
  const parsed = v.safeParse(schema, entry);
  return parsed.success ? [parsed.output] : [];
};

/** With one command more at its end. */
export const queued = (outbox: Outbox, pending: PendingCommand): Outbox => ({
  ...outbox,
  waiting: [...outbox.waiting.filter((it) => it.commandId !== pending.commandId), pending],
});

/** Without a command the server has on disk. */
export const acknowledged = (outbox: Outbox, commandId: string): Outbox => ({
  ...outbox,
  waiting: outbox.waiting.filter((it) => it.commandId !== commandId),
});

/** With a command moved to the refused ones; a refused support has no words to keep. */
export function refusedWith(outbox: Outbox, commandId: string, code: ErrorCode): Outbox {
  const found = outbox.waiting.find((it) => it.commandId === commandId);
  if (found === undefined) return outbox;
  const left = acknowledged(outbox, commandId);
  if (found.command.type !== 'contribution/make') return left;
  return { ...left, refused: [...dismissed(left, commandId).refused, { ...found, code }] };
}

/** Without a refused command, once its person has done with its words. */
export const dismissed = (outbox: Outbox, commandId: string): Outbox => ({
  ...outbox,
  refused: outbox.refused.filter((it) => it.commandId !== commandId),
});

/** Both outboxes as one: what this tab holds and what another tab of the device kept meanwhile. */
export function merged(mine: Outbox, kept: Outbox): Outbox {
  const refused = union(kept.refused, mine.refused);
  const known = new Set(refused.map((it) => it.commandId));
  return { waiting: union(kept.waiting, mine.waiting).filter((it) => !known.has(it.commandId)), refused };
}

const union = <T extends PendingCommand>(first: readonly T[], second: readonly T[]): readonly T[] => {
  const known = new Set(first.map((it) => it.commandId));
  return [...first, ...second.filter((it) => !known.has(it.commandId))];
};

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
    if (command.contributionId !== contributionId) continue;
    if (command.type === 'contribution/support') supports = true;
    if (command.type === 'contribution/unsupport') supports = false;
  }
  return supports;
}
