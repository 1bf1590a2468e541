/** Who may do what: the table of docs/rights.md as one function. */
import type { Actor, Grant, Role } from './roles.ts';

export const ACTIONS = [
  'seminar/prepare',
  'sitting/prepare',
  'run/command',
  'contribution/sort',
  'contribution/moderate',
  'live/read',
  'contribution/make',
  'contribution/change',
  'notes/read',
  'notes/write',
  'synthesis/write',
  'synthesis/read',
  'actes/edit',
  'actes/read',
  'actes/correct',
  'actes/approve',
  'restitution/conduct',
  'floor/conduct',
  'words/enter-for-someone',
  'synthesis/validate',
  'people/list',
  'rooms/message',
  'help/call',
  'published-actes/read',
] as const;
export type Action = (typeof ACTIONS)[number];

/** What an action is about; what a right does not ask for may be left out. */
export type Resource = {
  readonly seminarId: string;
  /** The sitting, or all sittings of the atelier; empty for the séminaire as a whole. */
  readonly sittingIds: readonly string[];
  /** It takes place in the plenary, where everybody is. */
  readonly plenary?: boolean;
  /** The persons it belongs to: those who said or entered the words, or whose data it is. */
  readonly owners?: readonly string[];
  /** The notes are left open to participants. */
  readonly notesOpen?: boolean;
  /** The animateur shows the synthesis to participants. */
  readonly synthesisShown?: boolean;
  /** The actes are in relecture or further. */
  readonly inReview?: boolean;
  /** The persons the actes quote. */
  readonly quoted?: readonly string[];
};

type Rule = (grant: Grant, resource: Resource) => boolean;

const owns = (people: readonly string[] | undefined, grant: Grant): boolean =>
  grant.personId !== null && (people?.includes(grant.personId) ?? false);

/** A grant for the whole séminaire reaches every sitting of it. */
const own: Rule = (grant, { sittingIds }) =>
  grant.scope.sittingId === null || sittingIds.includes(grant.scope.sittingId);

const RULES = {
  yes: () => true,
  no: () => false,
  own,
  'own and plenary': (grant, resource) => resource.plenary === true || own(grant, resource),
  mine: (grant, resource) => owns(resource.owners, grant),
  'own, if left open': (grant, resource) => resource.notesOpen === true && own(grant, resource),
  'own, when shown': (grant, resource) => resource.synthesisShown === true && own(grant, resource),
  'when quoted, from relecture on': (grant, resource) =>
    resource.inReview === true && owns(resource.quoted, grant),
} as const satisfies Record<string, Rule>;
export type RuleName = keyof typeof RULES;

type Row = Readonly<Record<Role, RuleName>>;
const row = (
  organiser: RuleName,
  animateur: RuleName,
  rapporteur: RuleName,
  participant: RuleName,
  valideur: RuleName,
  screen: RuleName,
  reader: RuleName,
): Row => ({ organiser, animateur, rapporteur, participant, valideur, screen, reader });

/** Columns: organiser, animateur, rapporteur, participant, valideur, screen, reader. */
export const RIGHTS: Readonly<Record<Action, Row>> = {
  'seminar/prepare': row('yes', 'no', 'no', 'no', 'no', 'no', 'no'),
  'sitting/prepare': row('yes', 'own', 'no', 'no', 'no', 'no', 'no'),
  'run/command': row('yes', 'own', 'no', 'no', 'no', 'no', 'no'),
  'contribution/sort': row('yes', 'own', 'own', 'no', 'no', 'no', 'no'),
  'contribution/moderate': row('yes', 'own', 'no', 'no', 'no', 'no', 'no'),
  'live/read': row('yes', 'yes', 'yes', 'own and plenary', 'no', 'own', 'no'),
  'contribution/make': row('yes', 'yes', 'yes', 'own and plenary', 'no', 'no', 'no'),
  'contribution/change': row('yes', 'own', 'mine', 'mine', 'no', 'no', 'no'),
  'notes/read': row('yes', 'yes', 'yes', 'own', 'no', 'no', 'no'),
  'notes/write': row('yes', 'own', 'own', 'own, if left open', 'no', 'no', 'no'),
  'synthesis/write': row('yes', 'own', 'own', 'no', 'no', 'no', 'no'),
  'synthesis/read': row('yes', 'own', 'own', 'own, when shown', 'no', 'no', 'no'),
  'actes/edit': row('yes', 'no', 'no', 'no', 'no', 'no', 'no'),
  'actes/read': row(
    'yes',
    'yes',
    'yes',
    'when quoted, from relecture on',
    'yes',
    'no',
    'when quoted, from relecture on',
  ),
  'actes/correct': row(
    'yes',
    'yes',
    'yes',
    'when quoted, from relecture on',
    'yes',
    'no',
    'when quoted, from relecture on',
  ),
  'actes/approve': row('no', 'no', 'no', 'no', 'yes', 'no', 'no'),
  'restitution/conduct': row('yes', 'own', 'own', 'no', 'no', 'no', 'no'),
  'floor/conduct': row('yes', 'own', 'own', 'no', 'no', 'no', 'no'),
  'words/enter-for-someone': row('yes', 'own', 'own', 'no', 'no', 'no', 'no'),
  'synthesis/validate': row('yes', 'own', 'no', 'no', 'no', 'no', 'no'),
  'people/list': row('yes', 'own', 'own', 'mine', 'no', 'no', 'no'),
  'rooms/message': row('yes', 'no', 'no', 'no', 'no', 'no', 'no'),
  'help/call': row('no', 'own', 'own', 'no', 'no', 'no', 'no'),
  'published-actes/read': row('yes', 'yes', 'yes', 'yes', 'yes', 'no', 'yes'),
};

/**
 * The newest of the actor's grants that allows the action, in the role and in the name of the person that the page
 * acts as, when it says so: one phone may be several people's.
 */
export function grantFor(
  actor: Actor,
  action: Action,
  resource: Resource,
  as?: Role,
  by: string | null = null,
): Grant | null {
  const allowed = (grant: Grant): boolean =>
    (as === undefined || grant.role === as) &&
    (by === null || grant.personId === by) &&
    grant.scope.seminarId === resource.seminarId &&
    RULES[RIGHTS[action][grant.role]](grant, resource);
  return actor.grants.findLast(allowed) ?? null;
}

/** Whether any of the actor's grants allows the action on the resource. */
export const may = (actor: Actor, action: Action, resource: Resource): boolean =>
  grantFor(actor, action, resource) !== null;
