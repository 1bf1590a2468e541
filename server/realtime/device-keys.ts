/** By its key a device shows that what was said without a name was said on it; the log knows only the hash. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Contribution } from '#core/contributions/contribution.ts';

export type DeviceKey = { readonly contributionId: string; readonly key: string };

/** Whether one of the keys is that of a contribution; compared in the same time, however much of it is right. */
export function opens(keys: readonly DeviceKey[]): (contribution: Contribution) => boolean {
  const byId = new Map(keys.map(({ contributionId, key }) => [contributionId, key]));
  return ({ id, keyHash }) => {
    const key = byId.get(id);
    if (key === undefined || keyHash === null) return false;
    const given = createHash('sha256').update(key).digest();
    const kept = Buffer.from(keyHash, 'hex');
    return kept.length === given.length && timingSafeEqual(given, kept);
  };
}
