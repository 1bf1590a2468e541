/** Where a request comes from: its origin, its session cookie, its address. */
import type { IncomingMessage } from 'node:http';
import type { Config } from './config.ts';
import { lanAddress } from './addresses.ts';

type Asked = Pick<IncomingMessage, 'headers'>;

/** The host people asked for, as a trusted proxy or the request itself tells it. */
export function hostAskedFor(request: Asked, config: Config): string {
  const forwarded = config.trustedProxyHops > 0 ? request.headers['x-forwarded-host'] : undefined;
  const host = typeof forwarded === 'string' ? forwarded.split(',').at(-1)?.trim() : undefined;
  return host ?? request.headers.host ?? '';
}

/**
 * Whether a request that changes something, or opens a socket, comes from our own pages. On plain http a browser that
 * polls says so by its Referer alone. One that says nothing (a program, not a browser) passes only without a cookie.
 */
export function comesFromOurPages(request: Asked, config: Config): boolean {
  const { origin, referer, cookie } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (typeof site === 'string' && site !== 'same-origin' && site !== 'none') return false;
  if (origin === undefined && site !== undefined) return true;
  const from = origin ?? referer;
  return from === undefined ? cookie === undefined : isOurs(from, request, config);
}

function isOurs(address: string, request: Asked, config: Config): boolean {
  const url = URL.parse(address);
  if (url !== null && url.origin === config.publicUrl) return true;
  return (
    url !== null &&
    (url.protocol === 'http:' || url.protocol === 'https:') &&
    url.host === hostAskedFor(request, config)
  );
}

/** `__Host-` asks for https; on a local network over plain http the name goes without. */
export const sessionCookieName = (config: Config): string =>
  config.publicUrl?.startsWith('https:') ? '__Host-pleniere' : 'pleniere';

/** The session token that the request carries, if any. */
export function sessionToken(request: Asked, config: Config): string | null {
  const name = sessionCookieName(config);
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

/** The caller's address, as far as the proxies in front are believed. */
export function callerAddress(request: IncomingMessage, config: Config): string {
  const direct = request.socket.remoteAddress ?? '';
  if (config.trustedProxyHops === 0) return direct;
  const forwarded = request.headers['x-forwarded-for'];
  const hops = (typeof forwarded === 'string' ? forwarded : '').split(',').map((hop) => hop.trim());
  return hops.at(-config.trustedProxyHops) || direct;
}

const isOnlyHere = (host: string): boolean => /^(localhost|127\.|\[?::1)/.test(host);

/** `https` only where a trusted proxy says so: this process itself speaks plain http. */
const schemeAskedFor = (request: Asked, config: Config): 'http' | 'https' =>
  config.trustedProxyHops > 0 && request.headers['x-forwarded-proto'] === 'https' ? 'https' : 'http';

/** The origin to print, and to put into QR codes: PUBLIC_URL, else the host asked for, else the first LAN address. */
export function addressToPrint(request: Asked, config: Config): string {
  if (config.publicUrl !== null) return config.publicUrl;
  const host = hostAskedFor(request, config);
  // Nobody else reaches a server that listens on this machine only.
  const lan = isOnlyHere(config.host) ? null : lanAddress();
  if (host !== '' && !(isOnlyHere(host) && lan !== null))
    return `${schemeAskedFor(request, config)}://${host}`;
  const port = host.split(':').at(-1) ?? '';
  return `http://${lan ?? 'localhost'}${/^\d+$/.test(port) ? `:${port}` : ''}`;
}
