/** The secret of a link: taken out of the address, exchanged for a right of this device, and gone. */
import type { AccessGiven } from '#protocol/views.ts';
import { exchangeAccess } from './api.ts';
import type { ApiResult } from './api.ts';

const ACCESS = /^#acces=([A-Za-z0-9_-]{8,64})\.([A-Za-z0-9_-]{20,64})$/;

/** The link's id and secret in a fragment such as `#acces=<id>.<secret>`; null when it is none. */
export function accessIn(fragment: string): { readonly accessId: string; readonly secret: string } | null {
  const match = ACCESS.exec(fragment);
  const accessId = match?.[1];
  const secret = match?.[2];
  return accessId === undefined || secret === undefined ? null : { accessId, secret };
}

/**
 * Exchanges the secret in the address, when there is one, and removes it from the address and the history; null when
 * there is none. Without a connection the address keeps it, so that loading the page again tries again.
 */
export async function takeAccessFromAddress(): Promise<ApiResult<AccessGiven> | null> {
  const access = accessIn(location.hash);
  if (access === null) return null;
  const given = await exchangeAccess(access);
  if (given.ok || given.error.code !== 'network') {
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  return given;
}
