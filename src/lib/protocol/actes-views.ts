/** What the pages of the actes are answered over HTTP. */
import type { Actes, ActesModel, ActesPart } from '#core/actes/actes.ts';
import type { Composition } from '#core/actes/composition.ts';
import type { NamedPlace } from '#core/actes/named-places.ts';
import type { Finding } from '#core/actes/quality.ts';
import type { SynthesisState } from '#core/synthesis/synthesis-standing.ts';
import type {
  Correction,
  KeptVersion,
  NextStep,
  Publication,
  PublicationStage,
} from '#core/publication/publication.ts';
import type { Person } from '#core/seminar/person.ts';
import type { Presence } from '#core/seminar/presence.ts';
import type { Instant } from '#core/time/instant.ts';

/** GET /api/seminars/:id/actes, for the organiser: all that the page to assemble them needs. */
export type ActesView = {
  readonly revision: number;
  /** As kept, or the default of its model; complete: every atelier has its part. */
  readonly composition: Composition;
  /** As kept, or as proposed from the syntheses. */
  readonly nextSteps: readonly NextStep[];
  readonly stage: PublicationStage;
  readonly versions: readonly KeptVersion[];
  readonly review: Publication['review'];
  /**
   * `part`: the id of the composed part that alone said the passage when it was reread; null for the whole, and where no
   * part is found. `block`: the place in it of the block that says it now, or of the heading that it stood under; null
   * where neither is found.
   */
  readonly corrections: readonly (Correction & {
    readonly name: string;
    readonly part: string | null;
    readonly block: number | null;
  })[];
  readonly approval: Publication['approval'];
  readonly published: Publication['published'];
  /** The present tree, as it would be exported now. */
  readonly actes: Actes;
  readonly report: readonly Finding[];
  readonly syntheses: Readonly<Record<string, SynthesisState>>;
  /** Wire names of the shared texts, by `<partId>` for the body, `<partId>~before`, `<partId>~after`; `preamble` too. */
  readonly texts: Readonly<Record<string, string>>;
};

/** POST …/actes/composition, …/steps: what stands now. */
export type RevisedView = { readonly revision: number };

/** GET /api/seminars/:id/actes/review/until, for whoever may reread: null where no corrections are taken. */
export type ReviewUntilView = { readonly until: Instant | null };

/** GET /api/seminars/:id/actes/review-links, for the organiser: what to send to whom. */
export type ReviewLinksView = {
  readonly people: readonly {
    readonly personId: string;
    readonly name: string;
    readonly passages: number;
    /** Opens the passages that quote them, and nothing else. */
    readonly url: string;
  }[];
  /** For the valideur; null before the approval is asked. */
  readonly valideur: string | null;
};

/** GET /api/seminars/:id/actes/review: the version to reread, for whoever may. */
export type ReviewView = {
  readonly title: string;
  /** Of the séminaire: days and times are told as its clocks show them. */
  readonly zone: string;
  readonly stage: PublicationStage;
  readonly version: Pick<KeptVersion, 'id' | 'number' | 'kind' | 'at'> | null;
  /** Until when corrections are taken; null when they are not. */
  readonly until: Instant | null;
  readonly as: Correction['role'];
  readonly personId: string | null;
  /** Whole for staff and the valideur, without ids; null for someone quoted, who sees their passages. */
  readonly actes: Actes | null;
  readonly passages: readonly QuotedPassage[];
  /** One's own, newest last. */
  readonly corrections: readonly Correction[];
  readonly approval: Publication['approval'];
};
/** Words of the actes under someone's name. */
export type QuotedPassage = {
  /** The title of the part it stands in. */
  readonly part: string;
  readonly text: string;
  /** How they are named there. */
  readonly attribution: string;
  /** A line of a list of those present: their name, and no words of theirs. */
  readonly listed: boolean;
};

/** GET /api/seminars/:id/actes/compare?from=…&to=…: paragraphs that came, went or changed, in the order of the later one. */
export type ComparisonView = {
  readonly changes: readonly {
    readonly part: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
};

/** GET /api/seminars/:id/actes/pages: the real pages, each to fetch as SVG under …/pages/:hash/:number. */
export type PagesView = {
  readonly hash: string;
  readonly pages: number;
  /** In their order. */
  readonly parts: readonly PlacedPart[];
};
/** A part of the actes among the pages, counted from 1; its subject is for the organiser. */
export type PlacedPart = Pick<ActesPart, 'kind' | 'subject'> & {
  /** The page that it opens on. */
  readonly page: number;
  /** For each of its blocks, the page of the nearest heading at or above it. */
  readonly blocks: readonly number[];
};

/** GET /api/seminars/:id/presence, for the organiser: everybody who is on a list, or listed beside them. */
export type PresenceView = {
  readonly people: readonly (Omit<Person, 'id' | 'seminarId'> & {
    readonly personId: string;
    /** On the list of a sitting. */
    readonly listed: boolean;
    /** They came in by themselves: how they may be quoted is theirs to say. */
    readonly joined: boolean;
    /** As the organiser set it; null for those who are only on the lists of the sittings. */
    readonly presence: Presence | null;
    readonly representedBy: string;
  })[];
};

/** POST /api/seminars/:id/logo */
export type LogoView = { readonly file: string };

/** A saved model: how parts are ordered and named, without the texts. */
export type SavedModel = {
  readonly format: 'pleniere-model';
  readonly name: string;
  readonly model: ActesModel;
  readonly composition: Composition;
};

/** GET /api/seminars/:id/people/:personId/named, POST …/erase: where someone’s name stays, for the organiser to see to. */
export type NamedPlacesView = {
  readonly places: readonly (NamedPlace & {
    /** What its atelier, sitting or part is called; '' where there is but one, or nobody called it. */
    readonly of: string;
    /** A sitting of its atelier, to open its synthesis; null elsewhere. */
    readonly sittingId: string | null;
    /**
     * What it is, kept on which day (ISO), and who gets it besides the organiser: readers at its address, those who reread, or
     * nobody; null for what is no version.
     */
    readonly version:
      | (Pick<KeptVersion, 'number' | 'kind'> & {
          readonly day: string;
          readonly readBy: 'readers' | 'rereaders' | null;
        })
      | null;
  })[];
};
