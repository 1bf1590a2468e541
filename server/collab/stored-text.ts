/** What is on disk of a shared document, as plain data. */
import type { RichText } from '#core/actes/rich-text.ts';
import type { DocumentRef } from '#ydoc/document-names.ts';
import { documentName } from '#ydoc/document-names.ts';
import { richTextOf } from '#ydoc/snapshot.ts';
import type { DocumentStore } from '../seminars/documents.port.ts';
import { Replica } from './replica.ts';

export async function storedText(
  documents: Pick<DocumentStore, 'load' | 'epoch'>,
  ref: DocumentRef,
): Promise<RichText> {
  const document = documentName(ref);
  const { doc } = Replica.open(await documents.load(document, await documents.epoch(document)));
  const text = richTextOf(doc);
  doc.destroy();
  return text;
}
