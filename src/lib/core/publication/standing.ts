/** Who may see what of the actes at a stage of their life. */
import type { Instant } from '../time/instant.ts';
import type { KeptVersion, Publication } from './publication.ts';

/** The newest text that was given to reread, to approve, or to readers; null before the first relecture. */
export const versionToReread = ({ versions }: Publication): KeptVersion | null =>
  versions.findLast(({ kind }) => kind !== 'provisional') ?? null;

/** Whether readers get the actes at their address: published, neither withdrawn nor past their date. */
export const isReadable = ({ published }: Publication, now: Instant): boolean =>
  published?.withdrawnAt === null && (published.until === null || now < published.until);

/** Until when corrections are taken; null when they are not. */
export const correctionsUntil = ({ stage, review }: Publication, now: Instant): Instant | null =>
  stage === 'review' && review && now <= review.until ? review.until : null;
