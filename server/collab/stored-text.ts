/** What is on disk of a shared document. */
import type { RichText } from '#core/actes/rich-text.ts';
import type { DocumentRef } from '#ydoc/document-names.ts';
import { documentName } from '#ydoc/document-names.ts';
import { richTextOfLog } from '#ydoc/snapshot.ts';
import type { DocumentStore } from '../seminars/documents.port.ts';
import { recordsOf } from './replica.ts';

type Documents = Pick<DocumentStore, 'load' | 'epoch'>;

/** Its updates (v1), oldest first. */
export async function storedUpdates(documents: Documents, ref: DocumentRef): Promise<readonly Uint8Array[]> {
  const document = documentName(ref);
  const loaded = await documents.load(document, await documents.epoch(document));
  return recordsOf(loaded).map(({ update }) => update);
}

/** Its words as plain data. */
export const storedText = async (documents: Documents, ref: DocumentRef): Promise<RichText> =>
  richTextOfLog(await storedUpdates(documents, ref));
