/** What the actes need of the server, put together: assembled, kept, published, reread, made into files. */
import type { Coverage } from '#core/actes/clean-text.ts';
import type { Language } from '#core/time/formats.ts';
import enPublished from '#i18n/en/published-actes.ts';
import frPublished from '#i18n/fr/published-actes.ts';
import { ARCHIVE_LABELS } from './export/assembly/assembly-words.ts';
import { coverageOf } from './export/pdf/font-coverage.ts';
import { fontFamilies } from './export/pdf/fonts.ts';
import { PAGE_POLICY, PAGE_STYLE } from './export/html/page-style.ts';
import type { ActesArchive } from './seminars/actes-archive.ts';
import { createActesArchive } from './seminars/actes-archive.ts';
import type { ActesAssembly } from './seminars/actes-assembly.port.ts';
import type { ActesExport } from './seminars/actes-export.port.ts';
import type { AssembleActes } from './seminars/actes.ts';
import { createAssembleActes, createAssembleDraft, createGatherMaterial } from './seminars/actes.ts';
import type { Attachments } from './seminars/attachments.port.ts';
import type { AssembleBalance } from './seminars/balance.ts';
import type { Desk } from './seminars/desk.ts';
import type { AccessDesk } from './seminars/access.ts';
import type { Erasure, ErasureParts } from './seminars/erasure.ts';
import { createErasure } from './seminars/erasure.ts';
import type { KeptActes } from './seminars/kept-actes.ts';
import { createKeptActes } from './seminars/kept-actes.ts';
import { createOneAtATime } from './seminars/one-at-a-time.ts';
import type { PeopleDirectory } from './seminars/people-directory.ts';
import type { Presences } from './seminars/presences.ts';
import { createPresences } from './seminars/presences.ts';
import type { PublicationDesk } from './seminars/publication.ts';
import { createPublication } from './seminars/publication.ts';
import type { Review } from './seminars/review.ts';
import { createReview } from './seminars/review.ts';
import type { Storage } from './seminars/storage.port.ts';
import type { Streams } from './seminars/streams.ts';
import type { Clock, Ids } from './seminars/surroundings.port.ts';
import type { StoredTexts } from './seminars/texts.port.ts';

export type ActesLife = {
  readonly assembleActes: AssembleActes;
  readonly assembleDraft: AssembleActes;
  readonly publication: PublicationDesk;
  readonly presences: Presences;
  readonly review: Review;
  readonly archive: ActesArchive;
  readonly erasePerson: Erasure['erasePerson'];
  readonly timesErased: Erasure['timesErased'];
  readonly publishedLabelsOf: (language: Language) => typeof frPublished;
  /** What the page of published actes needs to be shown. */
  readonly publishedPage: { readonly style: string; readonly policy: string };
};

export type ActesLifeParts = {
  readonly desk: Desk;
  readonly streams: Streams;
  readonly people: PeopleDirectory;
  readonly access: AccessDesk;
  readonly storage: Storage;
  readonly keptActes: KeptActes;
  readonly texts: ErasureParts['texts'] & StoredTexts;
  readonly recheck: ErasureParts['recheck'];
  readonly sweep: ErasureParts['sweep'];
  readonly actesExport: ActesExport;
  readonly assembly: ActesAssembly;
  readonly assembleBalance: AssembleBalance;
  readonly clock: Clock;
  readonly ids: Ids;
};

const PUBLISHED: Readonly<Record<Language, typeof frPublished>> = { fr: frPublished, en: enPublished };

/** Where versions and their files are kept. */
export const keptActesOf = (
  storage: Storage,
  attachments: Attachments,
  streams: Streams,
  actesExport: ActesExport,
): KeptActes => createKeptActes({ keptTexts: storage.keptTexts, attachments, streams, actesExport });

/** Read from the fonts when a valideur first signs. */
function coverageWhenAsked(): Coverage {
  let known: Coverage | null = null;
  return (codePoint) => (known ??= coverageOf(fontFamilies()))(codePoint);
}

export function createActesLife(parts: ActesLifeParts): ActesLife {
  const { desk, streams, people, storage, keptActes, texts, actesExport, assembly, clock, ids } = parts;
  const gathering = { streams, people, texts, assembleBalance: parts.assembleBalance };
  const assembleActes = createAssembleActes({ ...gathering, assembly });
  const oneAtATime = createOneAtATime();
  const standingLabelsOf = (language: Language) => PUBLISHED[language].standing;
  return {
    assembleActes,
    assembleDraft: createAssembleDraft({ assembleActes, streams, clock, labelsOf: standingLabelsOf }),
    publication: createPublication({
      ...{ desk, streams, kept: keptActes, addresses: storage.actesAddresses, assembleActes, clock, ids },
      ...{ oneAtATime, labelsOf: standingLabelsOf, covers: coverageWhenAsked() },
    }),
    presences: createPresences({ desk, streams, people, clock, ids }),
    review: createReview(streams, keptActes),
    archive: createActesArchive({
      ...{ keptActes, actesExport, assembly },
      gatherMaterial: createGatherMaterial(gathering),
      labelsOf: (language) => ARCHIVE_LABELS[language],
    }),
    ...createErasure({
      ...{ desk, streams, people, access: parts.access, texts, keptActes, clock, ids },
      ...{ events: storage.events, keptTexts: storage.keptTexts, recheck: parts.recheck },
      ...{ sweep: parts.sweep, oneAtATime },
      labelsOf: standingLabelsOf,
    }),
    publishedLabelsOf: (language) => PUBLISHED[language],
    publishedPage: { style: PAGE_STYLE, policy: PAGE_POLICY },
  };
}
