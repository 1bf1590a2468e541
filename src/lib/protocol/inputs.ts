/** What people send, as schemas: every channel parses with these before anything else looks at it. */
import * as v from 'valibot';
import { ROLES } from '#core/access/roles.ts';
import { PHOTO_LIMITS, PHOTO_TYPES } from '#core/photos/photo.ts';
import { CONSENTS } from '#core/seminar/person.ts';
import { contributionCommandSchema } from './contribution-inputs.ts';
import { idSchema, instantSchema, keySchema, line, requiredLine } from './fields.ts';
import { LIMITS } from './limits.ts';
import { preparationCommandSchema } from './preparation-inputs.ts';
import { regieCommandSchema } from './regie-inputs.ts';
import { roomCommandSchema } from './room-inputs.ts';
import { replaySchema, runCommandSchema } from './run-inputs.ts';
import { synthesisCommandSchema } from './synthesis-inputs.ts';

export { idSchema, instantSchema } from './fields.ts';
export {
  createSeminarSchema,
  itemsSchema,
  parseAgendaSchema,
  parseProgrammeSchema,
} from './preparation-inputs.ts';
export type { CreateSeminar } from './preparation-inputs.ts';

export const roleSchema = v.picklist(ROLES);

export const personSchema = v.strictObject({
  firstName: line(LIMITS.nameLength),
  lastName: line(LIMITS.nameLength),
  function: line(LIMITS.nameLength),
  town: line(LIMITS.nameLength),
  consent: v.picklist(CONSENTS),
});

/** A command as it crosses the wire: its id makes a second sending harmless, `as` says in which role the page acts. */
export const commandSchema = v.strictObject({
  commandId: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/)),
  as: roleSchema,
  /** The person the page acts as, or null when it does not say: a phone may be several people's. */
  by: v.nullable(idSchema),
  /** Server time after which it comes too late and is refused; null for what is sent again until it arrives. */
  validUntil: v.optional(v.nullable(instantSchema), null),
  command: v.union([
    runCommandSchema,
    replaySchema,
    contributionCommandSchema,
    roomCommandSchema,
    preparationCommandSchema,
    regieCommandSchema,
    synthesisCommandSchema,
  ]),
});
/** As a page sends it; parsing fills in what may be left out. */
export type CommandEnvelope = v.InferInput<typeof commandSchema>;
export type Command = CommandEnvelope['command'];
export type CommandType = Command['type'];

/** Commands that wait on the device until they arrive, however long that takes; all others are of the moment. */
export const KEPT_COMMANDS = [
  'contribution/make',
  'contribution/change',
  'contribution/withdraw',
  'contribution/support',
  'contribution/unsupport',
  'contribution/agree',
  'contribution/disown',
  'dots/place',
  'presentation/write',
  'presentation/agree',
] as const satisfies readonly CommandType[];
export type KeptCommand = Extract<Command, { type: (typeof KEPT_COMMANDS)[number] }>;
export const keptCommandSchema = v.pipe(
  v.union([contributionCommandSchema, roomCommandSchema]),
  v.check(({ type }) => (KEPT_COMMANDS as readonly string[]).includes(type)),
  v.transform((command) => command as KeptCommand),
);

export const subscribeSchema = v.variant('channel', [
  v.strictObject({
    channel: v.literal('sitting'),
    sittingId: idSchema,
    audience: v.picklist(['console', 'participant', 'screen']),
    /** The person the page acts as, or null: then the one who joined last on this device. */
    by: v.nullable(idSchema),
  }),
  v.strictObject({ channel: v.literal('seminar'), seminarId: idSchema }),
  v.strictObject({ channel: v.literal('actes'), seminarId: idSchema }),
]);
export type Subscribe = v.InferOutput<typeof subscribeSchema>;
export type Audience = Extract<Subscribe, { channel: 'sitting' }>['audience'];

/** Asks for the contributions made before the one at `before` in the log (its `seq`). */
export const pageSchema = v.strictObject({
  sittingId: idSchema,
  by: v.nullable(idSchema),
  before: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/** Asks for what is this person's own; `keys` are those of what this device said without a name. */
export const ownSchema = v.strictObject({
  sittingId: idSchema,
  by: v.nullable(idSchema),
  keys: v.pipe(v.array(v.strictObject({ contributionId: idSchema, key: keySchema })), v.maxLength(200)),
});
export type AskOwn = v.InferInput<typeof ownSchema>;

/** What someone who holds a link or a pairing says of themselves. */
export const introductionSchema = v.strictObject({ personId: idSchema, ...personSchema.entries });

/** Whose own link is asked for: a person on the list of this sitting. */
export const personalLinkSchema = v.strictObject({ sittingId: idSchema, personId: idSchema });

/** What comes with a photo's bytes, in the address: '' for no point or question. */
export const newPhotoSchema = v.strictObject({
  photoId: idSchema,
  itemId: v.nullable(idSchema),
  questionId: v.nullable(idSchema),
  description: requiredLine(PHOTO_LIMITS.description),
  mediaType: v.picklist(PHOTO_TYPES),
});

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
  person: v.nullable(
    v.strictObject({
      personId: idSchema,
      ...personSchema.entries,
      /** Someone of that name is on the list: refused and asked, « c'est moi », or somebody else of the same name. */
      sameName: v.optional(v.picklist(['ask', 'me', 'another']), 'ask'),
    }),
  ),
});
/** A shared device forgets someone who took part in a sitting on it. */
export const leaveSchema = v.strictObject({ sittingId: idSchema, personId: idSchema });

export type PersonJoining = NonNullable<v.InferOutput<typeof joinSchema>['person']>;
