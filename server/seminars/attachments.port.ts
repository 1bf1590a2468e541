/** Files of a séminaire, kept beside the log under the SHA-256 (hex) of their bytes: the same bytes are kept once. */
export interface Attachments {
  /** Resolves with their hash once they are on disk. */
  put(seminarId: string, bytes: Uint8Array): Promise<string>;
  /** Null for what is not kept. */
  open(seminarId: string, hash: string): Promise<Uint8Array | null>;
  /** What another process reads it from: its path, or its bytes where it is on no disk. Null for what is not kept. */
  source(seminarId: string, hash: string): Promise<string | Uint8Array | null>;
  /** The hashes of all that is kept for it. */
  list(seminarId: string): Promise<readonly string[]>;
  /** Nothing happens when it is not kept. */
  remove(seminarId: string, hash: string): Promise<void>;
}
