/** What people send, as schemas: every channel parses with these before anything else looks at it. */
import * as v from 'valibot';
import { AGENDA_ITEM_KINDS, PLAN_LIMITS } from '#core/agenda/plan.ts';
import type { AgendaItem } from '#core/agenda/plan.ts';
import { CONTRIBUTION_KINDS, CONTRIBUTION_LENGTH } from '#core/contributions/contribution.ts';
import { REDISTRIBUTION_REASONS } from '#core/events/event-types.ts';
import { PROGRAMME_LIMITS, SHARED_TIME_KINDS } from '#core/programme/programme.ts';
import { MESSAGE_LENGTH } from '#core/seminar/messages.ts';
import { CONSENTS } from '#core/seminar/person.ts';
import { ROLES } from '#core/access/roles.ts';
import { instant, minutes } from '#core/time/instant.ts';
import { LIMITS } from './limits.ts';

/** Ids are made on devices. The names that every object answers to are none: ids are the keys of records. */
export const idSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{8,64}$/),
  v.check((id) => !(id in {})),
);
const line = (length: number) =>
  v.pipe(
    v.string(),
    v.maxLength(length),
    v.transform((text) => text.trim()),
  );
const requiredLine = (length: number) => v.pipe(line(length), v.minLength(1));
export const instantSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.transform(instant));
const daySchema = v.union([v.literal(''), v.pipe(v.string(), v.isoDate())]);
/** Any IANA zone this runtime can display. */
const zoneSchema = v.pipe(
  v.string(),
  v.maxLength(60),
  v.check((zone) => {
    try {
      new Intl.DateTimeFormat('fr', { timeZone: zone });
      return true;
    } catch {
      return false;
    }
  }),
);

export const roleSchema = v.picklist(ROLES);

export const descriptionSchema = v.strictObject({
  title: requiredLine(LIMITS.titleLength),
  organisation: line(LIMITS.titleLength),
  theme: line(LIMITS.themeLength),
  place: line(LIMITS.titleLength),
  day: daySchema,
  language: v.picklist(['fr', 'en']),
  zone: zoneSchema,
});

const questionSchema = v.strictObject({ id: idSchema, text: requiredLine(PLAN_LIMITS.textLength) });

const plannedMinutesSchema = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1),
  v.maxValue(PLAN_LIMITS.itemMinutes),
  v.transform(minutes),
);

export const agendaItemSchema: v.GenericSchema<unknown, AgendaItem> = v.strictObject({
  id: idSchema,
  title: requiredLine(PLAN_LIMITS.titleLength),
  kind: v.picklist(AGENDA_ITEM_KINDS),
  plannedMinutes: plannedMinutesSchema,
  protected: v.boolean(),
  floorMinutes: v.nullable(plannedMinutesSchema),
  autoAdvance: v.boolean(),
  context: v.pipe(v.array(v.pipe(v.string(), v.maxLength(PLAN_LIMITS.textLength))), v.maxLength(60)),
  questions: v.pipe(v.array(questionSchema), v.maxLength(PLAN_LIMITS.questionsPerItem)),
  animateurNotes: line(PLAN_LIMITS.textLength),
  restitutes: v.nullable(idSchema),
});

export const itemsSchema = v.pipe(
  v.array(agendaItemSchema),
  v.maxLength(PLAN_LIMITS.items),
  v.check((items) => new Set(items.map((item) => item.id)).size === items.length),
);

export const personSchema = v.strictObject({
  firstName: line(LIMITS.nameLength),
  lastName: line(LIMITS.nameLength),
  function: line(LIMITS.nameLength),
  town: line(LIMITS.nameLength),
  consent: v.picklist(CONSENTS),
});

const countSchema = v.pipe(v.number(), v.integer(), v.minValue(0));
const fewIds = (most: number) => v.pipe(v.array(idSchema), v.minLength(1), v.maxLength(most));

const sharedTimeSchema = v.pipe(
  v.strictObject({
    id: idSchema,
    kind: v.picklist(SHARED_TIME_KINDS),
    title: requiredLine(LIMITS.titleLength),
    place: line(LIMITS.titleLength),
    start: instantSchema,
    end: instantSchema,
    atelierId: v.nullable(idSchema),
  }),
  v.check(({ start, end }) => start < end),
);

/** The minutes that points have from now on. */
const pointMinutesSchema = v.pipe(
  v.array(v.strictObject({ itemId: idSchema, minutes: plannedMinutesSchema })),
  v.minLength(1),
  v.maxLength(PLAN_LIMITS.items),
  v.check((points) => new Set(points.map(({ itemId }) => itemId)).size === points.length),
);

const runCommand = <T extends string, E extends v.ObjectEntries>(type: T, entries: E) =>
  v.strictObject({
    type: v.literal(type),
    sittingId: idSchema,
    expectedRunEvents: countSchema,
    ...entries,
  });

