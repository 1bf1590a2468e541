/**
 * Erasing someone: their name goes from people, texts, kept versions and their files; their contributions stay, without
 * a name. Each step finds again what an interrupted one left to do, and the name itself goes last.
 */
import { grantFor } from '#core/access/may.ts';
import type { Actor, Grant } from '#core/access/roles.ts';
import type { Actes } from '#core/actes/actes.ts';
import { expunged } from '#core/actes/expunge.ts';
import type { NamedPlace, PlacedText, ToldWords, VersionWords } from '#core/actes/named-places.ts';
import { findingPlaces, lookingThrough, stampingPlaces } from '#core/actes/named-places.ts';
import type { NamesOfErased } from '#core/actes/names-of-erased.ts';
import { namesOfErased } from '#core/actes/names-of-erased.ts';
import type { NamesTakenOut } from '#core/actes/names-taken-out.ts';
import type { Piecewise } from '#core/actes/piecewise.ts';
import { versionLines } from '#core/actes/printed-lines.ts';
import type { RichText } from '#core/actes/rich-text.ts';
import { textWithout } from '#core/actes/text-without.ts';
import { dayIn } from '#core/agenda/days.ts';
import type { StreamId } from '#core/events/envelope.ts';
import { actesStream, seminarStream, sittingStream } from '#core/events/envelope.ts';
import type { NewDomainEvent } from '#core/events/event-types.ts';
import { newEvent } from '#core/events/new-event.ts';
import type { Result } from '#core/result.ts';
import { ok, refused } from '#core/result.ts';
import type { LeftPlace } from '#core/seminar/left-place.ts';
import type { Person } from '#core/seminar/person.ts';
import type { Seminar } from '#core/seminar/seminar.ts';
import { personOnLists } from '#core/seminar/seminar.ts';
import {
  programmeRestated,
  sittingRestated,
  stepsRestated,
  toldBefore,
} from '#core/seminar/restated-without.ts';
import { toldOfPerson } from '#core/seminar/told-of-person.ts';
import { formatDay } from '#core/time/formats.ts';
import type { Language } from '#core/time/formats.ts';
import type { AccessDesk } from './access.ts';
import type { Desk } from './desk.ts';
import type { EventStore } from './event-store.port.ts';
import { inTurns } from './in-turns.ts';
import type { KeptActes } from './kept-actes.ts';
import type { KeptTexts } from './kept-texts.port.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import type { PeopleDirectory } from './people-directory.ts';
import type { StandingLabels } from './version-standing.ts';
import type { Draft, Streams } from './streams.ts';
import type { Clock, Ids } from './surroundings.port.ts';
import type { SharedTextRef, SharedTexts } from './texts.port.ts';
import { toldTexts, toldWords } from './told-words.ts';

/**
 * Answers where the name stays, for a person to see to: in words that the log cannot take back, or that may be others'.
 * `look`: nothing is erased yet. `keptToo`: the organiser judged that what may be them is them in all that is kept of the
 * actes. Asked again, it makes good for what was cut short; shortly after, it answers the same places.
 */
export type ErasePerson = (
  actor: Actor,
  seminarId: string,
  personId: string,
  how: 'look' | { readonly commandId: string; readonly keptToo: boolean },
) => Promise<Result<readonly NamedPlace[]>>;

export type Erasure = {
  readonly erasePerson: ErasePerson;
  /** How many erasures have ended since the server started: what was made before one is shown no more. */
  readonly timesErased: (seminarId: string) => number;
};

export type ErasureParts = {
  readonly desk: Desk;
  readonly events: Pick<EventStore, 'read' | 'redact'>;
  readonly streams: Streams;
  readonly people: PeopleDirectory;
  readonly access: Pick<AccessDesk, 'forgetPerson'>;
  readonly texts: SharedTexts & {
    /** Opens the next epoch of a text: nothing of its history is kept. */
    readonly renew: (of: SharedTextRef, remake: (present: RichText) => RichText) => Promise<number>;
  };
  readonly keptTexts: KeptTexts;
  readonly keptActes: KeptActes;
  readonly labelsOf: (language: Language) => StandingLabels;
  /** Asks again for the rights of a device, on every channel. */
  readonly recheck: (sessionId: string) => Promise<void>;
  /** Removes the files that nothing cites any more. */
  readonly sweep: (seminarId: string) => Promise<void>;
  /** What keeps versions, and what takes someone out of them. */
  readonly oneAtATime: OneAtATime;
  readonly clock: Clock;
  readonly ids: Ids;
};

