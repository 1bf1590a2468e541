import { openMemoryStorage } from '../../server/storage/memory/memory-storage.ts';
import { openSqliteStorage } from '../../server/storage/sqlite/sqlite-storage.ts';
import { keepingLogger, newSqliteFolder } from './sqlite-folder.ts';
import { describeStorage } from './storage-contract.ts';

describeStorage('memory', async () => {
  const storage = openMemoryStorage();
  return { storage, reopen: async () => storage, dispose: () => storage.close() };
});

describeStorage('sqlite', async () => {
  const { file, remove } = await newSqliteFolder();
  const logger = keepingLogger();
  let storage = await openSqliteStorage({ file, logger });
  return {
    storage,
    async reopen() {
      await storage.close();
      storage = await openSqliteStorage({ file, logger });
      return storage;
    },
    async dispose() {
      await storage.close();
      await remove();
    },
  };
});
