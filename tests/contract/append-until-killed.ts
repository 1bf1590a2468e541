/** A process that appends to several streams and one document, and says on its output what was acknowledged. */
import type { StreamId } from '#core/events/envelope.ts';
import { openSqliteStorage } from '../../server/storage/sqlite/sqlite-storage.ts';
import { keepingLogger } from './sqlite-folder.ts';
import { supported } from './events.ts';

const STREAMS = 6;
const DOCUMENT = 'notes:s1';

const [file = '', round = ''] = process.argv.slice(2);
const storage = await openSqliteStorage({ file, logger: keepingLogger() });

const say = (line: string) => process.stdout.write(`${line}\n`);

async function appendForEver(stream: StreamId): Promise<never> {
  for (let seq = (await storage.events.read(stream, 0)).length; ; seq += 1) {
    const id = `${stream}-${round}-${seq}`;
    const receipts = [{ commandId: `command-${id}`, answer: id }];
    const appended = await storage.events.append(
      [{ stream, expectedSeq: seq, events: [supported(id)] }],
      receipts,
    );
    if (!appended.ok) throw new Error(`${stream} had moved on.`);
    say(`event ${stream} ${seq + 1} ${id}`);
  }
}

async function writeForEver(): Promise<never> {
  for (;;) {
    const update = crypto.getRandomValues(new Uint8Array(200));
    const seq = await storage.documents.commit({ document: DOCUMENT, epoch: 1, update, clients: [] });
    say(`update ${DOCUMENT} ${seq} ${Buffer.from(update).toString('base64')}`);
  }
}

await Promise.all([
  writeForEver(),
  ...Array.from({ length: STREAMS }, (_, index) => appendForEver(`sitting:s${index}`)),
]);
