/** What is written in the stream of an atelier: its plan, and how its synthesis stands. */
import type { AgendaItem } from '../agenda/plan.ts';

export type AtelierEvents = {
  /** First in its stream, so that a stream says whose it is. */
  'atelier/opened': { readonly seminarId: string };
  'plan/revised': { readonly revision: number; readonly items: readonly AgendaItem[] };
  'synthesis/proposed': Record<string, never>;
  /** The text as it stood is kept as a version; `hash` is the SHA-256 (hex) of it as JSON. */
  'synthesis/validated': { readonly versionId: string; readonly hash: string };
  'synthesis/reopened': Record<string, never>;
  /** Participants may read along, or not. */
  'synthesis/shown': { readonly shown: boolean };
};
