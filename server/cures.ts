/** What stops a start, as one sentence each: what is wrong and what to do. */
import type { Config } from './config.ts';
import { StorageError } from './seminars/storage-error.ts';

/** The cure for an error of `listen`, or null when it is not one that an installation can cure. */
export const cureForListening = (error: unknown, { host, port }: Config): string | null => {
  switch (error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined) {
    case 'EADDRINUSE':
      return `Port ${port} is taken: stop what uses it, or choose another, for example PORT=${port === 3001 ? 3002 : 3001}.`;
    case 'EACCES':
      return `This user may not listen on port ${port}: choose one above 1023, for example PORT=3000.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAFNOSUPPORT':
      return `HOST is "${host}", which is no address of this machine: set it to one, for example HOST=0.0.0.0.`;
    default:
      return null;
  }
};

/** The cure for storage that does not open, or null when the error is not storage's. */
export const cureForStorage = (error: unknown, { dataDir }: Config): string | null => {
  if (!(error instanceof StorageError)) return null;
  switch (error.code) {
    case 'storage/newer-schema':
    case 'storage/newer-events':
      return `The data in ${dataDir} was written by a later version: install that version or a later one.`;
    case 'storage/not-ours':
    case 'storage/not-a-database':
      return `The database in ${dataDir} is not one of this program: set DATA_DIR to another folder, or put the right file back.`;
    case 'secret-key/missing':
    case 'secret-key/unreadable':
    case 'secret-key/wrong-length':
      return `The secret key in ${dataDir} cannot be used: put it back from a backup, or every link and session is lost.`;
    case 'storage/corrupt':
    case 'storage/unreadable-event':
      return `The database in ${dataDir} is damaged: put the folder back from a backup.`;
    default:
      return `The database in ${dataDir} does not open (${error.code}): check that the folder is on a local disk with room left and that this user may write there.`;
  }
};
