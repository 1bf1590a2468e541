/** Documents that people keep on their device. */
import type { ErrorCode } from '#protocol/errors.ts';
import { fileAt } from './api.ts';

/** Long enough for the browser to have begun; after that the file is on the disk, or nowhere. */
const KEPT_FOR_MILLISECONDS = 60_000;

/** Like following a link to the document, but a refusal is answered and not left in the browser's list. */
export async function keepFile(
  address: string,
  signal: AbortSignal | null = null,
): Promise<ErrorCode | 'network' | null> {
  const answer = await fileAt(address, signal);
  if (!answer.ok) return answer.error.code;
  // Given up when all of it had come.
  if (signal?.aborted === true) return 'export/cancelled';
  keepBlob(answer.value.file, answer.value.name);
  return null;
}

/** What the page made itself, as a file of that name. */
export function keepBlob(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_FOR_MILLISECONDS);
}

/** Whether a link is to be opened elsewhere, which stays the browser's to do. */
export const opensElsewhere = (event: MouseEvent): boolean =>
  event.ctrlKey || event.metaKey || event.shiftKey;
