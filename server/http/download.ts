/** Files to keep: sent to be saved, under a name that every file system takes. */
import { plainLettersOf } from '#core/publication/slug.ts';
import type { Exchange } from './router.ts';

/** `what` and the title's plain letters: `actes-rencontre-departementale.pdf`. */
export function fileName(what: string, title: string, extension: string): string {
  const plain = plainLettersOf(title);
  return `${what}${plain === '' ? '' : `-${plain}`}.${extension}`;
}

export const FILE_TYPES = {
  md: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  zip: 'application/zip',
} as const;
export type FileExtension = keyof typeof FILE_TYPES;

export function sendFile(
  { response }: Exchange,
  extension: FileExtension,
  name: string,
  content: Uint8Array | string,
): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  response.writeHead(200, {
    'content-type': FILE_TYPES[extension],
    'content-length': bytes.byteLength,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  });
  response.end(response.req.method === 'HEAD' ? undefined : bytes);
}

/** Whether the request asks for something with `?name=1`. */
export const asksFor = ({ request }: Exchange, name: string): boolean =>
  URL.parse(request.url ?? '/', 'http://host')?.searchParams.get(name) === '1';
