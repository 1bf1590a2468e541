/** The HTTP API as one handler: what it does not know falls through to the pages. */
import type { IncomingMessage } from 'node:http';
import type { Actes, ActesLabels } from '#core/actes/actes.ts';
import en from '#i18n/en/actes-labels.ts';
import fr from '#i18n/fr/actes-labels.ts';
import type { Config } from '../config.ts';
import { callerAddress } from '../request-origin.ts';
import type { Clock, Logger } from '../seminars/surroundings.port.ts';
import type { AccessApiParts } from './access-api.ts';
import { accessRoutes } from './access-api.ts';
import { agendaRoutes } from './agenda-api.ts';
import { healthRoutes } from './health-api.ts';
import { HttpError } from './http-error.ts';
import { createRateLimit } from '../rate-limit.ts';
import type { Router } from './router.ts';
import { createRouter } from './router.ts';
import type { SeminarApiParts } from './seminar-api.ts';
import { seminarRoutes } from './seminar-api.ts';

export type ApiParts = Omit<AccessApiParts, 'failures' | 'allFailures' | 'addressOf'> &
  Omit<SeminarApiParts, 'creations' | 'addressOf' | 'labelsOf'> & {
    readonly allows: (request: IncomingMessage) => boolean;
    readonly ready: () => boolean;
    readonly clock: Clock;
    readonly config: Config;
    readonly logger: Logger;
  };

const LABELS: Readonly<Record<Actes['language'], ActesLabels>> = { fr, en };

export function createApi(parts: ApiParts): Router {
  const { clock, config, logger } = parts;
  const addressOf = (request: IncomingMessage): string => callerAddress(request, config);
  /** A room of 300 behind one address joins within a minute: only what fails is counted there. */
  const failures = createRateLimit(clock, 150, 75);
  const allFailures = createRateLimit(clock, 600, 300);
  const parses = createRateLimit(clock, 60, 60);
  const creations = createRateLimit(clock, 30, 10);
  const routes = [
    ...healthRoutes(parts.ready),
    ...agendaRoutes(parses, addressOf),
    ...accessRoutes({ ...parts, failures, allFailures, addressOf }),
    ...seminarRoutes({ ...parts, creations, addressOf, labelsOf: (language) => LABELS[language] }),
  ];
  const guard = (request: IncomingMessage): void => {
    if (request.method === 'POST' && !parts.allows(request)) throw new HttpError('protocol/foreign-origin');
  };
  return createRouter(routes, guard, logger);
}
