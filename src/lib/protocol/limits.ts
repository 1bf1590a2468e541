/** Sizes both sides keep to. */
export const LIMITS = {
  /** Bytes of one Socket.IO frame, and of a JSON body of the HTTP API. */
  commandBytes: 64 * 1024,
  /** Bytes of a pasted agenda, as JSON. */
  pasteBytes: 1024 * 1024,
  nameLength: 120,
  titleLength: 300,
  themeLength: 500,
  /** Sittings made in one step, and rooms that one command reaches. */
  sittingsAtOnce: 30,
  roomsAtOnce: 120,
  /** Contributions in the first state and in each page after it. */
  contributionsPerPage: 30,
  /** Asks for the floor that are shown. */
  asksShown: 60,
} as const;
