/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/**
 * Opens the pages without a network, once they were opened with one. It holds the build and one page: all pages are
 * made in the browser, so one HTML serves every address. What people say never passes here: neither the API, nor the
 * sockets, nor a download.
 */
import { build, files, version } from '$service-worker';

const worker = globalThis as unknown as ServiceWorkerGlobalScope;

const PREFIX = 'pleniere-app-';
const CACHE = `${PREFIX}${version}`;
/** The page at `/`, as the server of this build makes it, with the headers of its content policy. */
const SHELL = '/';
/** Milliseconds a navigation waits for the network. */
const ANSWER_WITHIN = 3_000;

/** Fonts come when they are used: a phone needs two of their dozen files. */
const isFont = (path: string): boolean => path.endsWith('.woff2') || path.endsWith('.woff');
const PARTS = [...build, ...files].filter((path) => !isFont(path));
const KNOWN = new Set([...build, ...files]);

/** What the server answers itself, sockets and downloads included. */
const isServers = (path: string): boolean => /^\/(api|socket\.io|collab|actes|health)(\/|$)/.test(path);

// In development there is no build to hold.
if (build.length > 0) {
  worker.addEventListener('install', (event) => event.waitUntil(install()));
  worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
  worker.addEventListener('fetch', (event) => {
    const { request } = event;
    const url = new URL(request.url);
    if (request.method !== 'GET' || url.origin !== location.origin || isServers(url.pathname)) return;
    if (request.mode === 'navigate') event.respondWith(page(event));
    else if (KNOWN.has(url.pathname) || url.pathname.startsWith('/_app/immutable/')) {
      event.respondWith(part(request));
    }
  });
}

async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll(PARTS);
  const shell = await fetch(SHELL, { cache: 'no-store' });
  const html = await shell.clone().text();
  // Another build was put in place meanwhile: its page does not go with these parts. The browser comes back for it.
  if (!shell.ok || !build.some((path) => html.includes(path)))
    throw new Error('The page is of another build.');
  await cache.put(SHELL, shell);
  // Pages that are open go on with the parts they know: those stay until no page of before is left.
  await worker.skipWaiting();
}

/** From the network, or as it was held when there is none: the page then shows what the device knows. */
async function page(event: FetchEvent): Promise<Response> {
  event.waitUntil(dropOlder());
  const held = await (await caches.open(CACHE)).match(SHELL);
  if (held === undefined) return fetch(event.request);
  try {
    const answer = await fetch(event.request, { signal: AbortSignal.timeout(ANSWER_WITHIN) });
    // A proxy in front of a server that is down.
    return answer.status >= 502 && answer.status <= 504 ? held : answer;
  } catch {
    return held;
  }
}

/** Parts never change under their name; those of an earlier build may only be here. */
async function part(request: Request): Promise<Response> {
  const held = await caches.match(request, { ignoreVary: true });
  if (held !== undefined) return held;
  const answer = await fetch(request);
  if (answer.ok) {
    const cache = await caches.open(CACHE);
    await cache.put(request, answer.clone());
  }
  return answer;
}

/** Earlier builds go when no page is open that may still need them; one that opens now is not among them yet. */
async function dropOlder(): Promise<void> {
  const open = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (open.length > 0) return;
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
  }
}
