/**
 * The desk: where commands of a séminaire are decided. Those that wait are decided one after the other and written in
 * one append; each is answered once it is on disk. A command sent twice is answered twice and counts once.
 */
import type { Actor, Role } from '#core/access/roles.ts';
import type { DomainEvent, NewDomainEvent } from '#core/events/event-types.ts';
import type { StreamId } from '#core/events/envelope.ts';
import type { Result } from '#core/result.ts';
import { refused } from '#core/result.ts';
import type { Instant } from '#core/time/instant.ts';
import { cutToMinute, instant } from '#core/time/instant.ts';
import type { EventStore, Receipt, StreamAppend } from './event-store.port.ts';
import type { Draft, Streams } from './streams.ts';
import { draftOf } from './streams.ts';
import type { Clock } from './surroundings.port.ts';

/** New events for one stream, as a command decided them. */
export type Decided = {
  readonly stream: StreamId;
  readonly events: readonly NewDomainEvent[];
  /** They happened when they say, before whatever else the stream holds: the decision has looked at their instants. */
  readonly keepInstants?: boolean;
};

/** Decides against the state as it will be once everything decided before is written. */
export type Decide = (draft: Draft) => Promise<Result<readonly Decided[]>>;

/** The last sequence number written, per stream. */
export type Answered = Result<{ readonly seqs: Readonly<Record<string, number>> }>;

export type Desk = {
  /** `seminarId` names the queue the command waits in; `commandId` makes a second sending harmless. */
  readonly submit: (seminarId: string, commandId: string, decide: Decide) => Promise<Answered>;
};

/** The rights of a device, and as whom its page acts; `by` is absent or null when it does not say. */
export type ActingAs = { readonly actor: Actor; readonly as: Role; readonly by?: string | null };

type Waiting = {
  readonly commandId: string;
  readonly decide: Decide;
  readonly answer: (answered: Answered) => void;
  readonly fail: (error: unknown) => void;
};

/** A stream that moved under us means another writer on the same data, which the data folder's lock excludes. */
const ATTEMPTS = 3;

export function createDesk(
  events: EventStore,
  streams: Streams,
  clock: Clock,
  committed: (events: readonly DomainEvent[]) => void,
): Desk {
  const queues = new Map<string, Waiting[]>();

  async function decideBatch(batch: readonly Waiting[]): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const draft = draftOf(streams);
      const appends = new Map<StreamId, { expectedSeq: number; events: NewDomainEvent[] }>();
      const receipts: Receipt[] = [];
      const answers = new Map<Waiting, Answered>();
      const decidedHere = new Map<string, Answered>();
      const kept = await Promise.all(batch.map(({ commandId }) => events.receipt(commandId)));

      for (const [index, waiting] of batch.entries()) {
        const receipt = kept[index] ?? null;
        const before =
          decidedHere.get(waiting.commandId) ?? (receipt === null ? null : (JSON.parse(receipt) as Answered));
        if (before) {
          answers.set(waiting, before);
          continue;
        }
        const decided = await decisionOf(waiting, draft);
        if (!decided) continue;
        let answered: Answered;
        if (decided.ok) {
          const seqs: Record<string, number> = {};
          for (const fresh of decided.value) {
            seqs[fresh.stream] = await place(draft, appends, fresh);
          }
          answered = { ok: true, value: { seqs } };
          receipts.push({ commandId: waiting.commandId, answer: JSON.stringify(answered) });
        } else {
          answered = decided;
        }
        decidedHere.set(waiting.commandId, answered);
        answers.set(waiting, answered);
      }

      if (receipts.length > 0) {
        const toAppend: StreamAppend[] = [...appends].map(([stream, it]) => ({ stream, ...it }));
        const appended = await events.append(toAppend, receipts);
        if (!appended.ok) {
          streams.forget([...appends.keys()]);
          if (attempt < ATTEMPTS) continue;
          answers.forEach((_answered, waiting) => waiting.answer(refused('protocol/unavailable')));
          return;
        }
        streams.advance(appended.events);
        committed(appended.events);
      }
      answers.forEach((answered, waiting) => waiting.answer(answered));
      return;
    }
  }

  async function drain(seminarId: string, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) {
      const batch = queue.splice(0);
      try {
        await decideBatch(batch);
      } catch (error) {
        batch.forEach((waiting) => waiting.fail(error));
      }
    }
    queues.delete(seminarId);
  }

  /** Puts fresh events behind those of the stream, in the draft and in the append; answers the last seq. */
  async function place(
    draft: Draft,
    appends: Map<StreamId, { expectedSeq: number; events: NewDomainEvent[] }>,
    { stream, events: fresh, keepInstants = false }: Decided,
  ): Promise<number> {
    const present = await draftStream(draft, stream);
    const now = instant(Math.max(clock.now(), present.lastAt));
    let last: Instant = present.lastAt;
    const stamped = fresh.map((event): NewDomainEvent => {
      // Time never runs backwards within a stream, save for a moment that was cut to the minute for someone unnamed,
      // and for what a room did before its console was heard again.
      if (keepInstants || isOfSomeoneUnnamed(event)) return event;
      // A point that advanced by itself did so when its time was over, however late that is written.
      last = isAutomatic(event) ? instant(Math.max(event.at, last)) : now;
      return { ...event, at: last };
    });
    draft.apply(
      stream,
      stamped.map((event, index) => ({ ...event, stream, seq: present.seq + 1 + index })),
    );
    const append = appends.get(stream) ?? { expectedSeq: present.seq, events: [] };
    append.events.push(...stamped);
    if (append.events.length > 0) appends.set(stream, append);
    return present.seq + fresh.length;
  }

  return {
    submit: (seminarId, commandId, decide) =>
      new Promise((answer, fail) => {
        const waiting = { commandId, decide, answer, fail };
        const queue = queues.get(seminarId);
        if (queue) {
          queue.push(waiting);
          return;
        }
        const opened = [waiting];
        queues.set(seminarId, opened);
        void drain(seminarId, opened);
      }),
  };
}

/** Of words without a name, nothing that is written tells who or when but for the minute. */
const isOfSomeoneUnnamed = (event: NewDomainEvent): boolean => {
  if (event.type === 'contribution/made') return event.payload.unnamed;
  const revises = event.type === 'contribution/changed' || event.type === 'contribution/withdrawn';
  return revises && event.actor === null && event.at === cutToMinute(event.at);
};

const isAutomatic = (event: NewDomainEvent): boolean => event.type === 'run/moved' && event.payload.automatic;

/** What the command decides, or null when it failed: that concerns whoever sent it, and nobody who waits beside it. */
async function decisionOf(
  { decide, fail }: Waiting,
  draft: Draft,
): Promise<Result<readonly Decided[]> | null> {
  try {
    return await decide(draft);
  } catch (error) {
    fail(error);
    return null;
  }
}

function draftStream(
  draft: Draft,
  stream: StreamId,
): Promise<{ readonly seq: number; readonly lastAt: Instant }> {
  const [kind, id = ''] = stream.split(':', 2);
  if (kind === 'seminar') return draft.seminar(id);
  if (kind === 'actes') return draft.actes(id);
  return kind === 'atelier' ? draft.atelier(id) : draft.sitting(id);
}
