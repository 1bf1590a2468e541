/** The actes as files and as pages: as they stand, or as a version was kept. */
import { createHash } from 'node:crypto';
import { may } from '#core/access/may.ts';
import type { Actor } from '#core/access/roles.ts';
import type { Actes } from '#core/actes/actes.ts';
import { actesJson } from '#core/actes/actes-json.ts';
import { toMarkdown } from '#core/actes/to-markdown.ts';
import { withoutProvenance } from '#core/actes/without-provenance.ts';
import { versionToReread } from '#core/publication/standing.ts';
import type { KeptVersion } from '#core/publication/publication.ts';
import type { PagesView } from '#protocol/actes-views.ts';
import type { AccessDesk } from '../seminars/access.ts';
import type { ActesArchive } from '../seminars/actes-archive.ts';
import type { ActesExport, ActesPages } from '../seminars/actes-export.port.ts';
import type { AssembleActes } from '../seminars/actes.ts';
import type { KeptActes } from '../seminars/kept-actes.ts';
import type { Streams } from '../seminars/streams.ts';
import type { RateLimit } from '../rate-limit.ts';
import type { FileExtension } from './download.ts';
import { fileName, sendFile } from './download.ts';
import { askedFor, leaving } from './export-answers.ts';
import { HttpError } from './http-error.ts';
import type { Exchange, Route } from './router.ts';
import { sendJson } from './router.ts';
import type { Sessions } from './sessions.ts';

export type ActesFilesParts = {
  readonly access: AccessDesk;
  readonly sessions: Sessions;
  readonly streams: Streams;
  readonly assembleDraft: AssembleActes;
  readonly keptActes: KeptActes;
  readonly archive: ActesArchive;
  readonly actesExport: ActesExport;
  /** Files that a device has made, by session. */
  readonly downloads: RateLimit;
  /** Previews that a device has made, by session: one after each change. */
  readonly previews: RateLimit;
  /** How often someone was erased: a preview of before is shown no more. */
  readonly timesErased: (seminarId: string) => number;
};

/** What is read: the present actes for `version` null. */
type Found = {
  readonly seminarId: string;
  readonly actes: Actes;
  readonly version: KeptVersion | null;
  readonly twoSided: boolean;
  /** Whose words are whose is for those who put the actes together. */
  readonly withIds: boolean;
};

/** The pages of a séminaire's actes; `erased` is how often someone had been erased when they were made. */
type Preview = { readonly of: string; readonly erased: number; readonly pages: ActesPages };

const KEPT_PREVIEWS = 8;

const placedParts = ({ actes, withIds }: Found, { blocks }: ActesPages): PagesView['parts'] =>
  actes.parts.flatMap(({ kind, subject }, index) => {
    const pages = blocks[index] ?? [];
    const [page] = pages;
    return page === undefined ? [] : [{ kind, subject: withIds ? subject : null, page, blocks: pages }];
  });

