/**
 * A server in a process of its own, with a séminaire whose actes are long. When it is told to, it makes such actes one
 * after the other without assembling them. Its argument is the file of its storage.
 */
import { openActesExport } from '../../server/export/actes-export.ts';
import { systemClock, systemTimers } from '../../server/clock.ts';
import { openMemoryAttachments } from '../../server/storage/attachments/memory-attachments.ts';
import { openSqliteStorage } from '../../server/storage/sqlite/sqlite-storage.ts';
import { SECRET_KEY, startAppHere } from '../support/app-here.ts';
import { recordingLogger } from '../support/surroundings.ts';
import { longActes } from './long-actes.ts';
import type { LongSeminar } from './long-seminar.ts';
import { seedLongSeminar } from './long-seminar.ts';

/** Points of each atelier that make some 60 pages: of actes alone, and with the annexes of a real séminaire. */
const POINTS = 8;
const SEMINAR_POINTS = 4;

export type Told = 'make' | 'stop';
export type Said = { readonly url: string; readonly long: LongSeminar } | { readonly made: number };

const storage = await openSqliteStorage({ file: process.argv[2] ?? '', logger: recordingLogger() });
const attachments = openMemoryAttachments();
const long = await seedLongSeminar({ storage, attachments, secretKey: SECRET_KEY }, SEMINAR_POINTS);
const actesExport = openActesExport();
const app = await startAppHere(storage, {
  ...{ clock: systemClock, timers: systemTimers, actesExport, attachments },
});
const say = (said: Said): void => void process.send?.(said);
let isAsked = false;

async function makeWhileAsked(): Promise<void> {
  const actes = longActes(POINTS);
  let made = 0;
  for (; isAsked; made += 1) await actesExport.make(actes, new Map(), { format: 'pdf' });
  say({ made });
}

process.on('message', (told: Told) => {
  const wasAsked = isAsked;
  isAsked = told === 'make';
  if (isAsked && !wasAsked) void makeWhileAsked();
});
process.on('disconnect', () => {
  void Promise.all([app.close(), storage.close()]).then(() => process.exit());
});
say({ url: app.url, long });
