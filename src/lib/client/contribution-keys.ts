/** Secrets by which this device alone can change what was said on it without a name; the server knows their hashes. */
import { toHexString } from 'lib0/buffer';
import { digest } from 'lib0/hash/sha256';
import * as v from 'valibot';
import type { DeviceDatabase } from './device-database.ts';

/** The séminaire is known so that the key goes when it ends. */
export type ContributionKey = {
  readonly seminarId: string;
  readonly sittingId: string;
  /** Who said it, where one device serves several people. */
  readonly by: string | null;
  readonly contributionId: string;
  readonly key: string;
};

const keptSchema = v.object({
  seminarId: v.string(),
  sittingId: v.string(),
  by: v.nullable(v.string()),
  contributionId: v.string(),
  key: v.string(),
});

/** SHA-256 in hexadecimal, made without the browser's own: plain http has none. */
export const hashOfKey = (key: string): string => toHexString(digest(new TextEncoder().encode(key)));

export const keepKey = (device: DeviceDatabase, key: ContributionKey): Promise<boolean> =>
  device.keep('keys', key.contributionId, key);

/** The keys of a sitting, those of one person when it is said whose. */
export const keysOf = (
  device: DeviceDatabase,
  sittingId: string,
  by: string | null,
): readonly ContributionKey[] =>
  device.all('keys').flatMap(([, kept]) => {
    const parsed = v.safeParse(keptSchema, kept);
    if (!parsed.success || parsed.output.sittingId !== sittingId) return [];
    return by === null || parsed.output.by === null || parsed.output.by === by ? [parsed.output] : [];
  });
