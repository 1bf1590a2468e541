/** The session cookie: opened when a device first gets a right, and read on every request after. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Actor } from '#core/access/roles.ts';
import type { Config } from '../config.ts';
import { createRateLimit } from '../rate-limit.ts';
import { callerAddress, sessionCookieName, sessionToken } from '../request-origin.ts';
import type { Session } from '../seminars/access.port.ts';
import type { AccessDesk } from '../seminars/access.ts';
import type { Clock } from '../seminars/surroundings.port.ts';
import { HttpError } from './http-error.ts';

/** A séminaire is prepared weeks before and its actes come weeks after. */
const COOKIE_SECONDS = 400 * 24 * 3600;

/** New devices from one address: a hall of 500 behind one access point joins within a minute. */
const ARRIVALS = { atOnce: 1500, perMinute: 600 } as const;

export type Sessions = {
  readonly find: (request: IncomingMessage) => Promise<Session | null>;
  /** The session of the request, opened with a cookie when there is none. */
  readonly findOrOpen: (request: IncomingMessage, response: ServerResponse) => Promise<Session>;
  /** The actor behind the request; refuses a device without a session. */
  readonly actor: (request: IncomingMessage) => Promise<Actor>;
};

export function createSessions(access: AccessDesk, config: Config, clock: Clock): Sessions {
  const arrivals = createRateLimit(clock, ARRIVALS.atOnce, ARRIVALS.perMinute);
  const find = async (request: IncomingMessage): Promise<Session | null> => {
    const token = sessionToken(request, config);
    return token === null ? null : access.sessionOf(token);
  };
  return {
    find,
    async findOrOpen(request, response) {
      const before = await find(request);
      if (before) return before;
      if (!arrivals.take(callerAddress(request, config))) throw new HttpError('protocol/too-many');
      const { session, token } = await access.openSession();
      const secure = config.publicUrl?.startsWith('https:') ? '; Secure' : '';
      const name = sessionCookieName(config);
      response.setHeader(
        'set-cookie',
        `${name}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${COOKIE_SECONDS}${secure}`,
      );
      return session;
    },
    async actor(request) {
      const session = await find(request);
      if (!session) throw new HttpError('access/no-session');
      return access.actorOf(session);
    },
  };
}
