/** What the server and the export's process say to each other. */
import type {
  ActesPages,
  ExportFormat,
  ExportWishes,
  PictureSources,
  PublishedAs,
} from '../seminars/actes-export.port.ts';

export type ExportJob = DocumentJob | PictureJob;

/** A file, or the pages of the same compile as the PDF: they are kept, to be drawn one by one. */
export type DocumentJob = {
  readonly id: number;
  readonly product: ExportFormat | 'pages';
  readonly standard: NonNullable<ExportWishes['standard']>;
  readonly twoSided: boolean;
  /** HTML only. */
  readonly published: PublishedAs | null;
  /** JSON: one string crosses to the process in a fraction of the time that the tree would take. */
  readonly actes: string;
  readonly pictures: PictureSources;
};

/** A page of those that an earlier job has set. */
export type PictureJob = {
  readonly id: number;
  readonly product: 'picture';
  readonly pagesId: number;
  readonly page: number;
};

/** Pages that were set, and are kept to be drawn: how many, and which of them each block of each part is found on. */
export type SetPages = Pick<ActesPages, 'count' | 'blocks'>;

/** A file; what pages were set; the SVG of a page, null when the pages are no longer kept. */
export type Made = Uint8Array | SetPages | string | null;

export type ExportAnswer =
  /** `isFull`: the process holds so much memory that the next document is better made in a fresh one. */
  | { readonly type: 'done'; readonly id: number; readonly made: Made; readonly isFull: boolean }
  /** The typesetter's own words, for the log of whoever repairs the template. */
  | { readonly type: 'refused'; readonly id: number; readonly reason: string }
  | { readonly type: 'too-large' };