export const runCommandSchema = v.variant('type', [
  runCommand('run/start', { itemId: v.optional(idSchema), rehearsal: v.optional(v.boolean()) }),
  runCommand('run/correct-start', { startedAt: instantSchema }),
  runCommand('run/suspend', {}),
  runCommand('run/resume', {}),
  runCommand('run/next', {}),
  runCommand('run/back', {}),
  runCommand('run/jump', { itemId: idSchema }),
  runCommand('run/extend', {
    minutes: v.pipe(v.number(), v.integer(), v.minValue(-1440), v.maxValue(1440)),
    itemId: v.optional(idSchema),
    knowingly: v.optional(v.boolean()),
  }),
  runCommand('run/redistribute', { reason: v.picklist(REDISTRIBUTION_REASONS), points: pointMinutesSchema }),
  runCommand('run/work-through', { sharedTimeId: idSchema }),
  runCommand('run/postpone-synthesis', {
    minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120)),
  }),
  runCommand('run/archive', {}),
  runCommand('run/put-question', { questionId: idSchema }),
  runCommand('run/finish', {}),
  runCommand('run/undo', { target: idSchema }),
]);

export const contributionCommandSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('contribution/make'),
    sittingId: idSchema,
    /** Made on the device, so that a late resend counts once. */
    contributionId: idSchema,
    itemId: v.nullable(idSchema),
    questionId: v.nullable(idSchema),
    kind: v.nullable(v.picklist(CONTRIBUTION_KINDS)),
    text: requiredLine(CONTRIBUTION_LENGTH),
    unnamed: v.boolean(),
  }),
  v.strictObject({ type: v.literal('contribution/support'), sittingId: idSchema, contributionId: idSchema }),
  v.strictObject({
    type: v.literal('contribution/unsupport'),
    sittingId: idSchema,
    contributionId: idSchema,
  }),
]);

export const preparationCommandSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('seminar/describe'),
    seminarId: idSchema,
    description: descriptionSchema,
  }),
  v.strictObject({
    type: v.literal('atelier/add'),
    seminarId: idSchema,
    atelierId: idSchema,
    sittingId: idSchema,
    title: requiredLine(LIMITS.titleLength),
    room: line(LIMITS.titleLength),
    start: v.nullable(instantSchema),
    plenary: v.boolean(),
    items: itemsSchema,
  }),
  v.strictObject({
    type: v.literal('atelier/rename'),
    atelierId: idSchema,
    title: requiredLine(LIMITS.titleLength),
  }),
  v.strictObject({
    type: v.literal('sitting/place'),
    sittingId: idSchema,
    room: line(LIMITS.titleLength),
    start: v.nullable(instantSchema),
    label: line(LIMITS.nameLength),
  }),
  v.strictObject({
    type: v.literal('sittings/add'),
    atelierId: idSchema,
    sittings: v.pipe(
      v.array(
        v.strictObject({
          sittingId: idSchema,
          room: line(LIMITS.titleLength),
          start: v.nullable(instantSchema),
          label: line(LIMITS.nameLength),
        }),
      ),
      v.minLength(1),
      v.maxLength(LIMITS.sittingsAtOnce),
      v.check((sittings) => new Set(sittings.map(({ sittingId }) => sittingId)).size === sittings.length),
    ),
  }),
  v.strictObject({ type: v.literal('sitting/remove'), sittingId: idSchema }),
  v.strictObject({
    type: v.literal('sitting/revise-plan'),
    sittingId: idSchema,
    expectedRevision: countSchema,
    items: itemsSchema,
  }),
  v.strictObject({ type: v.literal('sitting/share-plan'), sittingId: idSchema }),
  v.strictObject({
    type: v.literal('programme/revise'),
    seminarId: idSchema,
    expectedRevision: countSchema,
    times: v.pipe(
      v.array(sharedTimeSchema),
      v.maxLength(PROGRAMME_LIMITS.times),
      v.check((times) => new Set(times.map(({ id }) => id)).size === times.length),
    ),
    speakers: v.record(idSchema, line(PROGRAMME_LIMITS.speakersLength)),
  }),
  /** Takes the last change of the programme back. */
  v.strictObject({
    type: v.literal('programme/restore'),
    seminarId: idSchema,
    expectedRevision: countSchema,
  }),
  v.strictObject({
    type: v.literal('seminar/set-warnings'),
    seminarId: idSchema,
    minutes: v.pipe(
      v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(120))),
      v.maxLength(6),
      v.check((minutes) => new Set(minutes).size === minutes.length),
    ),
  }),
  v.strictObject({
    type: v.literal('plan/revise'),
    atelierId: idSchema,
    expectedRevision: v.pipe(v.number(), v.integer(), v.minValue(0)),
    items: itemsSchema,
  }),
]);

