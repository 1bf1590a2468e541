/** What people say in a sitting, and what those who sort it do with it, as schemas. */
import * as v from 'valibot';
import {
  CONTRIBUTION_KINDS,
  CONTRIBUTION_LENGTH,
  ENTRIES,
  HEADING_LENGTH,
  REASON_LENGTH,
} from '#core/contributions/contribution.ts';
import { DOTS_LIMITS } from '#core/contributions/dots.ts';
import { WALL_CONTENTS } from '#core/contributions/wall.ts';
import { fewIds, hashSchema, idSchema, keySchema, requiredLine } from './fields.ts';

const inSitting = <T extends string, E extends v.ObjectEntries>(type: T, entries: E) =>
  v.strictObject({ type: v.literal(type), sittingId: idSchema, ...entries });

const one = { contributionId: idSchema };
const place = { itemId: v.nullable(idSchema), questionId: v.nullable(idSchema) };
const words = {
  ...place,
  kind: v.nullable(v.picklist(CONTRIBUTION_KINDS)),
  text: requiredLine(CONTRIBUTION_LENGTH),
};
const manyContributions = fewIds(200);

export const contributionCommandSchema = v.variant('type', [
  inSitting('contribution/make', {
    /** Made on the device, so that a late resend counts once. */
    ...one,
    ...words,
    unnamed: v.boolean(),
    /** Without a name: the hash of the device's key; absent, nobody can change it. */
    keyHash: v.optional(v.nullable(hashSchema), null),
    /** Without a name: function and town stand beside it, where there are enough people. */
    withFunction: v.optional(v.boolean(), false),
    /** The silent writing that was open when typing began. */
    silenceId: v.optional(v.nullable(idSchema), null),
    entry: v.optional(v.picklist(ENTRIES), 'typed'),
    /** Whose words they are, when someone else enters them. */
    attributedTo: v.optional(v.nullable(idSchema), null),
  }),
  /** `key` for what was said without a name; null else. */
  inSitting('contribution/change', { ...one, ...words, key: v.nullable(keySchema) }),
  inSitting('contribution/withdraw', { ...one, key: v.nullable(keySchema) }),
  inSitting('contribution/support', one),
  inSitting('contribution/unsupport', one),
  inSitting('contribution/agree', one),
  inSitting('contribution/disown', one),
  inSitting('contribution/agree-on-paper', { contributionIds: manyContributions }),
  inSitting('contribution/disown-on-paper', { contributionIds: manyContributions }),
  inSitting('contribution/place', { ...one, ...place }),
  inSitting('contribution/hide', { ...one, reason: requiredLine(REASON_LENGTH) }),
  inSitting('contribution/show', one),
  inSitting('contribution/pin', one),
  inSitting('contribution/unpin', one),
  inSitting('contribution/approve', one),
  inSitting('contribution/group', { contributionIds: manyContributions, groupId: v.nullable(idSchema) }),
  inSitting('group/make', {
    groupId: idSchema,
    heading: requiredLine(HEADING_LENGTH),
    contributionIds: manyContributions,
  }),
  inSitting('group/rename', { groupId: idSchema, heading: requiredLine(HEADING_LENGTH) }),
  inSitting('group/dissolve', { groupId: idSchema }),
  inSitting('wall/set', { shows: v.picklist(WALL_CONTENTS) }),
  inSitting('silence/open', {
    silenceId: idSchema,
    ...place,
    minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
  }),
  inSitting('silence/extend', {
    silenceId: idSchema,
    minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
  }),
  inSitting('silence/reveal', { silenceId: idSchema }),
  inSitting('dots/open', {
    dotsId: idSchema,
    budget: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(DOTS_LIMITS.budget)),
    contributionIds: fewIds(DOTS_LIMITS.contributions),
  }),
  inSitting('dots/place', {
    dotsId: idSchema,
    ...one,
    count: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(DOTS_LIMITS.budget)),
  }),
  inSitting('dots/show', { dotsId: idSchema }),
  inSitting('dots/put-away', { dotsId: idSchema }),
]);
