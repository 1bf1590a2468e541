/** Ids made on this device. */

const BYTES = 16;

/** 128 random bits as 22 characters of base64url; needs no secure context, so plain http works. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
