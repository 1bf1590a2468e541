/** What the server and the export's process say to each other. */
import type { ExportFormat, ExportWishes, PublishedAs } from '../seminars/actes-export.port.ts';

/** A file, or the pages of the same compile as the PDF, each as a picture. */
export type Product = ExportFormat | 'pages';

export type ExportJob = {
  readonly id: number;
  readonly product: Product;
  readonly standard: NonNullable<ExportWishes['standard']>;
  readonly twoSided: boolean;
  /** HTML only. */
  readonly published: PublishedAs | null;
  /** JSON: one string crosses to the process in a fraction of the time that the tree would take. */
  readonly actes: string;
  /** The pictures that the actes cite: their names are hashes. */
  readonly pictures: readonly { readonly name: string; readonly bytes: Uint8Array }[];
};

export type ExportAnswer =
  /** One file, or one SVG a page. */
  | { readonly type: 'done'; readonly id: number; readonly made: Uint8Array | readonly string[] }
  /** The typesetter's own words, for the log of whoever repairs the template. */
  | { readonly type: 'refused'; readonly id: number; readonly reason: string }
  | { readonly type: 'too-large' };