export function actesFilesRoutes(parts: ActesFilesParts): readonly Route[] {
  const { access, sessions, streams, assembleDraft, keptActes, actesExport, archive } = parts;
  const previews = new Map<string, Preview>();
  /** Previews that are being made, by hash and by how often someone had been erased. */
  const setting = new Map<string, Promise<ActesPages>>();

  /** The preview with the hash, unless someone was erased since. */
  function present(seminarId: string, hash: string): Preview | null {
    for (const [other, { of, erased }] of previews)
      if (erased !== parts.timesErased(of)) previews.delete(other);
    const preview = previews.get(hash);
    return preview?.of === seminarId ? preview : null;
  }

  /** The device behind the request, as often as it may. */
  async function taker({ request }: Exchange, limit: RateLimit): Promise<Actor> {
    const session = await sessions.find(request);
    if (!session) throw new HttpError('access/no-session');
    const actor = await access.actorOf(session);
    if (!limit.take(session.id)) throw new HttpError('protocol/too-many');
    return actor;
  }

  const whole = (seminarId: string) => ({ seminarId, sittingIds: [] });

  async function found(exchange: Exchange, actor: Actor): Promise<Found> {
    const seminarId = exchange.params['id'] ?? '';
    if (!may(actor, 'actes/read', whole(seminarId))) throw new HttpError('access/forbidden');
    const withIds = may(actor, 'actes/edit', whole(seminarId));
    const { composition, published, ...life } = (await streams.actes(seminarId)).state;
    const versionId = askedFor(exchange, 'version');
    if (versionId === '') {
      const assembled = await assembleDraft(seminarId);
      if (!assembled) throw new HttpError('seminar/unknown');
      const { actes, composition: present } = assembled;
      return { seminarId, actes, version: null, twoSided: present.twoSided, withIds };
    }
    const version = life.versions.find(({ id }) => id === versionId);
    // Every version is the organiser's; the others read what they are given to read.
    const { approval } = life;
    const given = [
      versionToReread({ ...life, composition, published })?.id,
      ...[approval?.versionId, published?.versionId],
    ];
    if (!given.includes(versionId) && !withIds)
      throw new HttpError(version ? 'access/forbidden' : 'actes/unknown-version');
    const actes = version ? await keptActes.tree(seminarId, version.id) : null;
    if (!version || !actes) throw new HttpError('actes/unknown-version');
    return { seminarId, actes, version, twoSided: composition?.twoSided ?? false, withIds };
  }

  async function bytesOf(
    { seminarId, actes, version, twoSided, withIds }: Found,
    format: FileExtension,
    exchange: Exchange,
  ): Promise<Uint8Array | string | null> {
    const standard = askedFor(exchange, 'standard') === 'a-2a' ? 'a-2a' : 'ua-1';
    switch (format) {
      case 'md':
        return toMarkdown(actes);
      case 'json':
        return actesJson(withIds ? actes : withoutProvenance(actes));
      case 'zip':
        return archive(seminarId, { actes, version, twoSided }, leaving(exchange));
      case 'pdf': {
        const kept = version && standard === 'ua-1' ? await keptActes.pdf(seminarId, version) : null;
        if (kept) return kept;
        const files = await keptActes.pictures(seminarId, actes);
        const wishes = { format: 'pdf', standard, twoSided, signal: leaving(exchange) } as const;
        return actesExport.make(actes, files, wishes);
      }
      case 'docx':
      case 'odt':
      case 'html': {
        const files = await keptActes.pictures(seminarId, actes);
        return actesExport.make(actes, files, { format, signal: leaving(exchange) });
      }
      default:
        throw new HttpError('protocol/not-found');
    }
  }

  async function pages(exchange: Exchange): Promise<PagesView> {
    const actor = await taker(exchange, parts.previews);
    const erased = parts.timesErased(exchange.params['id'] ?? '');
    const it = await found(exchange, actor);
    const { seminarId, actes, twoSided } = it;
    const hash = createHash('sha256')
      .update(JSON.stringify([seminarId, twoSided, actes]))
      .digest('hex');
    const set = await pagesUnder(hash, it, erased);
    return { hash, pages: set.count, parts: placedParts(it, set) };
  }

  /** The pages that are kept, those that are being set for someone else, or new ones. */
  function pagesUnder(
    hash: string,
    { seminarId, actes, twoSided }: Found,
    erased: number,
  ): Promise<ActesPages> {
    const known = present(seminarId, hash);
    if (known) return Promise.resolve(known.pages);
    const key = `${hash} ${erased}`;
    const running = setting.get(key);
    if (running) return running;
    const set = (async () => {
      const files = await keptActes.pictures(seminarId, actes);
      // Whoever leaves may not be the only one who waits for them.
      const pages = await actesExport.pages(actes, files, { twoSided });
      previews.set(hash, { of: seminarId, erased, pages });
      const [oldest] = previews.keys();
      if (previews.size > KEPT_PREVIEWS && oldest !== undefined) previews.delete(oldest);
      return pages;
    })().finally(() => setting.delete(key));
    setting.set(key, set);
    return set;
  }

  return [
    {
      method: 'GET',
      path: '/api/seminars/:id/actes.:format(pdf|docx|odt|md|html|json|zip)',
      async handle(exchange) {
        const actor = await taker(exchange, parts.downloads);
        const format = exchange.params['format'] as FileExtension;
        const seminarId = exchange.params['id'] ?? '';
        // What everybody said and when is the organiser's to keep.
        if (format === 'zip' && !may(actor, 'actes/edit', whole(seminarId)))
          throw new HttpError('access/forbidden');
        const it = await found(exchange, actor);
        const bytes = await bytesOf(it, format, exchange);
        if (bytes === null) throw new HttpError('seminar/unknown');
        sendFile(exchange, format, fileName('actes', it.actes.cover.title, format), bytes);
      },
    },
    {
      method: 'GET',
      path: '/api/seminars/:id/actes/pages',
      async handle(exchange) {
        sendJson(exchange.response, 200, await pages(exchange));
      },
    },
    {
      method: 'GET',
      path: '/api/seminars/:id/actes/pages/:hash/:number',
      async handle(exchange) {
        const { request, response, params } = exchange;
        const { id: seminarId = '', hash = '', number = '' } = params;
        const actor = await sessions.actor(request);
        if (!may(actor, 'actes/read', whole(seminarId))) throw new HttpError('access/forbidden');
        const pages = present(seminarId, hash)?.pages;
        const isPage = /^[1-9]\d{0,4}$/u.test(number) && Number(number) <= (pages?.count ?? 0);
        if (!pages || !isPage) throw new HttpError('protocol/not-found');
        const etag = `"${hash}.${number}"`;
        const headers = {
          etag,
          // A page's picture never changes under its hash; no shared cache keeps it.
          'cache-control': 'private, max-age=31536000, immutable',
          'content-security-policy':
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:",
        };
        if (request.headers['if-none-match'] === etag) {
          response.writeHead(304, headers).end();
          return;
        }
        const bytes = Buffer.from(await pages.picture(Number(number), leaving(exchange)));
        response.writeHead(200, {
          ...headers,
          'content-type': 'image/svg+xml; charset=utf-8',
          'content-length': bytes.byteLength,
        });
        response.end(request.method === 'HEAD' ? undefined : bytes);
      },
    },
  ];
}
