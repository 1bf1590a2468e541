/** Published actes, for readers without any session: the page at their address, and its files. */
import { createHash } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { dayIn } from '#core/agenda/days.ts';
import type { Actes } from '#core/actes/actes.ts';
import { actesJson } from '#core/actes/actes-json.ts';
import { toMarkdown } from '#core/actes/to-markdown.ts';
import { withoutProvenance } from '#core/actes/without-provenance.ts';
import type { KeptVersion, Publication } from '#core/publication/publication.ts';
import { isReadable } from '#core/publication/standing.ts';
import type { SeminarDescription } from '#core/seminar/description.ts';
import type { Language } from '#core/time/formats.ts';
import { formatDay } from '#core/time/formats.ts';
import type { Instant } from '#core/time/instant.ts';
import type { ActesAddresses } from '../seminars/actes-addresses.port.ts';
import type { ActesExport, PublishedAs } from '../seminars/actes-export.port.ts';
import type { KeptActes } from '../seminars/kept-actes.ts';
import type { Streams } from '../seminars/streams.ts';
import type { Clock } from '../seminars/surroundings.port.ts';
import { FILE_TYPES, fileName } from './download.ts';
import type { Exchange, Route } from './router.ts';

export const PUBLISHED_FORMATS = ['pdf', 'docx', 'odt', 'md', 'json'] as const;
type PublishedFormat = (typeof PUBLISHED_FORMATS)[number];

/** The words around what is published; core and the export hold none. */
export type PublishedLabels = {
  readonly standing: {
    /** In the place of words that were erased. */
    readonly removed: string;
  };
  readonly notes: {
    readonly published: (day: string) => string;
    readonly erratum: (day: string, text: string) => string;
    readonly expunged: (day: string) => string;
  };
  readonly files: Readonly<Record<PublishedFormat, string>>;
  readonly gone: {
    readonly title: string;
    readonly withdrawn: (organisation: string) => string;
    readonly over: (day: string) => string;
    readonly todo: string;
  };
};

export type PublishedApiParts = {
  readonly addresses: ActesAddresses;
  readonly streams: Streams;
  readonly keptActes: KeptActes;
  readonly actesExport: ActesExport;
  readonly clock: Clock;
  readonly publishedLabelsOf: (language: Language) => PublishedLabels;
  /** What the export's page needs to be shown: its style, and the policy that allows it and nothing else. */
  readonly publishedPage: { readonly style: string; readonly policy: string };
  /** Answers what no actes are published at. */
  readonly pages: RequestListener;
};

/** Actes that readers get, or that they no longer get. */
type AtAddress = {
  readonly seminarId: string;
  readonly description: SeminarDescription;
  readonly publication: Publication;
  readonly published: NonNullable<Publication['published']>;
  readonly version: KeptVersion;
};

const KEPT_FILES = 24;

