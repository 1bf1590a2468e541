/** Which parts stand below the one before them, on its page: a few lines each. */
import type { Actes, PartKind } from '#core/actes/actes.ts';

const SHORT: ReadonlySet<PartKind> = new Set<PartKind>(['next-meeting', 'information']);

/** By the place of the part. Actes without a table of contents are a few pages: all their parts do. */
export const opensBelow = ({ contents, parts }: Actes, index: number): boolean =>
  contents === '' || (index > 0 && SHORT.has(parts[index]?.kind ?? 'text'));
