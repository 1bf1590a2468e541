/**
 * A server in a process of its own that, when it is told to, makes long actes one after the other. Its argument is the
 * file of its storage.
 */
import type { Actes } from '#core/actes/actes.ts';
import { normalisingActes } from '#core/actes/normalise-actes.ts';
import { typesetting } from '#core/actes/typeset.ts';
import { openActesExport } from '../../server/export/actes-export.ts';
import { systemClock, systemTimers } from '../../server/clock.ts';
import { inTurns } from '../../server/seminars/in-turns.ts';
import { openSqliteStorage } from '../../server/storage/sqlite/sqlite-storage.ts';
import { startAppHere } from '../support/app-here.ts';
import { recordingLogger } from '../support/surroundings.ts';
import { longActes } from './long-actes.ts';

/** `points` for each atelier, 0 to stop; `assembled`: their words are set and repaired each time, as for a preview. */
export type Told = { readonly points: number; readonly assembled: boolean };
export type Said = { readonly url: string } | { readonly made: number };

const storage = await openSqliteStorage({ file: process.argv[2] ?? '', logger: recordingLogger() });
const actesExport = openActesExport();
const app = await startAppHere(storage, { clock: systemClock, timers: systemTimers, actesExport });
const say = (said: Said): void => void process.send?.(said);
const labels = { actes: 'Actes', image: 'Image' };
let points = 0;

/** As the server sets and repairs what it has put together. */
async function printable(actes: Actes): Promise<Actes> {
  const set = await inTurns(typesetting(actes));
  return (await inTurns(normalisingActes(set, { covers: actesExport.covers, labels }))).actes;
}

async function makeWhileAsked({ assembled }: Told): Promise<void> {
  const ready = longActes(points);
  let made = 0;
  while (points > 0) {
    const actes = assembled ? await printable(ready) : ready;
    await actesExport.make(actes, new Map(), { format: 'pdf' });
    made += 1;
  }
  say({ made });
}

process.on('message', (told: Told) => {
  const wasIdle = points === 0;
  points = told.points;
  if (wasIdle && points > 0) void makeWhileAsked(told);
});
process.on('disconnect', () => {
  void Promise.all([app.close(), storage.close()]).then(() => process.exit());
});
say({ url: app.url });
