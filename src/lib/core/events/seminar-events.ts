/** What is written in the stream of a séminaire: its cover, ateliers and sittings, its people, programme and messages. */
import type { LeftPlace } from '../seminar/left-place.ts';
import type { SharedTime } from '../programme/programme.ts';
import type { SeminarDescription } from '../seminar/description.ts';
import type { Presence } from '../seminar/presence.ts';
import type { Instant } from '../time/instant.ts';

export type SeminarEvents = {
  'seminar/created': { readonly description: SeminarDescription };
  'seminar/described': { readonly description: SeminarDescription };
  'seminar/atelier-added': {
    readonly atelierId: string;
    readonly title: string;
    /** It gathers everybody and restitutes the others; it bears no number. */
    readonly plenary: boolean;
  };
  'seminar/atelier-renamed': { readonly atelierId: string; readonly title: string };
  'seminar/sitting-added': {
    readonly sittingId: string;
    readonly atelierId: string;
    readonly room: string;
    readonly start: Instant | null;
    /** What tells it from the atelier's other sittings (« groupe 2 », « matin »), or ''. */
    readonly label: string;
  };
  'seminar/sitting-placed': {
    readonly sittingId: string;
    readonly room: string;
    readonly start: Instant | null;
    readonly label: string;
  };
  'seminar/sitting-removed': { readonly sittingId: string };
  'seminar/person-joined': {
    readonly personId: string;
    readonly sittingId: string;
    /** « C'est moi »: the person already on the list whom this one is, on another device; counted once. */
    readonly sameAs: string | null;
  };
  /** What is said of someone (a name put right) changed; the words themselves stand in people. */
  'seminar/person-described': { readonly personId: string };
  /** Someone was taken off the list of a sitting, and their devices lost their right to it; or has not held a role in it. */
  'seminar/person-removed': {
    readonly personId: string;
    readonly sittingId: string;
    /** The role that they are no longer named for; absent for the list and every role. */
    readonly from?: 'list' | 'animateur' | 'rapporteur';
  };
  /** Someone's data were erased: their name, what they said of themselves, and their name beside their words. */
  'seminar/person-erased': {
    readonly personId: string;
    /** Where their name stayed. */
    readonly places: readonly LeftPlace[];
  };
  /** Whom the organiser lists beside those on the lists of the sittings; null takes them off again. */
  'seminar/presence-set': {
    readonly personId: string;
    readonly presence: Presence | null;
    /** Personal: who came in their stead, or ''; null once redacted. */
    readonly representedBy: string | null;
  };
  'seminar/code-rotated': { readonly sittingId: string };
  /** The séminaire is over: nobody contributes any more, and devices let go of their copies. */
  'seminar/closed': Record<string, never>;
  'seminar/reopened': Record<string, never>;
  /** Someone took up the conduct or the notes of a sitting, on a device that holds its link or its pairing. */
  'seminar/person-appointed': {
    readonly personId: string;
    readonly sittingId: string;
    readonly role: 'animateur' | 'rapporteur';
  };
  /** At how many minutes left the rooms are warned; 0 is the end itself. */
  'seminar/warnings-set': { readonly minutes: readonly number[] };
  'programme/revised': {
    readonly revision: number;
    readonly times: readonly SharedTime[];
    /** Personal: who speaks, by shared time; null once redacted. */
    readonly speakers: Readonly<Record<string, string>> | null;
  };
  'message/sent': {
    readonly messageId: string;
    readonly sittingIds: readonly string[];
    readonly screens: boolean;
    readonly phones: boolean;
    /** Personal: null once redacted. */
    readonly text: string | null;
  };
  'message/withdrawn': { readonly messageId: string };
  'message/acknowledged': { readonly messageId: string; readonly sittingId: string };
};
