/** What a room allows. Bytes, milliseconds and counts. */
export type Limits = {
  readonly frameBytes: number;
  /** Of a whole document; past it, only deleting is possible. */
  readonly documentBytes: number;
  readonly stateVectorBytes: number;
  /** New Yjs structs in one update: what a long time offline makes, not what a loop makes. */
  readonly structsPerUpdate: number;
  /** Yjs client ids that one session may use or announce in one document. */
  readonly clientIdsPerSession: number;
  readonly documentsPerSession: number;
  readonly connectionsPerSessionAndDocument: number;
  readonly framesPerSecond: number;
  readonly updatesPerSecond: number;
  readonly syncRequestsPerSecond: number;
  /** A connection may save up this many seconds of what it is allowed. */
  readonly burstSeconds: number;
  /** Received and not yet taken from one connection. */
  readonly queuedBytes: number;
  /** Beyond it, differences wait; below `resumeBytes` the connection gets all of them at once. */
  readonly behindBytes: number;
  readonly resumeBytes: number;
  /** Beyond it, or after `stalledMs` behind, the connection is closed. */
  readonly stalledBytes: number;
  readonly stalledMs: number;
  readonly presenceStateBytes: number;
  /** A person who was not heard for so long is no longer shown, at the next look (`watchMs`). */
  readonly presenceMs: number;
  readonly watchMs: number;
  readonly behindWatchMs: number;
  /** A connection that was sent nothing for so long gets an answer to what it sends. */
  readonly quietMs: number;
  /** The shortest and longest time between two merged frames of one document. */
  readonly tickMs: number;
  readonly longestTickMs: number;
  readonly presenceTickMs: number;
  /** When a log is folded into a snapshot. */
  readonly updatesPerSnapshot: number;
  readonly updateBytesPerSnapshot: number;
  /** How long a room that everyone has left stays in memory. */
  readonly lingerMs: number;
  readonly firstRetryMs: number;
  readonly longestRetryMs: number;
  /** How long `close()` waits for what is not yet on disk. */
  readonly flushMs: number;
  /** How long a client has to take the goodbye. */
  readonly goodbyeMs: number;
  readonly heartbeatMs: number;
};

const KIB = 1024;
const MIB = 1024 * KIB;

export const LIMITS: Limits = {
  frameBytes: MIB,
  documentBytes: 2 * MIB,
  stateVectorBytes: 64 * KIB,
  structsPerUpdate: 50_000,
  clientIdsPerSession: 1000,
  documentsPerSession: 24,
  connectionsPerSessionAndDocument: 12,
  framesPerSecond: 120,
  updatesPerSecond: 60,
  syncRequestsPerSecond: 2,
  burstSeconds: 5,
  queuedBytes: 4 * MIB,
  behindBytes: MIB,
  resumeBytes: 64 * KIB,
  stalledBytes: 4 * MIB,
  stalledMs: 10_000,
  presenceStateBytes: 2 * KIB,
  presenceMs: 38_000,
  watchMs: 5000,
  behindWatchMs: 1000,
  quietMs: 5000,
  tickMs: 50,
  longestTickMs: 250,
  presenceTickMs: 150,
  updatesPerSnapshot: 500,
  updateBytesPerSnapshot: 512 * KIB,
  lingerMs: 10_000,
  firstRetryMs: 250,
  longestRetryMs: 5000,
  flushMs: 5000,
  goodbyeMs: 3000,
  heartbeatMs: 20_000,
};
