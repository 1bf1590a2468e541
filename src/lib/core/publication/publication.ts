/** The life of a séminaire's actes: composed, left provisional the same evening, reread, approved, published, corrected. */
import type { Composition } from '../actes/composition.ts';
import type { Instant } from '../time/instant.ts';

/** A line of the « suites proposées »: what, who, by when; `sources` are the contributions it comes from. */
export type NextStep = {
  readonly id: string;
  readonly what: string;
  readonly who: string;
  readonly byWhen: string;
  readonly sources: readonly string[];
};

export const NEXT_STEP_LIMITS = { steps: 200, whatLength: 1000, whoLength: 300, byWhenLength: 120 } as const;

/** Relevé à chaud, the text given to reread, the text given to approve, the same once approved, a correction of what was published. */
export const VERSION_KINDS = ['provisional', 'review', 'final', 'approved', 'erratum'] as const;
export type VersionKind = (typeof VERSION_KINDS)[number];

/** A tree that was kept, with its files' hashes (SHA-256, hex). */
export type KeptVersion = {
  readonly id: string;
  /** 1 for the first of the séminaire. */
  readonly number: number;
  readonly kind: VersionKind;
  readonly at: Instant;
  /** Of the tree as JSON, and of the PDF. */
  readonly treeHash: string;
  readonly pdfHash: string;
  /** Each time someone's data were taken out of it, with the hashes from before. */
  readonly expunged: readonly { readonly at: Instant; readonly treeHash: string; readonly pdfHash: string }[];
};

export const PUBLICATION_STAGES = [
  /** Being put together; a provisional version may be out. */
  'draft',
  'review',
  /** Waiting for the « bon pour diffusion ». */
  'approval',
  'approved',
  'published',
  'withdrawn',
] as const;
export type PublicationStage = (typeof PUBLICATION_STAGES)[number];

/** What someone who rereads proposes; `passage` null is about the whole. Words are null once redacted. */
export type Correction = {
  readonly id: string;
  readonly at: Instant;
  readonly personId: string | null;
  readonly role: 'participant' | 'animateur' | 'rapporteur' | 'valideur' | 'organiser';
  readonly passage: string | null;
  readonly text: string | null;
  readonly settled: 'accepted' | 'declined' | null;
};

export type Publication = {
  /** Guards composition and next steps against overwriting. */
  readonly revision: number;
  /** Null until someone composed: then the default of the model. */
  readonly composition: Composition | null;
  /** Null until someone wrote them: then they are proposed from the syntheses. */
  readonly nextSteps: readonly NextStep[] | null;
  readonly stage: PublicationStage;
  readonly versions: readonly KeptVersion[];
  /** The version given to reread, and until when corrections are taken. */
  readonly review: { readonly versionId: string; readonly until: Instant } | null;
  readonly corrections: readonly Correction[];
  /** The last answer of the valideur; `remarks` and `by` null once redacted. */
  readonly approval: {
    readonly versionId: string;
    /** The same text, whose cover says who gave the « bon pour diffusion »: it is what readers get. Null before, and where it was kept without. */
    readonly signedId: string | null;
    readonly given: boolean | null;
    readonly by: string | null;
    readonly remarks: string | null;
    readonly at: Instant;
  } | null;
  readonly published: {
    readonly slug: string;
    /** The version that readers get. */
    readonly versionId: string;
    /** Search engines may list it. */
    readonly indexed: boolean;
    readonly at: Instant;
    /** When it is taken down; null for never. */
    readonly until: Instant | null;
    /** Newest last; what was corrected, in the organiser's words, null once redacted. */
    readonly errata: readonly {
      readonly versionId: string;
      readonly at: Instant;
      readonly text: string | null;
    }[];
    readonly withdrawnAt: Instant | null;
  } | null;
};

export const NO_PUBLICATION: Publication = {
  revision: 0,
  composition: null,
  nextSteps: null,
  stage: 'draft',
  versions: [],
  review: null,
  corrections: [],
  approval: null,
  published: null,
};

export const PUBLICATION_LIMITS = {
  corrections: 2000,
  textLength: 4000,
  passageLength: 2000,
  versions: 200,
} as const;
