/** The actes as a PDF: what the use case asks, whatever makes the pages. */
import type { Actes, ActesLabels } from '#core/actes/gathered-actes.ts';
import type { ActesRepair } from '#core/actes/actes-repair.ts';

/** Why no PDF came: each code has its words in the message files. */
export type PdfExportFailure =
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
  /** The server is closing. */
  | 'export/closed';

export class PdfExportError extends Error {
  override readonly name = 'PdfExportError';
  readonly code: PdfExportFailure;

  constructor(code: PdfExportFailure, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.code = code;
  }
}

/** Pictures by the hash that the actes cite; of one that is not there, or cannot be set, its description stands alone. */
export type PictureFiles = ReadonlyMap<string, Uint8Array>;

export interface PdfExport {
  /** The bytes of an A4 PDF/UA-1; the same actes and labels give the same bytes. Rejects with a PdfExportError. */
  toPdf(actes: Actes, labels: ActesLabels, files?: PictureFiles): Promise<Uint8Array>;
  /** What `toPdf` changes in these actes so that everyone can read the pages; empty when nothing. */
  repairsOf(actes: Actes, labels: ActesLabels): readonly ActesRepair[];
  /** Ends the export's process; what waits is rejected with 'export/closed'. */
  close(): Promise<void>;
}
