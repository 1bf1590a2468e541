/** Methods and paths to handlers; what it does not know is left to the pages. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as v from 'valibot';
import type { ErrorCode } from '#protocol/errors.ts';
import { LIMITS } from '#protocol/limits.ts';
import { ActesExportError } from '../seminars/actes-export.port.ts';
import { StorageFailure } from '../seminars/storage-error.ts';
import type { Logger } from '../seminars/surroundings.port.ts';
import { HttpError } from './http-error.ts';

export type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly params: Readonly<Record<string, string | undefined>>;
};
export type Handler = (exchange: Exchange) => Promise<void>;
export type Route = { readonly method: 'GET' | 'POST'; readonly path: string; readonly handle: Handler };

export type Router = {
  /** Answers the request, or says false and leaves it alone. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => boolean;
};

export function createRouter(
  routes: readonly Route[],
  guard: (request: IncomingMessage) => void,
  logger: Logger,
): Router {
  const known = routes.map((route) => ({ ...route, pattern: new URLPattern({ pathname: route.path }) }));
  return {
    handle(request, response) {
      const url = URL.parse(request.url ?? '/', 'http://host');
      const pathname = url?.pathname ?? '/';
      const method = request.method === 'HEAD' ? 'GET' : request.method;
      const found = known
        .map((route) => ({ route, match: route.pattern.exec({ pathname }) }))
        .filter(({ match }) => match !== null);
      if (found.length === 0 && !pathname.startsWith('/api/')) return false;
      const at = found.find(({ route }) => route.method === method);
      const answer = async (): Promise<void> => {
        if (!at) throw new HttpError('protocol/not-found');
        guard(request);
        await at.route.handle({ request, response, params: at.match?.pathname.groups ?? {} });
      };
      answer().catch((error: unknown) => {
        const refusal = error instanceof HttpError ? error : new HttpError(codeOfFailure(error));
        const path = at?.route.path ?? pathname;
        // Its detail may hold words of the document.
        if (error instanceof ActesExportError) logger.warn('export/failed', { path, code: error.code });
        else if (refusal !== error) {
          const reason = error instanceof Error ? error.name : 'unknown';
          logger.error('http/failed', { path, reason });
        }
        if (response.headersSent) response.destroy();
        else sendJson(response, refusal.status, refusal.body());
      });
      return true;
    },
  };
}

/** What the disk did not take may be sent again; what nobody expected is a fault of ours. */
function codeOfFailure(error: unknown): ErrorCode {
  if (error instanceof ActesExportError) return error.code;
  return error instanceof StorageFailure ? 'protocol/unavailable' : 'protocol/internal';
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'",
  });
  response.end(response.req.method === 'HEAD' ? undefined : text);
}

/** The JSON body of a request, as the schema has it. */
export async function readJson<T>(
  request: IncomingMessage,
  schema: v.GenericSchema<unknown, T>,
  mostBytes: number = LIMITS.commandBytes,
): Promise<T> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    throw new HttpError('protocol/malformed');
  const body = await readBytes(request, mostBytes);
  const parsed = v.safeParse(schema, parsedJson(body.toString('utf8')));
  if (!parsed.success) throw new HttpError('protocol/malformed');
  return parsed.output;
}

/** The body of a request, of so many bytes at most. */
export async function readBytes(request: IncomingMessage, mostBytes: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) throw new HttpError('protocol/too-large');
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new HttpError('protocol/too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpError('protocol/malformed');
  }
}
