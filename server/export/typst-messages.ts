/** What the server and the export's process say to each other. */

/** `data` is the template's JSON; `creationTimestamp` is in seconds since 1970. */
export type TypstJob = {
  readonly id: number;
  readonly data: string;
  readonly creationTimestamp: number;
  /** The pictures that the data names: their names are hashes. */
  readonly pictures: readonly { readonly name: string; readonly bytes: Uint8Array }[];
};

export type TypstAnswer =
  | { readonly type: 'done'; readonly id: number; readonly pdf: Uint8Array }
  /** The typesetter's own sentences, for the log of whoever repairs the template. */
  | { readonly type: 'refused'; readonly id: number; readonly reasons: readonly string[] }
  | { readonly type: 'too-large' };
