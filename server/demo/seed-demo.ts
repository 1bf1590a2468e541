/** A séminaire in the middle of its morning, made the way people make one: through the use cases, moment by moment. */
import { createHash } from 'node:crypto';
import type { Role } from '#core/access/roles.ts';
import type { AgendaItem } from '#core/agenda/plan.ts';
import { agendaItem } from '#core/agenda/plan.ts';
import type { ParsedItem } from '#core/agenda/parse-agenda.ts';
import { runOf } from '#core/agenda/run.ts';
import type { SeminarDescription } from '#core/seminar/description.ts';
import { attributionOf, UNNAMED } from '#core/seminar/person.ts';
import type { Instant } from '#core/time/instant.ts';
import { minutes } from '#core/time/instant.ts';
import { linkOf, pathOf } from '../http/paths.ts';
import type { Access } from '../seminars/access.port.ts';
import type { ContributionCommandHere } from '../seminars/contribution-commands.ts';
import type { RunCommandHere } from '../seminars/run-commands.ts';
import type { Clock, Ids } from '../seminars/surroundings.port.ts';
import type { Citables } from './compose-sample.ts';
import { linesWritten, sectionsWritten } from './compose-sample.ts';
import type { Happening, Stage, StageParts } from './demo-stage.ts';
import { openStage } from './demo-stage.ts';
import type { Held } from './held-atelier.ts';
import { personIdOf, personNamed } from './held-atelier.ts';
import type { SampleAtelier, SampleContribution } from './read-sample.ts';
import { readSample } from './read-sample.ts';
import { calling, layProgramme } from './seed-programme.ts';
import { inTheRoom } from './seed-room.ts';
import { CHANGED } from './sample-room.ts';
import type { SampleStep } from './sample-day.ts';
import {
  ANIMATEUR_ARRIVES,
  ARRIVALS,
  momentAfter,
  momentBefore,
  plannedStart,
  PREPARED_BEFORE,
  RAPPORTEUR_ARRIVES,
  RUNS,
  spread,
  supportMoment,
} from './sample-day.ts';

export const DEMO_ZONE = 'Europe/Paris';

/** The ways into one atelier. */
export type DemoAtelier = {
  readonly atelierId: string;
  readonly sittingId: string;
  readonly title: string;
  readonly code: string;
  readonly links: Readonly<Record<'animateur' | 'rapporteur' | 'participant' | 'screen', string>>;
};

export type DemoLinks = { readonly organiser: string; readonly ateliers: readonly DemoAtelier[] };

export type Demo = {
  readonly seminarId: string;
  readonly title: string;
  /** The links as they are at an origin (`http://localhost:3000`). */
  readonly linksAt: (origin: string) => DemoLinks;
};

