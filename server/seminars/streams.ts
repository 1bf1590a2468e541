/** The present state of every stream, folded once and kept while it is used. */
import type { AtelierLog } from '#core/seminar/atelier.ts';
import { foldAtelier } from '#core/seminar/atelier.ts';
import type { Seminar } from '#core/seminar/seminar.ts';
import { foldSeminar } from '#core/seminar/seminar.ts';
import type { SittingLog } from '#core/seminar/sitting.ts';
import { foldSitting } from '#core/seminar/sitting.ts';
import { foldPublication } from '#core/publication/fold-publication.ts';
import type { Publication } from '#core/publication/publication.ts';
import { NO_PUBLICATION } from '#core/publication/publication.ts';
import type { DomainEvent } from '#core/events/event-types.ts';
import type { StreamId } from '#core/events/envelope.ts';
import { actesStream, atelierStream, seminarStream, sittingStream } from '#core/events/envelope.ts';
import type { Instant } from '#core/time/instant.ts';
import { instant } from '#core/time/instant.ts';
import { eventsToRedact } from '#core/contributions/events-to-redact.ts';
import { redact } from '#core/events/redact.ts';
import type { EventStore } from './event-store.port.ts';

/** A stream as far as it was read. */
export type StreamState<S> = { readonly seq: number; readonly lastAt: Instant; readonly state: S };
export type SeminarStream = StreamState<Seminar | null>;
export type AtelierStream = StreamState<AtelierLog | null>;
export type SittingStream = StreamState<SittingLog | null>;
export type ActesStream = StreamState<Publication>;

const EMPTY = { seq: 0, lastAt: instant(0), state: null };
const NO_ACTES = { ...EMPTY, state: NO_PUBLICATION };

const isActes = (stream: StreamId): boolean => stream.startsWith('actes:');
const emptyOf = (stream: StreamId): StreamState<unknown> => (isActes(stream) ? NO_ACTES : EMPTY);

/** How many streams are kept folded; beyond it the one unused for longest is forgotten and read again when asked for. */
const KEPT_STREAMS = 2000;

const rejected = (_stream: StreamId, error: unknown): never => {
  throw error;
};

type Fold = (state: unknown, event: DomainEvent) => unknown;

const foldOf = (stream: StreamId): Fold => {
  if (stream.startsWith('seminar:')) return foldSeminar as Fold;
  if (stream.startsWith('atelier:')) return foldAtelier as Fold;
  if (isActes(stream)) return foldPublication as Fold;
  return foldSitting as Fold;
};

const advanced = (
  stream: StreamId,
  from: StreamState<unknown>,
  events: readonly DomainEvent[],
): StreamState<unknown> => {
  const fold = foldOf(stream);
  return events.reduce(
    (at, event) => ({
      seq: event.seq,
      lastAt: instant(Math.max(at.lastAt, event.at)),
      state: fold(at.state, event),
    }),
    from,
  );
};

export type Streams = {
  readonly seminar: (seminarId: string) => Promise<SeminarStream>;
  readonly atelier: (atelierId: string) => Promise<AtelierStream>;
  readonly sitting: (sittingId: string) => Promise<SittingStream>;
  /** Of a séminaire that has no actes yet, those that nobody touched. */
  readonly actes: (seminarId: string) => Promise<ActesStream>;
  /** Takes in what was just committed, so that nobody reads it again. */
  readonly advance: (events: readonly DomainEvent[]) => void;
  /** Forgets streams that turned out to be further on than what is kept here. */
  readonly forget: (streams: readonly StreamId[]) => void;
};

/**
 * `redactionFailed`: earlier words of a closed atelier could not be redacted on disk. They are shown to nobody, and
 * the next use of the stream tries again; unless it is said what else to do, the stream is not read.
 */
