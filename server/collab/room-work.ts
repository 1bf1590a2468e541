/** What waits in a room's one queue, and what one pass over it gathers. */
import type { RichText } from '#core/actes/rich-text.ts';
import type { FirstUse } from './client-ids.ts';
import type { Connection } from './connection.ts';

/** The server-made first state of a document, null when it has none. */
export type Seed = () => Promise<Uint8Array | null>;

export type Task =
  | { readonly type: 'join'; readonly connection: Connection; readonly seed: Seed | null }
  | {
      readonly type: 'update';
      readonly connection: Connection;
      readonly frame: number;
      readonly update: Uint8Array;
      readonly whole: boolean;
    }
  /** An update that was refused on arrival: it only keeps its place among the acknowledgements. */
  | { readonly type: 'refused'; readonly connection: Connection; readonly frame: number }
  | { readonly type: 'sync'; readonly connection: Connection; readonly stateVector: Uint8Array }
  | { readonly type: 'resync'; readonly connection: Connection }
  | Renewal;

export type Renewal = {
  readonly type: 'renew';
  readonly remake: (present: RichText) => RichText;
  /** The new epoch, or null when the room ended before it came to it. */
  readonly done: (epoch: number | null) => void;
  readonly failed: (reason: unknown) => void;
};

/** A change that is applied and not yet on disk; `from` is null when the server made it. */
export type Change = { readonly update: Uint8Array; readonly from: Connection | null };

export class Batch {
  readonly changes: Change[] = [];
  readonly firstUses: FirstUse[] = [];
  /** What may only be done once the changes are on disk: greetings and answers. */
  readonly afterwards: (() => void)[] = [];
  /** Whose update frames were settled. */
  readonly settled = new Set<Connection>();

  updates(): readonly Uint8Array[] {
    return this.changes.map(({ update }) => update);
  }
}

/** Takes from the queue what may share one commit; a renewal stands alone. */
export function takeTogether(queue: Task[]): readonly Task[] {
  const renewal = queue.findIndex(({ type }) => type === 'renew');
  return queue.splice(0, renewal === -1 ? queue.length : Math.max(renewal, 1));
}
