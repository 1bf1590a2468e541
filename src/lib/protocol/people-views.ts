/** What is said of people: on the lists of sittings, of themselves, and what waits for their agreement. */
import type { ContributionKind } from '#core/contributions/contribution.ts';
import type { Consent, Person } from '#core/seminar/person.ts';

/** What a person has said of themselves. */
export type OwnPerson = Omit<Person, 'id' | 'seminarId'>;
export type PresentationView = {
  readonly personId: string;
  readonly name: string;
  readonly quotation: string;
  readonly text: string;
  readonly agreed: boolean;
};

/** GET /api/sittings/:id/people, for those who run and write: the list of the sitting, in the order they came. */
export type PeopleView = {
  readonly people: readonly ListedPerson[];
  /** Who conducts it or tells what it writes, on its list or not; those who gave no name are left out. */
  readonly appointed: readonly AppointedPerson[];
};

export type AppointedPerson = {
  readonly personId: string;
  readonly name: string;
  readonly role: 'animateur' | 'rapporteur';
};

export type ListedPerson = {
  readonly personId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly function: string;
  readonly town: string;
  readonly consent: Consent;
  /** They joined by themselves; else someone entered them from the sign-in sheet. */
  readonly joined: boolean;
  readonly connected: boolean;
  /** Words that wait for their agreement, a presentation included. */
  readonly toConfirm: number;
};

/** GET /api/sittings/:id/presentations, for those who run and write. */
export type PresentationsView = { readonly presentations: readonly PresentationView[] };

/** GET /api/seminars/:id/to-confirm, for the organiser: what waits for agreement, by person, to print and tick. */
export type ToConfirmView = {
  readonly people: readonly {
    readonly personId: string;
    readonly name: string;
    readonly words: readonly {
      readonly sittingId: string;
      readonly atelierTitle: string;
      /** Null for a presentation. */
      readonly contributionId: string | null;
      /** Of a presentation, what may be quoted; '' else. */
      readonly quotation: string;
      readonly text: string;
      readonly kind: ContributionKind | null;
      readonly itemId: string | null;
      readonly questionId: string | null;
    }[];
  }[];
};

/** POST /api/personal-link: opens one's own pages on another phone. */
export type PersonalLink = { readonly url: string };
