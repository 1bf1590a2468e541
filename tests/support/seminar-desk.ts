/** The use cases over storage in memory, as app.ts puts them together. */
import type { Actor, Role } from '#core/access/roles.ts';
import type { RichText } from '#core/actes/rich-text.ts';
import type { AgendaItem } from '#core/agenda/plan.ts';
import { agendaItem } from '#core/agenda/plan.ts';
import type { DomainEvent } from '#core/events/event-types.ts';
import type { SeminarDescription } from '#core/seminar/description.ts';
import { minutes } from '#core/time/instant.ts';
import { createAccessDesk } from '../../server/seminars/access.ts';
import { createAutoAdvance } from '../../server/seminars/auto-advance.ts';
import { createCommands } from '../../server/seminars/commands.ts';
import { createDesk } from '../../server/seminars/desk.ts';
import { createJoin } from '../../server/seminars/join.ts';
import { createPeopleDirectory } from '../../server/seminars/people-directory.ts';
import { createPrepare } from '../../server/seminars/prepare.ts';
import { createSittingPeople } from '../../server/seminars/sitting-people.ts';
import type { Storage } from '../../server/seminars/storage.port.ts';
import { createRedaction } from '../../server/seminars/redaction.ts';
import { createStreams } from '../../server/seminars/streams.ts';
import { openMemoryStorage } from '../../server/storage/memory/memory-storage.ts';
import { countingIds, recordingLogger, settableClock } from './surroundings.ts';
import { heldTimers } from './timers.ts';

export const DESCRIPTION: SeminarDescription = {
  title: 'Rencontre départementale',
  organisation: 'Union des centres sociaux',
  theme: 'Aller vers',
  place: 'Vannes',
  day: '2026-11-26',
  language: 'fr',
  zone: 'Europe/Paris',
};

export const item = (id: string, planned: number, questions: readonly string[] = []): AgendaItem =>
  agendaItem({
    id,
    title: `Point ${id}`,
    plannedMinutes: minutes(planned),
    questions: questions.map((text, index) => ({ id: `${id}-question-${index + 1}`, text })),
  });

export const ITEMS = [
  item('item-one', 60, ['Qui vient ?', 'Qui ne vient pas ?']),
  item('item-two', 30, ['Comment ?']),
];

export function seminarDesk(storage: Storage = openMemoryStorage()) {
  const clock = settableClock();
  const ids = countingIds();
  const committed: DomainEvent[] = [];
  /** What stands in the shared texts, by name. */
  const written = new Map<string, RichText>();
  const notRedacted: string[] = [];
  const keep = (stream: string) => void notRedacted.push(stream);
  const streams = createStreams(storage.events, keep);
  const redaction = createRedaction(streams, keep);
  const people = createPeopleDirectory(storage.people);
  const access = createAccessDesk(storage.access, people, clock, ids, new Uint8Array(32).fill(7));
  const timers = heldTimers();
  const desk = createDesk(storage.events, streams, clock, (events) => {
    committed.push(...events);
    redaction.committed(events);
    autoAdvance.committed(events);
  });
  const logger = recordingLogger();
  const autoAdvance = createAutoAdvance({ desk, streams, clock, timers, ids, logger });
  const commands = createCommands({
    ...{ desk, streams, people, clock, ids },
    issueAccess: access.issueForSitting,
    catchUp: autoAdvance.catchUp,
    letGo: (sittingId, personId) => sittingPeople.letGo(sittingId, personId),
    textsSettled: () => Promise.resolve(),
    holdSynthesis: () => Promise.resolve(() => Promise.resolve()),
    texts: { richText: ({ kind, id }) => Promise.resolve(written.get(`${kind}:${id}`) ?? []) },
    keptTexts: storage.keptTexts,
  });
  const rechecked: string[] = [];
  const sittingPeople = createSittingPeople({
    ...{ desk, access, streams, people, clock, ids },
    recheck: async (sessionId) => void rechecked.push(sessionId),
  });
  const join = createJoin({ desk, access, streams, people, clock, ids });
  const prepare = createPrepare(desk, access, clock, ids);

  /** A séminaire of one atelier; answers the organiser's session. */
  async function seminar() {
    const { session } = await access.openSession();
    const atelier = {
      atelierId: 'atelier-1',
      sittingId: 'sitting-1',
      title: 'Accueillir',
      room: 'Ouessant',
      start: null,
      items: ITEMS,
    };
    const created = await prepare.createSeminar(session, {
      seminarId: 'seminar-1',
      description: DESCRIPTION,
      atelier,
    });
    if (!created.ok) throw new Error(created.error.code);
    return { session, actor: await access.actorOf(session) };
  }

  /** Somebody on a device of their own, who joined the first sitting by its code. */
  async function participant(firstName: string): Promise<Actor> {
    const { session } = await access.openSession();
    const code = (await access.ofSeminar('seminar-1')).find((it) => it.kind === 'code');
    if (!code) throw new Error('no code');
    const introduction = {
      firstName,
      lastName: 'LE GOFF',
      function: 'bénévole',
      town: 'Lorient',
      consent: 'name-and-function' as const,
    };
    await join.join(session, code, ids.newId(), introduction);
    return access.actorOf(session);
  }

  /** Somebody who opened a link of the first sitting. */
  async function byLink(role: Role): Promise<Actor> {
    const { session } = await access.openSession();
    const link = (await access.ofSeminar('seminar-1')).find((it) => it.kind === 'link' && it.role === role);
    if (!link) throw new Error('no link');
    await join.takeLink(session, link.id, access.secretOf(link));
    return access.actorOf(session);
  }

  return {
    storage,
    written,
    clock,
    ids,
    committed,
    notRedacted,
    timers,
    logger,
    autoAdvance,
    streams,
    people,
    access,
    desk,
    commands,
    sittingPeople,
    rechecked,
    join,
    prepare,
    seminar,
    participant,
    byLink,
  };
}
