/** Where a pasted link really leads, without what tells who followed it. */

const TRACKING_PARAMETER = /^(?:utm_.*|fbclid|gclid|mc_[ce]id|mtm_.*|pk_.*|_hs(?:enc|mi))$/i;

/** A relay of a mail program or search page, and the parameter that holds the real address. */
const RELAYS: readonly { readonly host: RegExp; readonly path: RegExp; readonly parameter: string }[] = [
  { host: /(?:^|\.)safelinks\.protection\.outlook\.com$/, path: /^\//, parameter: 'url' },
  { host: /^www\.google\.[a-z.]+$/, path: /^\/url$/, parameter: 'q' },
];

export function withoutTracking(link: Element): void {
  const href = link.getAttribute('href') ?? '';
  const address = realAddress(href);
  if (address !== href) link.setAttribute('href', address);
}

/** The address that a link leads to in the end; one that is none stays as it is. */
export function realAddress(href: string): string {
  if (!URL.canParse(href) || !/^https?:/i.test(href)) return href;
  const url = new URL(href);
  const relay = RELAYS.find(({ host, path }) => host.test(url.hostname) && path.test(url.pathname));
  const target = relay === undefined ? null : url.searchParams.get(relay.parameter);
  if (target !== null && /^https?:\/\//i.test(target)) return realAddress(target);
  const tracking = [...url.searchParams.keys()].filter((name) => TRACKING_PARAMETER.test(name));
  if (tracking.length === 0) return href;
  tracking.forEach((name) => url.searchParams.delete(name));
  return url.href;
}