/** What the régie does to several rooms at once, and what passes between it and them. */
export const regieCommandSchema = v.variant('type', [
  /** Suspends every run that goes on, and resumes those that this suspended. */
  v.strictObject({ type: v.literal('rooms/suspend'), seminarId: idSchema, alarmId: idSchema }),
  v.strictObject({ type: v.literal('rooms/resume'), seminarId: idSchema, alarmId: idSchema }),
  v.strictObject({
    type: v.literal('rooms/redistribute'),
    seminarId: idSchema,
    reason: v.picklist(REDISTRIBUTION_REASONS),
    rooms: v.pipe(
      v.array(
        v.strictObject({ sittingId: idSchema, expectedRunEvents: countSchema, points: pointMinutesSchema }),
      ),
      v.minLength(1),
      v.maxLength(LIMITS.roomsAtOnce),
      v.check((rooms) => new Set(rooms.map(({ sittingId }) => sittingId)).size === rooms.length),
    ),
  }),
  v.strictObject({
    type: v.literal('message/send'),
    seminarId: idSchema,
    messageId: idSchema,
    sittingIds: fewIds(LIMITS.roomsAtOnce),
    screens: v.boolean(),
    phones: v.boolean(),
    text: requiredLine(MESSAGE_LENGTH),
  }),
  v.strictObject({ type: v.literal('message/withdraw'), seminarId: idSchema, messageId: idSchema }),
  v.strictObject({ type: v.literal('message/acknowledge'), sittingId: idSchema, messageId: idSchema }),
  v.strictObject({
    type: v.literal('help/call'),
    sittingId: idSchema,
    helpId: idSchema,
    need: v.picklist(['help', 'minutes']),
    minutes: v.nullable(
      v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120), v.transform(minutes)),
    ),
  }),
  v.strictObject({ type: v.literal('help/answer'), sittingId: idSchema, helpId: idSchema }),
  v.strictObject({ type: v.literal('help/withdraw'), sittingId: idSchema, helpId: idSchema }),
]);

/** A command as it crosses the wire: its id makes a second sending harmless, `as` says in which role the page acts. */
export const commandSchema = v.strictObject({
  commandId: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/)),
  as: roleSchema,
  /** The person the page acts as, or null when it does not say: a phone may be several people's. */
  by: v.nullable(idSchema),
  command: v.union([
    runCommandSchema,
    contributionCommandSchema,
    preparationCommandSchema,
    regieCommandSchema,
  ]),
});
export type CommandEnvelope = v.InferOutput<typeof commandSchema>;
export type Command = CommandEnvelope['command'];
export type CommandType = Command['type'];

export const subscribeSchema = v.variant('channel', [
  v.strictObject({
    channel: v.literal('sitting'),
    sittingId: idSchema,
    audience: v.picklist(['console', 'participant', 'screen']),
    /** The person the page acts as, or null: then the one who joined last on this device. */
    by: v.nullable(idSchema),
  }),
  v.strictObject({ channel: v.literal('seminar'), seminarId: idSchema }),
]);
export type Subscribe = v.InferOutput<typeof subscribeSchema>;
export type Audience = Extract<Subscribe, { channel: 'sitting' }>['audience'];

/** Asks for the contributions made before the one at `before` in the log (its `seq`). */
export const pageSchema = v.strictObject({
  sittingId: idSchema,
  by: v.nullable(idSchema),
  before: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/** The ids are made on the device, so that a creation sent again after a lost answer creates nothing twice. */
export const createSeminarSchema = v.strictObject({
  seminarId: idSchema,
  description: descriptionSchema,
  atelier: v.nullable(
    v.strictObject({
      atelierId: idSchema,
      sittingId: idSchema,
      title: requiredLine(LIMITS.titleLength),
      room: line(LIMITS.titleLength),
      start: v.nullable(instantSchema),
      items: itemsSchema,
    }),
  ),
});
export type CreateSeminar = v.InferOutput<typeof createSeminarSchema>;

export const parseAgendaSchema = v.strictObject({ text: v.string() });
/** `day` is the ISO day that clock times without a date belong to, '' when none is known. */
export const parseProgrammeSchema = v.strictObject({ text: v.string(), day: daySchema, zone: zoneSchema });

/** What someone who holds a link or a pairing says of themselves. */
export const introductionSchema = v.strictObject({ personId: idSchema, ...personSchema.entries });

/** What a room's computer shows once it is paired. */
export const PAIRING_PAGES = ['screen', 'console', 'synthesis'] as const;
export type PairingPage = (typeof PAIRING_PAGES)[number];

/** The number that a room's computer shows, entered on the phone of someone who runs the sitting. */
export const pairSchema = v.strictObject({
  number: v.pipe(
    v.string(),
    v.maxLength(20),
    v.transform((typed) => typed.replace(/\D/g, '')),
    v.regex(/^\d{6}$/),
  ),
  sittingId: idSchema,
  shows: v.picklist(PAIRING_PAGES),
});
export const showSchema = v.strictObject({ sittingId: idSchema, shows: v.picklist(PAIRING_PAGES) });

/** A link's id and secret, as they stand behind the # of its address. */
export const accessSchema = v.strictObject({
  accessId: idSchema,
  secret: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{20,64}$/)),
});

/**
 * With `person` null: what does this code open? With a person: let them in. `personId` is made on the device: sent
 * again it is the same person, another id is somebody else on the same device.
 */
export const joinSchema = v.strictObject({
  code: v.pipe(v.string(), v.maxLength(40)),
  person: v.nullable(v.strictObject({ personId: idSchema, ...personSchema.entries })),
});
export type PersonJoining = NonNullable<v.InferOutput<typeof joinSchema>['person']>;
