/** What an earlier build of the page kept in this browser's local storage moves to the device's database, once. */
import * as v from 'valibot';
import type { DeviceDatabase } from './device-database.ts';
import { dropStored, readStored, storedKeys } from './device-storage.ts';
import { setAside } from './set-aside.ts';

const outboxSchema = v.object({ waiting: v.array(v.unknown()), refused: v.array(v.unknown()) });
const commandSchema = v.looseObject({ commandId: v.string() });
const textSchema = v.object({ words: v.string() });

/** Moves each entry and only then lets go of it where it was. */
export async function adoptStored(device: DeviceDatabase): Promise<void> {
  const adopt = async (prefix: string, move: (rest: string, kept: string) => Promise<unknown>) => {
    for (const key of storedKeys(prefix)) {
      await move(key.slice(prefix.length), readStored(key) ?? '');
      dropStored(key);
    }
  };
  // Where nothing is kept, what is there stays where it is.
  if (!device.isKept) return;
  await adopt('outbox.', async (_sittingId, kept) => {
    const outbox = v.safeParse(outboxSchema, jsonIn(kept));
    if (!outbox.success) return;
    for (const [index, entry] of [...outbox.output.refused, ...outbox.output.waiting].entries()) {
      const command = v.safeParse(commandSchema, entry);
      if (!command.success) continue;
      const { commandId } = command.output;
      await device.keep('outbox', commandId, { ...command.output, order: index, notBefore: null });
    }
  });
  await adopt('draft.', (key, kept) => device.keep('drafts', key, kept));
  await adopt('aside.', (document, kept) => device.keep('aside', document, kept));
  // Updates could only be sent on top of a copy that the page no longer has; their words are kept for their author.
  await adopt('text.', async (key, kept) => {
    const text = v.safeParse(textSchema, jsonIn(kept));
    const wireName = key.slice(0, key.lastIndexOf('.'));
    if (text.success) await setAside(device, wireName, text.output.words);
  });
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
