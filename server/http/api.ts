/** The HTTP API as one handler: what it does not know falls through to the pages. */
import type { IncomingMessage } from 'node:http';
import type { Language } from '#core/time/formats.ts';
import enExports from '#i18n/en/exports.ts';
import enKinds from '#i18n/en/kinds.ts';
import frExports from '#i18n/fr/exports.ts';
import frKinds from '#i18n/fr/kinds.ts';
import type { Config } from '../config.ts';
import { callerAddress } from '../request-origin.ts';
import type { Clock, Logger } from '../seminars/surroundings.port.ts';
import type { ActesApiParts } from './actes-api.ts';
import { actesRoutes } from './actes-api.ts';
import type { ActesFilesParts } from './actes-files-api.ts';
import { actesFilesRoutes } from './actes-files-api.ts';
import type { AccessApiParts } from './access-api.ts';
import { accessRoutes } from './access-api.ts';
import { agendaRoutes } from './agenda-api.ts';
import type { AgendaExportParts, ExportLabels } from './agenda-export-api.ts';
import { agendaExportRoutes } from './agenda-export-api.ts';
import { healthRoutes } from './health-api.ts';
import { createGuesses } from './guesses.ts';
import { HttpError } from './http-error.ts';
import type { PairingApiParts } from './pairing-api.ts';
import { pairingRoutes } from './pairing-api.ts';
import type { PeopleApiParts } from './people-api.ts';
import { peopleRoutes } from './people-api.ts';
import type { PhotoApiParts } from './photo-api.ts';
import { photoRoutes } from './photo-api.ts';
import type { PublishedApiParts } from './published-api.ts';
import { publishedRoutes } from './published-api.ts';
import type { ReviewApiParts } from './review-api.ts';
import { reviewRoutes } from './review-api.ts';
import { createRateLimit } from '../rate-limit.ts';
import type { Router } from './router.ts';
import { createRouter } from './router.ts';
import type { SeminarApiParts } from './seminar-api.ts';
import { seminarRoutes } from './seminar-api.ts';
import type { SynthesisApiParts } from './synthesis-api.ts';
import { synthesisRoutes } from './synthesis-api.ts';

export type ApiParts = SynthesisApiParts &
  Omit<AccessApiParts, 'guesses' | 'introductions'> &
  Omit<PeopleApiParts, 'listings'> &
  Omit<PhotoApiParts, 'uploads'> &
  Omit<PairingApiParts, 'guesses' | 'offers' | 'addressOf'> &
  Omit<SeminarApiParts, 'creations' | 'callerOf'> &
  Omit<ActesApiParts, 'actesEdits' | 'actesReadings' | 'actesVersions'> &
  Omit<ActesFilesParts, 'downloads' | 'previews'> &
  Omit<ReviewApiParts, 'corrections'> &
  PublishedApiParts &
  Omit<AgendaExportParts, 'exportLabelsOf'> & {
    readonly allows: (request: IncomingMessage) => boolean;
    readonly ready: () => boolean;
    readonly clock: Clock;
    readonly config: Config;
    readonly logger: Logger;
  };

const EXPORT_LABELS: Readonly<Record<Language, ExportLabels>> = {
  fr: { ...frExports, agenda: { ...frExports.agenda, kind: frKinds.item } },
  en: { ...enExports, agenda: { ...enExports.agenda, kind: enKinds.item } },
};

export function createApi(parts: ApiParts): Router {
  const { clock, config, logger } = parts;
  const addressOf = (request: IncomingMessage): string => callerAddress(request, config);
  const guesses = createGuesses(clock, addressOf);
  const parses = createRateLimit(clock, 60, 60);
  const creations = createRateLimit(clock, 30, 10);
  const offers = createRateLimit(clock, 200, 200);
  const introductions = createRateLimit(clock, 30, 10);
  const listings = createRateLimit(clock, 200, 100);
  const uploads = createRateLimit(clock, 30, 20);
  const actesEdits = createRateLimit(clock, 300, 120);
  const actesReadings = createRateLimit(clock, 120, 60);
  const actesVersions = createRateLimit(clock, 20, 10);
  const downloads = createRateLimit(clock, 40, 20);
  const previews = createRateLimit(clock, 120, 60);
  const corrections = createRateLimit(clock, 60, 30);
  const routes = [
    ...healthRoutes(parts.ready),
    ...agendaRoutes(parses, addressOf),
    ...accessRoutes({ ...parts, guesses, introductions }),
    ...peopleRoutes({ ...parts, listings }),
    ...photoRoutes({ ...parts, uploads }),
    ...synthesisRoutes(parts),
    ...pairingRoutes({ ...parts, guesses, offers, addressOf }),
    ...agendaExportRoutes({ ...parts, exportLabelsOf: (language) => EXPORT_LABELS[language] }),
    ...seminarRoutes({ ...parts, creations, callerOf: addressOf }),
    ...actesFilesRoutes({ ...parts, downloads, previews }),
    ...actesRoutes({ ...parts, actesEdits, actesReadings, actesVersions }),
    ...reviewRoutes({ ...parts, corrections }),
    ...publishedRoutes(parts),
  ];
  const guard = (request: IncomingMessage): void => {
    if (request.method === 'POST' && !parts.allows(request)) throw new HttpError('protocol/foreign-origin');
  };
  return createRouter(routes, guard, logger);
}
