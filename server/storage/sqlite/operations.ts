/** Everything the writer thread can be asked, by name. */
import {
  accessByCode,
  accessById,
  accessesOfPerson,
  accessesOfSeminar,
  accessesOfSitting,
  addGrant,
  grantsOfSession,
  holdersInSitting,
  removeGrant,
  openSession,
  saveAccess,
  sessionByToken,
  withdrawAllGrants,
  withdrawGrants,
} from './access-rows.ts';
import type { Connection } from './connection.ts';
import { clientOwners, commitUpdate, compact, epochOf, loadDocument, renew } from './document-rows.ts';
import { append, forgetReceipts, readStream, receiptOf, redactEvents } from './event-rows.ts';
import {
  keepText,
  keptTextById,
  keptTextsOfSeminar,
  replaceKeptText,
  reserveAddress,
  seminarAtAddress,
} from './kept-text-rows.ts';
import { openPairings, savePairing } from './pairing-rows.ts';
import { erasePerson, peopleOfSeminar, personById, savePerson } from './person-rows.ts';

type Run<I, O> = (connection: Connection, input: I) => O;

/** Runs under a savepoint of the common transaction; what it throws takes back only itself. */
const write = <I, O>(run: Run<I, O>) => ({ kind: 'write' as const, run });
/** A write after which what it removed must be gone from the write-ahead log too. */
const erasure = <I, O>(run: Run<I, O>) => ({ kind: 'erasure' as const, run });
/** Runs after the commit of the writes it was posted with. */
const read = <I, O>(run: Run<I, O>) => ({ kind: 'read' as const, run });

const OPERATIONS = {
  append: write(append),
  forgetReceipts: write(forgetReceipts),
  redactEvents: erasure(redactEvents),
  readStream: read(readStream),
  receiptOf: read(receiptOf),

  savePerson: write(savePerson),
  erasePerson: erasure(erasePerson),
  personById: read(personById),
  peopleOfSeminar: read(peopleOfSeminar),

  saveAccess: write(saveAccess),
  accessById: read(accessById),
  accessByCode: read(accessByCode),
  accessesOfSeminar: read(accessesOfSeminar),
  accessesOfSitting: read(accessesOfSitting),
  accessesOfPerson: read(accessesOfPerson),
  openSession: write(openSession),
  sessionByToken: read(sessionByToken),
  addGrant: write(addGrant),
  removeGrant: write(removeGrant),
  grantsOfSession: read(grantsOfSession),
  holdersInSitting: read(holdersInSitting),
  withdrawGrants: write(withdrawGrants),
  withdrawAllGrants: write(withdrawAllGrants),

  savePairing: write(savePairing),
  openPairings: read(openPairings),

  keepText: write(keepText),
  replaceKeptText: erasure(replaceKeptText),
  keptTextById: read(keptTextById),
  keptTextsOfSeminar: read(keptTextsOfSeminar),
  reserveAddress: write(reserveAddress),
  seminarAtAddress: read(seminarAtAddress),

  epochOf: read(epochOf),
  loadDocument: read(loadDocument),
  clientOwners: read(clientOwners),
  commitUpdate: write(commitUpdate),
  compact: write(compact),
  renew: erasure(renew),
};

export type OperationName = keyof typeof OPERATIONS;
export type InputOf<N extends OperationName> = Parameters<(typeof OPERATIONS)[N]['run']>[1];
export type OutputOf<N extends OperationName> = ReturnType<(typeof OPERATIONS)[N]['run']>;

/** A question to the writer thread. */
export type Request = { readonly id: number; readonly name: OperationName; readonly input: unknown };

export const kindOf = (request: Request): 'read' | 'write' | 'erasure' => OPERATIONS[request.name].kind;

/** Does what is asked and answers what the operation answers. */
export const perform = (connection: Connection, request: Request): unknown =>
  (OPERATIONS[request.name].run as Run<unknown, unknown>)(connection, request.input);
