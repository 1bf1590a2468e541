/** SvelteKit's pages as one request handler: the built ones, or Vite's in development. */
import type { RequestListener, Server } from 'node:http';
import type { Config } from './config.ts';
import { fieldsOfError } from './logger.ts';
import type { Logger } from './seminars/surroundings.port.ts';

export type Pages = {
  readonly handle: RequestListener;
  /** What happens to upgrades that the server does not know. */
  readonly unknownUpgrades: 'refuse' | 'leave';
  close(): Promise<void>;
};

export type OpenPages = (parts: {
  readonly http: Server;
  readonly config: Config;
  readonly logger: Logger;
}) => Promise<Pages>;

type BuiltHandler = (
  request: Parameters<RequestListener>[0],
  response: Parameters<RequestListener>[1],
  next: () => void,
) => void | Promise<void>;

/** The pages that `npm run build` wrote. */
export const openBuiltPages: OpenPages = async ({ config, logger }) => {
  // The handler reads these once, when it is imported.
  if (config.publicUrl === null) delete process.env['ORIGIN'];
  else process.env['ORIGIN'] = config.publicUrl;
  process.env['PROTOCOL_HEADER'] = 'x-forwarded-proto';
  process.env['HOST_HEADER'] = config.trustedProxyHops > 0 ? 'x-forwarded-host' : '';
  const built = new URL('../build/handler.js', import.meta.url).href;
  const { handler } = (await import(built)) as { handler: BuiltHandler };

  return {
    unknownUpgrades: 'refuse',
    handle(request, response) {
      if (config.trustedProxyHops === 0 || request.headers['x-forwarded-proto'] === undefined) {
        request.headers['x-forwarded-proto'] = 'http';
      }
      const failed = (error: unknown): void => {
        logger.error('pages/failed', fieldsOfError(error));
        if (!response.headersSent) response.writeHead(500);
        response.end();
      };
      const notFound = (): void => void response.writeHead(404).end();
      try {
        Promise.resolve(handler(request, response, notFound)).catch(failed);
      } catch (error) {
        failed(error);
      }
    },
    close: () => Promise.resolve(),
  };
};
