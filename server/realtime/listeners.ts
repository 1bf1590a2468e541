/** Among whom a page hears what happens: the rooms that frames go to. */
import type { Actor } from '#core/access/roles.ts';
import type { Resource } from '#core/access/may.ts';
import { may } from '#core/access/may.ts';
import type { Seminar } from '#core/seminar/seminar.ts';
import type { Audience } from '#protocol/inputs.ts';
import type { Directory } from '../seminars/people-directory.ts';

export const LISTENERS = ['console', 'writer', 'reader', 'participant', 'screen'] as const;
/** Of the consoles: those that run the sitting, those that sort and write but do not run it, those that read along. */
export type Listeners = (typeof LISTENERS)[number];

/** To whom something is shown, and what names and lists are looked up in. */
export type Showing = {
  readonly to: Listeners;
  readonly seminar: Seminar;
  readonly people: Directory;
};

/** They sort what was said and conduct: they see whose words they are, and what the room sees no more. */
export const sorts = (listeners: Listeners): boolean => listeners === 'console' || listeners === 'writer';

export const audienceOf = (listeners: Listeners): Audience =>
  listeners === 'writer' || listeners === 'reader' ? 'console' : listeners;

/** Among whom an actor's page of an audience hears what happens in a sitting. */
export function listenersAs(actor: Actor, audience: Audience, resource: Resource): Listeners {
  if (audience !== 'console' || may(actor, 'run/command', resource)) return audience;
  return may(actor, 'contribution/sort', resource) ? 'writer' : 'reader';
}

export const sittingRoom = (sittingId: string, listeners: Listeners): string =>
  `sitting:${sittingId}:${listeners}`;
export const actesRoom = (seminarId: string): string => `actes:${seminarId}`;
export const seminarRoom = (seminarId: string): string => `seminar:${seminarId}`;
/** The pages on which a person is in a sitting, on whatever devices. */
export const personRoom = (sittingId: string, personId: string): string => `person:${sittingId}:${personId}`;
