import { StorageError } from '../../server/seminars/storage-error.ts';

/** The code that a promise rejects with. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof StorageError) return error.code;
    throw error;
  }
  throw new Error('It did not reject.');
}
