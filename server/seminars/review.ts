/** Rereading the actes: who may, which text, and which of its words are whose. */
import type { Resource } from '#core/access/may.ts';
import { grantFor, may } from '#core/access/may.ts';
import type { Actor, Grant, Role } from '#core/access/roles.ts';
import type { Actes } from '#core/actes/actes.ts';
import type { Passage } from '#core/actes/passages.ts';
import { passagesQuoting } from '#core/actes/passages.ts';
import { withoutProvenance } from '#core/actes/without-provenance.ts';
import type { KeptVersion, Publication } from '#core/publication/publication.ts';
import { correctionsUntil, versionToReread } from '#core/publication/standing.ts';
import type { Result } from '#core/result.ts';
import { ok, refused } from '#core/result.ts';
import type { Seminar } from '#core/seminar/seminar.ts';
import { personOnLists } from '#core/seminar/seminar.ts';
import type { Instant } from '#core/time/instant.ts';
import type { KeptActes } from './kept-actes.ts';
import type { Streams } from './streams.ts';

/** The passages that quote someone, by the id they have on the lists; those who are not quoted are absent. */
export type PassagesByPerson = ReadonlyMap<string, readonly Passage[]>;

export type Rereading = {
  readonly grant: Grant;
  readonly seminar: Seminar;
  readonly publication: Publication;
  /** Null before the first relecture. */
  readonly version: KeptVersion | null;
  /** Whole for those who assemble, conduct or approve, without ids; null for someone quoted. */
  readonly actes: Actes | null;
  /** What quotes them, for someone quoted. */
  readonly passages: readonly Passage[];
};

export type Review = {
  /** The text to reread, for whoever may; in the role and the name that the page says, else the one that sees most. */
  readonly read: (
    actor: Actor,
    seminarId: string,
    as: { readonly role: Role | null; readonly by: string | null },
  ) => Promise<Result<Rereading>>;
  /** Until when corrections are taken, for whoever may reread; null when they are not. */
  readonly until: (actor: Actor, seminarId: string, now: Instant) => Promise<Result<Instant | null>>;
  /** What rights over the actes are asked of: whom the text to reread quotes. */
  readonly resourceOf: (seminarId: string) => Promise<Resource>;
  readonly passages: (seminarId: string) => Promise<PassagesByPerson>;
};

/** Those who see most first. */
const ROLES_BY_SIGHT: readonly Role[] = [
  'organiser',
  'valideur',
  'animateur',
  'rapporteur',
  'participant',
  'reader',
];
const SEES_PASSAGES: readonly Role[] = ['participant', 'reader'];

export function createReview(streams: Streams, kept: Pick<KeptActes, 'tree'>): Review {
  /** Of the last text that was looked through, by séminaire; `of` is the text, and how far what says whose words are whose had come. */
  const found = new Map<string, { readonly of: string; readonly passages: Promise<PassagesByPerson> }>();

  async function passages(seminarId: string, version: KeptVersion | null): Promise<PassagesByPerson> {
    if (!version) return new Map();
    const { seq, state } = await streams.seminar(seminarId);
    const sittings = await Promise.all((state?.sittings ?? []).map(({ id }) => streams.sitting(id)));
    const of = [version.treeHash, seq, ...sittings.map((it) => it.seq)].join(' ');
    const known = found.get(seminarId);
    if (known?.of === of) return known.passages;
    const looked = lookThrough(seminarId, version);
    looked.catch(() => found.delete(seminarId));
    found.delete(seminarId);
    found.set(seminarId, { of, passages: looked });
    const [oldest] = found.keys();
    if (found.size > KEPT_PASSAGES && oldest !== undefined) found.delete(oldest);
    return looked;
  }

  async function lookThrough(seminarId: string, version: KeptVersion): Promise<PassagesByPerson> {
    const seminar = (await streams.seminar(seminarId)).state;
    const actes = await kept.tree(seminarId, version.id);
    if (!seminar || !actes) return new Map();
    const quoted = new Map<string, readonly Passage[]>();
    for (const [personId, contributionIds] of await wordsByPerson(streams, seminar)) {
      const theirs = passagesQuoting(actes, personId, [...contributionIds]);
      if (theirs.length > 0) quoted.set(personId, theirs);
    }
    return quoted;
  }

  async function resourceOf(seminarId: string): Promise<Resource> {
    const seminar = (await streams.seminar(seminarId)).state;
    const version = versionToReread((await streams.actes(seminarId)).state);
    const people = new Set((await passages(seminarId, version)).keys());
    // A person's second device is them too.
    const devices = Object.keys(seminar?.samePerson ?? {}).filter(
      (id) => seminar && people.has(personOnLists(seminar, id)),
    );
    return { seminarId, sittingIds: [], inReview: version !== null, quoted: [...people, ...devices] };
  }

  return {
    resourceOf,
    passages: async (seminarId) =>
      passages(seminarId, versionToReread((await streams.actes(seminarId)).state)),
    async until(actor, seminarId, now) {
      if (!may(actor, 'actes/read', await resourceOf(seminarId))) return refused('access/forbidden');
      return ok(correctionsUntil((await streams.actes(seminarId)).state, now));
    },
    async read(actor, seminarId, { role, by }) {
      const seminar = (await streams.seminar(seminarId)).state;
      if (!seminar) return refused('access/forbidden');
      const resource = await resourceOf(seminarId);
      const roles = role === null ? ROLES_BY_SIGHT : [role];
      const grant = roles
        .map((it) => grantFor(actor, 'actes/read', resource, it, by))
        .find((it) => it !== null);
      if (!grant) return refused('access/forbidden');
      const publication = (await streams.actes(seminarId)).state;
      const version = versionToReread(publication);
      const theirs = grant.personId === null ? '' : personOnLists(seminar, grant.personId);
      const seesPassages = SEES_PASSAGES.includes(grant.role);
      const actes = seesPassages || !version ? null : await kept.tree(seminarId, version.id);
      return ok({
        ...{ grant, seminar, publication, version },
        actes: actes && withoutProvenance(actes),
        passages: seesPassages ? ((await passages(seminarId, version)).get(theirs) ?? []) : [],
      });
    },
  };
}

const KEPT_PASSAGES = 50;

/** The ids of what each person on the lists said under their name, or is said to have said; those who said nothing too. */
async function wordsByPerson(
  streams: Streams,
  seminar: Seminar,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const words = new Map<string, Set<string>>();
  for (const personId of Object.values(seminar.attendance).flat()) words.set(personId, new Set());
  for (const { personId } of seminar.presences) words.set(personId, words.get(personId) ?? new Set());
  for (const { id } of seminar.sittings) {
    const log = (await streams.sitting(id)).state;
    for (const { id: contributionId, author } of log?.contributions.byId.values() ?? []) {
      if (author === null) continue;
      const personId = personOnLists(seminar, author);
      words.set(personId, (words.get(personId) ?? new Set()).add(contributionId));
    }
    for (const personId of log?.presentations.keys() ?? []) {
      const listed = personOnLists(seminar, personId);
      words.set(listed, words.get(listed) ?? new Set());
    }
  }
  return words;
}