/** Writes the sample séminaire; its last words are said at `clock.now()`. */
export async function seedDemo(parts: StageParts, clock: Clock, ids: Ids): Promise<Demo> {
  const end = clock.now();
  const sample = readSample();
  const stage = openStage(parts, ids, momentBefore(end, PREPARED_BEFORE));
  const seminarId = ids.newId();
  const description = describedAt(end);
  const ateliers = sample.ateliers.map((atelier, index) => heldOf(atelier, index, ids));

  const [first = null, ...others] = ateliers.map(
    ({ atelierId, sittingId, items, sample: { title }, run }) => ({
      ...{ atelierId, sittingId, items, title, room: run.room },
      start: plannedStart(end),
    }),
  );
  const organiser = await stage.createSeminar({ seminarId, description, atelier: first }, sample.organiser);
  for (const atelier of others)
    await stage.send(organiser, 'organiser', { type: 'atelier/add', seminarId, plenary: false, ...atelier });
  const plenary = { atelierId: ids.newId(), sittingId: ids.newId() };
  await layProgramme(stage, organiser, seminarId, plenary, ids, end);
  await stage.write({ kind: 'preamble', id: seminarId }, linesWritten(sample.preamble, new Map()));

  const issued = await stage.access.ofSeminar(seminarId);
  const accessOf = (role: Role, held: Pick<Held, 'sittingId'> | null): Access => {
    const found = issued.find((it) => it.role === role && it.scope.sittingId === (held?.sittingId ?? null));
    if (!found) throw new Error(`The séminaire has no access for a ${role}.`);
    return found;
  };

  const rooms = ateliers.map((held) => ({
    sittingId: held.sittingId,
    animateur: () => personNamed(held, 'animateur'),
  }));
  await stage.tell(
    ateliers
      .flatMap((held) => [
        ...arrivals(stage, held, accessOf('participant', held), end),
        ...running(stage, held, accessOf('animateur', held), end),
        ...writing(stage, held, accessOf('rapporteur', held), end),
        ...held.sample.contributions.flatMap((said, index) => speaking(stage, held, said, index, ids, end)),
      ])
      .concat(
        calling(stage, organiser, seminarId, rooms, ids, end),
        ateliers.slice(0, 1).flatMap((held) => inTheRoom(stage, held, organiser, ids, end)),
      ),
  );
  for (const held of ateliers) {
    const { atelierId, sittingId, items, sample: texts } = held;
    const citables = citablesOf(held);
    await stage.write({ kind: 'notes', id: sittingId }, sectionsWritten(items, texts.notes, citables));
    await stage.write(
      { kind: 'synthesis', id: atelierId },
      sectionsWritten(items, texts.synthesis, citables),
    );
  }

  const linksAt = (origin: string): DemoLinks => {
    const link = (role: Role, held: Held | null): string => {
      const access = accessOf(role, held);
      return linkOf(
        origin,
        pathOf(access, held?.atelierId ?? null),
        access.id,
        stage.access.secretOf(access),
      );
    };
    return {
      organiser: link('organiser', null),
      ateliers: ateliers.map((held): DemoAtelier => {
        const code = accessOf('participant', held).code ?? '';
        const links = {
          animateur: link('animateur', held),
          rapporteur: link('rapporteur', held),
          participant: `${origin}/#${code}`,
          screen: link('screen', held),
        };
        return {
          atelierId: held.atelierId,
          sittingId: held.sittingId,
          title: held.sample.title,
          code,
          links,
        };
      }),
    };
  };
  return { seminarId, title: description.title, linksAt };
}

const describedAt = (end: Instant): SeminarDescription => ({
  title: 'Rencontre départementale de l’action sociale',
  organisation: 'Union départementale des CCAS de l’Auze',
  theme: 'Aller vers ceux que nous ne voyons pas, accueillir ceux qui viennent',
  place: 'Maison des associations, Vernolles',
  day: new Intl.DateTimeFormat('sv-SE', { timeZone: DEMO_ZONE }).format(plannedStart(end)),
  language: 'fr',
  zone: DEMO_ZONE,
});

function heldOf(sample: SampleAtelier, index: number, { newId }: Ids): Held {
  const run = RUNS[index];
  if (!run) throw new Error('The sample has no run for one of its ateliers.');
  return {
    ...{ atelierId: newId(), sittingId: newId(), sample, run, present: new Map() },
    items: sample.items.map((item) => itemOf(item, newId)),
    ids: new Map(sample.contributions.map((said) => [said, newId()])),
    withoutPhone: new Map(sample.withoutPhone.map(({ lastName }) => [lastName, newId()])),
  };
}

const itemOf = (
  { title, kind, minutes: planned, context, ...parsed }: ParsedItem,
  newId: () => string,
): AgendaItem =>
  agendaItem({
    ...{ id: newId(), title, kind, context },
    plannedMinutes: minutes(planned),
    protected: parsed.protected,
    questions: parsed.questions.map((text) => ({ id: newId(), text })),
  });

const arrivals = (
  stage: Stage,
  { sample, present }: Held,
  code: Access,
  end: Instant,
): readonly Happening[] =>
  sample.participants.map((introduction, index) => ({
    at: spread(end, ARRIVALS, index, sample.participants.length),
    happen: async () => void present.set(introduction.lastName, await stage.join(code, introduction)),
  }));

const writing = (stage: Stage, held: Held, link: Access, end: Instant): readonly Happening[] => [
  {
    at: momentBefore(end, RAPPORTEUR_ARRIVES),
    happen: async () =>
      void held.present.set('rapporteur', await stage.takeLink(link, held.sample.rapporteur)),
  },
];

