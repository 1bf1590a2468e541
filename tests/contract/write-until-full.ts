/** A process that writes until its disk takes no more, then reports as one line of JSON what storage said. */
import { StorageFailure } from '../../server/seminars/storage-error.ts';
import { openSqliteStorage } from '../../server/storage/sqlite/sqlite-storage.ts';
import { keepingLogger } from './sqlite-folder.ts';
import { made } from './events.ts';

const [file = ''] = process.argv.slice(2);
const logger = keepingLogger();
const storage = await openSqliteStorage({ file, logger });

let acknowledged = 0;
let failure: StorageFailure | null = null;
while (failure === null) {
  try {
    const event = made(`e${acknowledged + 1}`, 'La salle est pleine. '.repeat(500));
    await storage.events.append([{ stream: 'sitting:s1', expectedSeq: acknowledged, events: [event] }], []);
    acknowledged += 1;
  } catch (error) {
    if (!(error instanceof StorageFailure)) throw error;
    failure = error;
  }
}

const report = {
  acknowledged,
  failure: failure.code,
  writable: storage.writable(),
  stillRead: (await storage.events.read('sitting:s1', 0)).length,
  logged: logger.kept.map(({ event }) => event),
};
process.stdout.write(JSON.stringify(report));
process.exit(0);