export function publishedRoutes(parts: PublishedApiParts): readonly Route[] {
  const { addresses, streams, keptActes, actesExport, clock, publishedLabelsOf, publishedPage } = parts;
  /** Each séminaire's files as they were made last, or are being made: many readers come at once. */
  const made = new Map<string, { readonly of: string; readonly bytes: Promise<Uint8Array> }>();

  async function atAddress(slug: string): Promise<AtAddress | null> {
    const seminarId = await addresses.seminarAt(slug);
    if (seminarId === null) return null;
    const publication = (await streams.actes(seminarId)).state;
    const { published, versions } = publication;
    const seminar = (await streams.seminar(seminarId)).state;
    const version = versions.find(({ id }) => id === published?.versionId);
    if (!seminar || !published || !version || published.slug !== slug) return null;
    return { seminarId, description: seminar.description, publication, published, version };
  }

  /** The file that is known under the key, if it was made of the same; else it is made, and takes the other's place. */
  function keptFile(key: string, of: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const known = made.get(key);
    if (known?.of === of) return known.bytes;
    const making = make();
    const kept = { of, bytes: making };
    made.delete(key);
    made.set(key, kept);
    making.catch(() => {
      if (made.get(key) === kept) made.delete(key);
    });
    const [oldest] = made.keys();
    if (made.size > KEPT_FILES && oldest !== undefined) made.delete(oldest);
    return making;
  }

  function surroundings({ description, published, version }: AtAddress): PublishedAs {
    const { zone, language } = description;
    const labels = publishedLabelsOf(language);
    const day = (moment: Instant): string => formatDay(dayIn(zone, moment), language);
    return {
      files: PUBLISHED_FORMATS.map((format) => ({
        label: labels.files[format],
        href: `/actes/${published.slug}/actes.${format}`,
      })),
      notes: [
        labels.notes.published(day(published.at)),
        ...published.errata.map(({ at, text }) =>
          labels.notes.erratum(day(at), text ?? labels.standing.removed),
        ),
        ...version.expunged.map(({ at }) => labels.notes.expunged(day(at))),
      ],
      robots: published.indexed ? null : 'noindex',
    };
  }

  async function treeOf({ seminarId, version }: AtAddress): Promise<Actes> {
    const actes = await keptActes.tree(seminarId, version.id);
    if (!actes) throw new Error('The published version is not kept.');
    return actes;
  }

  async function fileOf(at: AtAddress, format: PublishedFormat | 'html'): Promise<Uint8Array> {
    const { seminarId, version } = at;
    const published = format === 'html' ? surroundings(at) : undefined;
    const kept = format === 'pdf' ? await keptActes.pdf(seminarId, version) : null;
    if (kept) return kept;
    const of = `${version.treeHash} ${JSON.stringify(published ?? null)}`;
    return keptFile(`${seminarId} ${format}`, of, async () => {
      const actes = await treeOf(at);
      if (format === 'md') return Buffer.from(toMarkdown(actes));
      if (format === 'json') return Buffer.from(actesJson(withoutProvenance(actes)));
      const files = await keptActes.pictures(seminarId, actes);
      return actesExport.make(actes, files, { format, ...(published ? { published } : {}) });
    });
  }

  /** The answer's head for everybody; kept copies are asked about again, so that a withdrawal counts at once. */
  const headers = ({ published }: AtAddress, etag: string): Record<string, string> => ({
    etag,
    'cache-control': 'no-cache',
    'content-security-policy': `${publishedPage.policy}; frame-ancestors 'none'`,
    ...(published.indexed ? {} : { 'x-robots-tag': 'noindex' }),
  });

  function gone({ response }: Exchange, { description, published }: AtAddress): void {
    const { zone, language, organisation } = description;
    const { gone: words } = publishedLabelsOf(language);
    const { withdrawnAt, until } = published;
    const why =
      withdrawnAt === null && until !== null
        ? words.over(formatDay(dayIn(zone, until), language))
        : words.withdrawn(organisation);
    const page = Buffer.from(gonePage(language, [words.title, why, words.todo], publishedPage.style));
    response.writeHead(410, {
      'content-type': 'text/html; charset=utf-8',
      'content-length': page.byteLength,
      'cache-control': 'no-cache',
      'content-security-policy': `${publishedPage.policy}; frame-ancestors 'none'`,
      'x-robots-tag': 'noindex',
    });
    response.end(response.req.method === 'HEAD' ? undefined : page);
  }

  async function answer(exchange: Exchange, format: PublishedFormat | 'html'): Promise<void> {
    const { request, response, params } = exchange;
    const at = await atAddress(params['slug'] ?? '');
    if (!at) return parts.pages(request, response);
    if (!isReadable(at.publication, clock.now())) return gone(exchange, at);
    const bytes = await fileOf(at, format);
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, headers(at, etag)).end();
      return;
    }
    const name = fileName('actes', at.description.title, format);
    response.writeHead(200, {
      ...headers(at, etag),
      'content-type': FILE_TYPES[format],
      'content-length': bytes.byteLength,
      ...(format === 'html' ? {} : { 'content-disposition': `attachment; filename="${name}"` }),
    });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  }

  return [
    {
      method: 'GET',
      path: '/actes/:slug',
      handle: (exchange) => answer(exchange, 'html'),
    },
    {
      method: 'GET',
      path: '/actes/:slug/actes.:format(pdf|docx|odt|md|json)',
      handle: (exchange) => answer(exchange, exchange.params['format'] as PublishedFormat),
    },
  ];
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const gonePage = (
  language: Language,
  [title = '', why = '', todo = '']: readonly string[],
  style: string,
): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<header class="cover">
<h1>${escaped(title)}</h1>
</header>
<main>
<p>${escaped(why)}</p>
<p>${escaped(todo)}</p>
</main>
</body>
</html>
`;
