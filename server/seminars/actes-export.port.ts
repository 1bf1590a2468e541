/** The actes as files: what the use cases ask, whatever makes them. */
import type { Actes } from '#core/actes/actes.ts';

/** Made in a process of its own; Markdown and JSON are made in core. */
export const EXPORT_FORMATS = ['pdf', 'docx', 'odt', 'html'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Why no file came: each code has its words in the message files. */
export type ActesExportFailure =
  /** Making it took longer than the cap. */
  | 'export/too-slow'
  /** Making it took more memory than the cap. */
  | 'export/too-large'
  /** The export's process ended twice while making it. */
  | 'export/crashed'
  /** The typesetter refused the document. */
  | 'export/refused'
  /** Too many exports are waiting. */
  | 'export/busy'
  /** Whoever asked for it left. */
  | 'export/cancelled'
  /** The server is closing. */
  | 'export/closed';

export class ActesExportError extends Error {
  override readonly name = 'ActesExportError';
  readonly code: ActesExportFailure;
  constructor(code: ActesExportFailure, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.code = code;
  }
}

/** Pictures by the hash that the actes cite; of one that is not there, or cannot be set, its description stands alone. */
export type PictureFiles = ReadonlyMap<string, Uint8Array>;

/** The same, each as the path of its file, or as bytes: many photos are too much to be read where the rooms are. */
export type PictureSources = ReadonlyMap<string, string | Uint8Array>;

/** What the published page adds to the actes; labels and notes are worded. */
export type PublishedAs = {
  readonly files: readonly { readonly label: string; readonly href: string }[];
  /** « Erratum du … », « Publié le … » */
  readonly notes: readonly string[];
  readonly robots: 'noindex' | null;
};

export type ExportWishes = {
  readonly format: ExportFormat;
  /** PDF only: for screens and readers, or for archives. */
  readonly standard?: 'ua-1' | 'a-2a';
  /** PDF only: margins for pages printed on both sides, parts open on a right-hand page. */
  readonly twoSided?: boolean;
  /** HTML only: for the page at the address of the published actes. */
  readonly published?: PublishedAs;
  /** Aborted: what runs or waits for it ends with 'export/cancelled'. */
  readonly signal?: AbortSignal;
};

/** Pages that were set; each is drawn when it is asked for. */
export type ActesPages = {
  readonly count: number;
  /** By part and block, the page of the nearest heading at or above it, counted from 1. */
  readonly blocks: readonly (readonly number[])[];
  /** The SVG of a page, counted from 1. Rejects with an ActesExportError. */
  picture(page: number, signal?: AbortSignal): Promise<string>;
};

export interface ActesExport {
  /** The same actes, pictures and wishes give the same bytes. Rejects with an ActesExportError. */
  make(actes: Actes, pictures: PictureSources, wishes: ExportWishes): Promise<Uint8Array>;
  /**
   * The pages of the same compile as the PDF. Pictures are read anew for each page that shows them. Rejects with an
   * ActesExportError.
   */
  pages(actes: Actes, pictures: PictureSources, wishes: Omit<ExportWishes, 'format'>): Promise<ActesPages>;
  /** While it holds, the processors are the rooms' first: pages then take longer. */
  giveWayWhile(roomsAreLive: () => boolean): void;
  /** Ends the export's process; what waits is rejected with 'export/closed'. */
  close(): Promise<void>;
}