function running(stage: Stage, held: Held, link: Access, end: Instant): readonly Happening[] {
  const { animateur } = held.sample;
  const steps: readonly SampleStep[] = [
    ...held.run.points.map(
      (before, index) => ({ before, type: index === 0 ? 'run/start' : 'run/next' }) as const,
    ),
    ...held.run.steps,
  ];
  return [
    {
      at: momentBefore(end, ANIMATEUR_ARRIVES),
      happen: async () => void held.present.set('animateur', await stage.takeLink(link, animateur)),
    },
    ...steps.map((step) => ({
      at: momentBefore(end, step.before),
      happen: async () =>
        stage.send(personNamed(held, 'animateur'), 'animateur', await commandOf(stage, held, step)),
    })),
  ];
}

/** The step as a command over the run as it is at that moment. */
async function commandOf(
  stage: Stage,
  { sittingId, items }: Held,
  step: SampleStep,
): Promise<RunCommandHere> {
  const run = runOf((await stage.streams.sitting(sittingId)).state?.runEvents ?? []);
  const here = { sittingId, expectedRunEvents: run.eventCount };
  switch (step.type) {
    case 'run/put-question': {
      const current = items.find(({ id }) => id === run.visits.at(-1)?.itemId);
      return { type: step.type, ...here, questionId: current?.questions[step.question - 1]?.id ?? '' };
    }
    case 'run/extend':
      return { type: step.type, ...here, minutes: step.minutes };
    case 'run/undo':
      return { type: step.type, ...here, target: run.steps.at(-1)?.eventId ?? '' };
    default:
      return { type: step.type, ...here };
  }
}

/** A contribution as it was first said, and those who support it a little later. */
function speaking(
  stage: Stage,
  held: Held,
  said: SampleContribution,
  index: number,
  ids: Ids,
  end: Instant,
): readonly Happening[] {
  const { sittingId, items, run, sample } = held;
  const { by, entry, kind, text, unnamed, withFunction, point, question, key } = said;
  const about = sample.contributions.filter((it) => it.point === point && it.question === question);
  const window = run.spoken[`${point}.${question}`];
  const item = items[point - 1];
  const contributionId = held.ids.get(said);
  if (!window || !item || contributionId === undefined)
    throw new Error(`The sample has no moment for: ${text}`);
  const at = spread(end, window, about.indexOf(said), about.length);
  const others = sample.participants.map(({ lastName }) => lastName).filter((lastName) => lastName !== by);
  const supporters = Array.from(
    { length: said.supports },
    (_, turn) => others[(7 * index + turn) % others.length] ?? '',
  );
  const place = { sittingId, itemId: item.id, questionId: item.questions[question - 1]?.id ?? null };
  const words = { contributionId, kind, ...place };
  const isTyped = entry === 'typed';
  const speaker = isTyped ? (by ?? '') : 'rapporteur';
  const sends = (command: ContributionCommandHere): Promise<void> =>
    stage.send(personNamed(held, speaker), isTyped ? 'participant' : 'rapporteur', command);
  const better = key === CHANGED.key ? CHANGED : null;
  return [
    {
      at,
      happen: () =>
        sends({
          ...{ type: 'contribution/make', ...words, unnamed, withFunction, entry },
          text: better?.first ?? text,
          attributedTo: isTyped || by === null ? null : personIdOf(held, by),
          keyHash: unnamed ? hashOfLostKey(ids) : null,
        }),
    },
    ...(better
      ? [
          {
            at: momentAfter(at, better.minutesAfter),
            happen: () => sends({ type: 'contribution/change', ...words, text, key: null }),
          },
        ]
      : []),
    ...supporters.map((supporter, turn) => ({
      at: supportMoment(end, at, turn),
      happen: () => {
        const command = { type: 'contribution/support', sittingId, contributionId } as const;
        return stage.send(personNamed(held, supporter), 'participant', command);
      },
    })),
  ];
}

/** Of a key that no device has: in the sample nobody changes what was said without a name. */
const hashOfLostKey = ({ newToken }: Ids): string => createHash('sha256').update(newToken()).digest('hex');

/** What the texts of an atelier may take over. */
function citablesOf({ sample, ids }: Held): Citables {
  return new Map(
    sample.contributions.flatMap((said) => {
      const author = sample.participants.find(({ lastName }) => lastName === said.by);
      const id = ids.get(said);
      if (said.key === null || author === undefined || id === undefined) return [];
      const attribution = said.unnamed ? UNNAMED : attributionOf({ ...author, id: '', seminarId: '' });
      return [[said.key, { id, text: said.text, attribution }]];
    }),
  );
}