/** Whom it is about: a person and their other devices are one. */
type Erased = {
  readonly seminarId: string;
  readonly seminar: Seminar;
  readonly grant: Grant;
  readonly personId: string;
  readonly personIds: ReadonlySet<string>;
  readonly contributionIds: ReadonlySet<string>;
  readonly names: NamesOfErased;
  /** In what is kept of the actes, as far as the organiser judged. */
  readonly kept: Kept;
  readonly labels: StandingLabels;
};

type Kept = {
  readonly names: NamesTakenOut;
  readonly isNamed: (words: string) => boolean;
};

type Stayed = {
  readonly personId: string;
  readonly places: readonly NamedPlace[];
  readonly until: number;
};

/** As long as somebody tries again whose answer was lost. */
const TOLD_AGAIN_MILLISECONDS = 300_000;

export function createErasure(parts: ErasureParts): Erasure {
  /** By séminaire. */
  const ended = new Map<string, number>();
  /** Where the name of the one who was erased last stayed: told again after a lost answer, and kept nowhere. */
  let stayed: Stayed | null = null;
  const { desk, events, streams, people, access, texts, keptTexts, keptActes, clock, ids } = parts;

  const write = (erased: Erased, stream: StreamId, decided: readonly NewDomainEvent[], commandId: string) =>
    desk.submit(erased.seminarId, commandId, () => Promise.resolve(ok([{ stream, events: decided }])));

  const contextOf = ({ grant }: Erased) => ({
    now: clock.now(),
    actor: grant.personId,
    newId: ids.newId,
  });

  async function withdrawRights({ seminarId, personIds }: Erased): Promise<void> {
    const sessions = new Set<string>();
    for (const personId of personIds)
      for (const sessionId of await access.forgetPerson(seminarId, personId)) sessions.add(sessionId);
    await Promise.all([...sessions].map(parts.recheck));
  }

  async function redactLog({ seminarId, seminar, personIds, names, kept }: Erased): Promise<void> {
    const { isNamed } = names.surely;
    const logs = [
      [seminarStream(seminarId), isNamed],
      [actesStream(seminarId), kept.isNamed],
      ...seminar.sittings.map(({ id }) => [sittingStream(id), isNamed] as const),
    ] as const;
    for (const [stream, isNamedHere] of logs) {
      const due = toldOfPerson(await events.read(stream, 0), (id) => personIds.has(id), isNamedHere);
      if (due.length === 0) continue;
      await events.redact(stream, due);
      streams.forget([stream]);
    }
  }

  const withoutThem =
    ({ contributionIds, names, labels }: Erased) =>
    (text: RichText): RichText =>
      textWithout(text, { contributionIds, names: names.surely, unnamed: labels.unnamed });

  async function rewriteTexts(erased: Erased): Promise<void> {
    const remake = withoutThem(erased);
    for (const { of, text } of await toldTexts(parts, erased.seminarId, erased.seminar))
      if (remake(text) !== text) await texts.renew(of, remake);
  }

  /**
   * The syntheses as they were validated, in the queue in which they are: one whose text was read before that text was
   * rewritten is kept by then, and any later one reads the text as it was rewritten.
   */
  const rewriteValidated = (erased: Erased) =>
    desk.submit(erased.seminarId, ids.newId(), async () => {
      const remake = withoutThem(erased);
      for (const { id, kind } of await keptTexts.ofSeminar(erased.seminarId)) {
        const text = kind === 'synthesis' ? (await keptTexts.read(id))?.text : undefined;
        if (text === undefined) continue;
        const kept = JSON.stringify(remake(JSON.parse(text) as RichText));
        if (kept !== text) await keptTexts.replace(id, kept);
      }
      return ok([]);
    });

  /**
   * What a stream tells, as it is in the queue in which it is told, so that nobody's change is undone; what told it until
   * then loses its words, and what is told later stays.
   */
  async function restate(
    { seminarId, names }: Erased,
    stream: StreamId,
    restated: (draft: Draft) => Promise<{ readonly seq: number; readonly events: readonly NewDomainEvent[] }>,
  ): Promise<Result<null>> {
    let seenUpTo = 0;
    const written = await desk.submit(seminarId, ids.newId(), async (draft) => {
      const { seq, events: anew } = await restated(draft);
      seenUpTo = seq;
      return ok(anew.length === 0 ? [] : [{ stream, events: anew }]);
    });
    if (!written.ok) return written;
    const before = (await events.read(stream, 0)).filter(({ seq }) => seq <= seenUpTo);
    const due = toldBefore(before, names.surely);
    if (due.length === 0) return ok(null);
    await events.redact(stream, due);
    streams.forget([stream]);
    return ok(null);
  }

  async function restateAll(erased: Erased): Promise<Result<null>> {
    const { seminarId, seminar, names } = erased;
    const context = contextOf(erased);
    const { surely } = names;
    const told = [
      await restate(erased, seminarStream(seminarId), async (draft) => {
        const { state, seq } = await draft.seminar(seminarId);
        return { seq, events: state === null ? [] : programmeRestated(state, surely, context) };
      }),
      await restate(erased, actesStream(seminarId), async (draft) => {
        const { state, seq } = await draft.actes(seminarId);
        return { seq, events: stepsRestated(state, surely, context) };
      }),
    ];
    for (const { id } of seminar.sittings)
      told.push(
        await restate(erased, sittingStream(id), async (draft) => {
          const { state, seq } = await draft.sitting(id);
          return { seq, events: state === null ? [] : sittingRestated(state, surely, context) };
        }),
      );
    return told.find((it) => !it.ok) ?? ok(null);
  }

  /** The tree without them, and a cover that says when; the same tree when they were not in it. */
  function treeWithout(actes: Actes, { personIds, contributionIds, kept, labels, seminar }: Erased): Actes {
    const job = { contributionIds: [...contributionIds], names: kept.names, labels };
    const without = [...personIds].reduce((tree, personId) => expunged(tree, { ...job, personId }), actes);
    if (JSON.stringify(without) === JSON.stringify(actes)) return actes;
    const { zone, language } = seminar.description;
    const said = labels.expunged(formatDay(dayIn(zone, clock.now()), language));
    const { cover } = without;
    const standing = [cover.standing, said].filter((it) => it !== '' && it !== undefined).join(' – ');
    return {
      ...without,
      cover: { ...cover, standing: cover.standing.includes(said) ? cover.standing : standing },
    };
  }

  async function expungeVersions(erased: Erased, commandId: string): Promise<void> {
    const { seminarId } = erased;
    const { versions, composition } = (await streams.actes(seminarId)).state;
    for (const version of versions) {
      const tree = await keptActes.tree(seminarId, version.id);
      if (!tree) continue;
      const without = treeWithout(tree, erased);
      // Cut short after its tree was replaced, a version still has to be said to be another.
      if (without === tree && keptActes.hashOf(tree) === version.treeHash) continue;
      const kept = await keptActes.replace(seminarId, version, without, composition?.twoSided ?? false);
      const said = newEvent('actes/version-expunged', kept, contextOf(erased));
      await write(erased, actesStream(seminarId), [said], `${commandId}.${version.number}`);
      await keptActes.removePdf(seminarId, version.pdfHash);
    }
    await keptActes.remakeUntold(seminarId, (actes) => treeWithout(actes, erased));
    // The PDFs of what was cut short, now or at another time.
    await parts.sweep(seminarId);
  }

  async function find(
    actor: Actor,
    seminarId: string,
    personId: string,
    keptToo: boolean,
  ): Promise<Result<Erased>> {
    const grant = grantFor(actor, 'actes/edit', { seminarId, sittingIds: [] });
    if (!grant) return refused('access/forbidden');
    const seminar = (await streams.seminar(seminarId)).state;
    if (!seminar) return refused('seminar/unknown');
    const known = await people.directory(seminarId);
    const listed = personOnLists(seminar, personId);
    const persons = [...known.values()].filter(({ id }) => personOnLists(seminar, id) === listed);
    if (persons.length === 0) return refused('person/unknown');
    const personIds = new Set(persons.map(({ id }: Person) => id));
    const contributionIds = new Set<string>();
    for (const { id } of seminar.sittings)
      for (const said of (await streams.sitting(id)).state?.contributions.byId.values() ?? [])
        if (said.author !== null && personIds.has(said.author)) contributionIds.add(said.id);
    const labels = parts.labelsOf(seminar.description.language);
    const others = [...known.values()].filter(({ id }) => !personIds.has(id));
    const names = namesOfErased(persons, others, labels.unnamed);
    const kept = keptToo
      ? {
          names: names.judged,
          isNamed: (words: string) => names.surely.isNamed(words) || names.namedIn(words).length > 0,
        }
      : { names: names.surely, isNamed: names.surely.isNamed };
    return ok({
      ...{ seminarId, seminar, grant, personId: listed, personIds, contributionIds },
      ...{ names, kept, labels },
    });
  }

  /** What the séminaire holds of words, its texts and versions as they are without them. */
  async function toldWithout(erased: Erased): Promise<ToldWords> {
    const { seminarId, seminar, personIds } = erased;
    const told = await toldWords(parts, seminarId, seminar);
    const corrections = told.publication.corrections.filter(
      ({ personId }) => personId === null || !personIds.has(personId),
    );
    return {
      ...{ ...told, publication: { ...told.publication, corrections } },
      texts: await inTurns(remaking(told.texts, withoutThem(erased))),
      versions: await versionsWithout(erased),
    };
  }

  /** One tree after the other: a séminaire may have kept many. */
  async function versionsWithout(erased: Erased): Promise<readonly VersionWords[]> {
    const { seminarId } = erased;
    const told: VersionWords[] = [];
    for (const { id } of (await streams.actes(seminarId)).state.versions) {
      const tree = await keptActes.tree(seminarId, id);
      if (tree === null) continue;
      told.push({ id, lines: await inTurns(printing(tree, (actes) => treeWithout(actes, erased))) });
    }
    return told;
  }

  /** Which of their names are ordinary words as well is for all that is written to say, before any of it is changed. */
  const lookThrough = async ({ seminarId, seminar, names }: Erased): Promise<void> =>
    inTurns(lookingThrough(await toldWords(parts, seminarId, seminar), names));

  /** What was told of someone before; nothing is remembered for longer than it may be asked for. */
  function toldAgain(personId: string): readonly NamedPlace[] {
    if (stayed !== null && clock.now() > stayed.until) stayed = null;
    return stayed?.personId === personId ? stayed.places : [];
  }

  async function erase(erased: Erased, commandId: string): Promise<Result<readonly NamedPlace[]>> {
    const { seminarId, names, personId, personIds } = erased;
    await withdrawRights(erased);
    await rewriteTexts(erased);
    const rewritten = await rewriteValidated(erased);
    if (!rewritten.ok) return rewritten;
    const restated = await restateAll(erased);
    if (!restated.ok) return restated;
    await redactLog(erased);
    await expungeVersions(erased, commandId);
    const present = (await streams.seminar(seminarId)).state ?? erased.seminar;
    const told = await toldWithout({ ...erased, seminar: present });
    const found = await inTurns(findingPlaces(told, names));
    const places = found.length > 0 ? found : toldAgain(personId);
    const left = await inTurns(stampingPlaces(told, names));
    const gone = (id: string, of: readonly LeftPlace[]): NewDomainEvent =>
      newEvent('seminar/person-erased', { personId: id, places: of }, contextOf(erased));
    // Before their names go: cut short in between, they are found again, and told of twice does no harm.
    if (left.length > 0) {
      const kept = await write(
        erased,
        seminarStream(seminarId),
        [gone(personId, left)],
        `${commandId}.places`,
      );
      if (!kept.ok) return kept;
    }
    if (places.length > 0) stayed = { personId, places, until: clock.now() + TOLD_AGAIN_MILLISECONDS };
    for (const id of personIds) await people.erase(id);
    // And once they are gone, so that whoever shows them reads them anew.
    const all = [...personIds].map((id) => gone(id, []));
    const written = await write(erased, seminarStream(seminarId), all, commandId);
    ended.set(seminarId, (ended.get(seminarId) ?? 0) + 1);
    return written.ok ? ok(places) : written;
  }

  return {
    async erasePerson(actor, seminarId, personId, how) {
      toldAgain(personId);
      if (how === 'look') {
        const found = await find(actor, seminarId, personId, false);
        if (!found.ok) return found;
        await lookThrough(found.value);
        return ok(await inTurns(findingPlaces(await toldWithout(found.value), found.value.names)));
      }
      return parts.oneAtATime(seminarId, async () => {
        const found = await find(actor, seminarId, personId, how.keptToo);
        if (!found.ok) return found;
        await lookThrough(found.value);
        return erase(found.value, how.commandId);
      });
    },
    timesErased: (seminarId) => ended.get(seminarId) ?? 0,
  };
}

function* remaking(
  texts: readonly PlacedText[],
  remake: (text: RichText) => RichText,
): Piecewise<readonly PlacedText[]> {
  const remade: PlacedText[] = [];
  for (const it of texts) {
    remade.push({ ...it, text: remake(it.text) });
    yield;
  }
  return remade;
}

function* printing(tree: Actes, remake: (actes: Actes) => Actes): Piecewise<readonly string[]> {
  const lines = versionLines(remake(tree));
  yield;
  return lines;
}
