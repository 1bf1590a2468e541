/** What is written in the stream of the actes: their composition, their versions, and what becomes of them. */
import type { Composition } from '../actes/composition.ts';
import type { Correction, NextStep, VersionKind } from '../publication/publication.ts';
import type { Instant } from '../time/instant.ts';

export type ActesEvents = {
  'actes/composed': { readonly revision: number; readonly composition: Composition };
  'actes/next-steps-revised': {
    readonly revision: number;
    /** Personal: null once redacted. */
    readonly steps: readonly NextStep[] | null;
  };
  'actes/version-kept': {
    readonly versionId: string;
    readonly kind: VersionKind;
    readonly treeHash: string;
    readonly pdfHash: string;
  };
  /** Someone's data were taken out of a kept version, whose files became others. */
  'actes/version-expunged': {
    readonly versionId: string;
    readonly treeHash: string;
    readonly pdfHash: string;
  };
  /** Also a later date for a review that goes on. */
  'actes/review-opened': { readonly versionId: string; readonly until: Instant };
  'actes/review-closed': Record<string, never>;
  'actes/correction-proposed': {
    readonly correctionId: string;
    readonly personId: string | null;
    readonly role: Correction['role'];
    /** Personal: null once redacted, or when it is about the whole. */
    readonly passage: string | null;
    /** Personal: null once redacted. */
    readonly text: string | null;
  };
  'actes/correction-settled': { readonly correctionId: string; readonly accepted: boolean };
  'actes/approval-asked': { readonly versionId: string };
  'actes/approval-answered': {
    readonly versionId: string;
    /** The version whose cover says it; absent where none does. */
    readonly signedId?: string;
    readonly given: boolean;
    /** Personal: null once redacted. */
    readonly by: string | null;
    readonly remarks: string | null;
  };
  /** Also published again after a withdrawal, at the same address. */
  'actes/published': {
    readonly versionId: string;
    readonly slug: string;
    readonly indexed: boolean;
    readonly until: Instant | null;
  };
  'actes/corrected': {
    readonly versionId: string;
    /** Personal: null once redacted. */
    readonly erratum: string | null;
  };
  'actes/withdrawn': Record<string, never>;
};
