/** What this device lets go of when a séminaire, or somebody's visit on a shared device, is over. */
import * as v from 'valibot';
import { forgetPerson } from './chosen-person.ts';
import { keysOf } from './contribution-keys.ts';
import type { DeviceDatabase, DeviceStore } from './device-database.ts';
import { dropKeptDocument, keptDocuments } from './kept-records.ts';
import { outboxFrom } from './outbox-queue.ts';

const ofSeminar = v.looseObject({ seminarId: v.string() });
const ofSitting = v.looseObject({ sittingId: v.string() });

/** Lets go of every copy of the séminaire; what was not sent stays. */
export async function purgeDevice(device: DeviceDatabase, seminarId: string): Promise<void> {
  const isOver = (kept: unknown): boolean => {
    const read = v.safeParse(ofSeminar, kept);
    return read.success && read.output.seminarId === seminarId;
  };
  await dropWhere(device, 'states', isOver);
  await dropWhere(device, 'keys', isOver);
  const texts = keptDocuments(device).filter((it) => it.seminarId === seminarId && !it.unsent);
  await Promise.all(texts.map((text) => dropKeptDocument(device, text.name)));
}

/** Whether something this person said or began to say in the sitting is on this device only. */
export const hasUnsent = (device: DeviceDatabase, sittingId: string, personId: string): boolean =>
  draftsOf(device, sittingId, personId).length > 0 ||
  outboxFrom(
    device.all('outbox').map(([, kept]) => kept),
    sittingId,
  ).waiting.some(({ by }) => by === personId);

/** Lets go of everything of one person's visit to a sitting, sent or not: they said that they are done. */
export async function purgeVisit(
  device: DeviceDatabase,
  visit: { readonly seminarId: string; readonly sittingId: string; readonly personId: string },
): Promise<void> {
  const { seminarId, sittingId, personId } = visit;
  const { waiting, refused } = outboxFrom(
    device.all('outbox').map(([, kept]) => kept),
    sittingId,
  );
  const theirs = [...waiting, ...refused].filter(({ by }) => by === null || by === personId);
  await Promise.all(theirs.map(({ commandId }) => device.drop('outbox', commandId)));
  await Promise.all(
    keysOf(device, sittingId, personId).map(({ contributionId }) => device.drop('keys', contributionId)),
  );
  await Promise.all(draftsOf(device, sittingId, personId).map((key) => device.drop('drafts', key)));
  await dropWhere(device, 'states', (kept) => {
    const read = v.safeParse(ofSitting, kept);
    return read.success && read.output.sittingId === sittingId;
  });
  const texts = keptDocuments(device).filter((it) => it.seminarId === seminarId);
  await Promise.all(texts.map((text) => dropKeptDocument(device, text.name)));
  await device.drop('aside', `notes:${sittingId}`);
  forgetPerson(sittingId, personId);
}

/** The key of the draft of somebody's next contribution, or of a change of one. */
export const draftOf = (
  sittingId: string,
  personId: string | null,
  contributionId: string | null = null,
): string =>
  `contribution.${sittingId}.${personId ?? ''}${contributionId === null ? '' : `.${contributionId}`}`;

const draftsOf = (device: DeviceDatabase, sittingId: string, personId: string): readonly string[] => {
  const next = draftOf(sittingId, personId);
  return device
    .all('drafts')
    .map(([key]) => key)
    .filter((key) => key === next || key.startsWith(`${next}.`));
};

async function dropWhere(
  device: DeviceDatabase,
  store: DeviceStore,
  which: (kept: unknown) => boolean,
): Promise<void> {
  const found = device.all(store).filter(([, kept]) => which(kept));
  await Promise.all(found.map(([key]) => device.drop(store, key)));
}
