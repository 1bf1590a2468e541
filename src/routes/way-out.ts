/** What helps when a page is refused. */
import type { ErrorCode } from '#protocol/errors.ts';

/** Refusals that stay the same however often one tries: another way in is needed, or another address. */
const LASTING: ReadonlySet<ErrorCode | 'network'> = new Set<ErrorCode>([
  'access/no-session',
  'access/forbidden',
  'access/unknown-code',
  'access/unknown-link',
  'seminar/unknown',
  'protocol/not-found',
  'protocol/foreign-origin',
]);

export const retryMayHelp = (code: ErrorCode | 'network'): boolean => !LASTING.has(code);