export function createStreams(
  events: EventStore,
  redactionFailed: (stream: StreamId, error: unknown) => void = rejected,
): Streams {
  const kept = new Map<StreamId, StreamState<unknown>>();
  const loading = new Map<StreamId, Promise<StreamState<unknown>>>();
  /** Streams that were written to while they were being read. */
  const outrun = new Set<StreamId>();

  const keep = (stream: StreamId, state: StreamState<unknown>): void => {
    kept.delete(stream);
    kept.set(stream, state);
    if (kept.size <= KEPT_STREAMS) return;
    const [oldest] = kept.keys();
    if (oldest !== undefined) kept.delete(oldest);
  };

  /**
   * The events of the stream, without the words that go when an atelier closes. Whoever reads a closed one redacts what
   * is due first, so that a server killed between the close and its redaction makes good for it.
   */
  const readRedacted = async (
    stream: StreamId,
  ): Promise<{ readonly log: readonly DomainEvent[]; readonly isRedacted: boolean }> => {
    const log = await events.read(stream, 0);
    const due = new Set(stream.startsWith('sitting:') ? eventsToRedact(log) : []);
    if (due.size === 0) return { log, isRedacted: true };
    const silent = log.map((event) => (due.has(event.id) ? redact(event) : event));
    try {
      await events.redact(stream, [...due]);
      return { log: silent, isRedacted: true };
    } catch (error) {
      redactionFailed(stream, error);
      return { log: silent, isRedacted: false };
    }
  };

  const load = (stream: StreamId): Promise<StreamState<unknown>> => {
    const known = kept.get(stream);
    if (known) return Promise.resolve(known);
    const running = loading.get(stream);
    if (running) return running;
    const loaded = readRedacted(stream)
      .then(({ log, isRedacted }) => {
        const state = advanced(stream, emptyOf(stream), log);
        // A commit may have landed between the read and now: what advance() kept is further on.
        const newer = kept.get(stream);
        if (newer && newer.seq >= state.seq) return newer;
        if (state.seq > 0 && isRedacted && !outrun.has(stream)) keep(stream, state);
        return state;
      })
      .finally(() => loading.delete(stream))
      .then((state) => (outrun.delete(stream) ? load(stream) : state));
    loading.set(stream, loaded);
    return loaded;
  };

  return {
    seminar: (id) => load(seminarStream(id)) as Promise<SeminarStream>,
    atelier: (id) => load(atelierStream(id)) as Promise<AtelierStream>,
    sitting: (id) => load(sittingStream(id)) as Promise<SittingStream>,
    actes: (id) => load(actesStream(id)) as Promise<ActesStream>,
    advance(committed) {
      for (const event of committed) {
        const from = kept.get(event.stream) ?? (event.seq === 1 ? emptyOf(event.stream) : undefined);
        if (loading.has(event.stream)) outrun.add(event.stream);
        if (from && event.seq === from.seq + 1) keep(event.stream, advanced(event.stream, from, [event]));
        else if (from && event.seq > from.seq + 1) kept.delete(event.stream);
      }
    },
    forget(streams) {
      for (const stream of streams) {
        kept.delete(stream);
        if (loading.has(stream)) outrun.add(stream);
      }
    },
  };
}

/** A view of the streams in which decided but not yet committed events have already happened. */
export type Draft = {
  readonly seminar: (seminarId: string) => Promise<SeminarStream>;
  readonly atelier: (atelierId: string) => Promise<AtelierStream>;
  readonly sitting: (sittingId: string) => Promise<SittingStream>;
  readonly actes: (seminarId: string) => Promise<ActesStream>;
  readonly apply: (stream: StreamId, events: readonly DomainEvent[]) => void;
};

export function draftOf(streams: Streams): Draft {
  const drafted = new Map<StreamId, StreamState<unknown>>();
  const read = async (
    stream: StreamId,
    load: () => Promise<StreamState<unknown>>,
  ): Promise<StreamState<unknown>> => {
    const known = drafted.get(stream);
    if (known) return known;
    const loaded = await load();
    drafted.set(stream, loaded);
    return loaded;
  };
  return {
    seminar: (id) => read(seminarStream(id), () => streams.seminar(id)) as Promise<SeminarStream>,
    atelier: (id) => read(atelierStream(id), () => streams.atelier(id)) as Promise<AtelierStream>,
    sitting: (id) => read(sittingStream(id), () => streams.sitting(id)) as Promise<SittingStream>,
    actes: (id) => read(actesStream(id), () => streams.actes(id)) as Promise<ActesStream>,
    apply(stream, events) {
      drafted.set(stream, advanced(stream, drafted.get(stream) ?? emptyOf(stream), events));
    },
  };
}
