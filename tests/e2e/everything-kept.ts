import type { Page } from '@playwright/test';
import * as Y from 'yjs';
import { richTextOf } from '#ydoc/snapshot.ts';
import { linesIn } from './notes-room.ts';

/** All that this browser keeps for the address, as text. */
export const everythingKept = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('unreadable'));
      });
    const asText = (_key: string, value: unknown): unknown =>
      value instanceof Uint8Array ? new TextDecoder().decode(value) : value;
    const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await answerOf(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const rows = database.transaction(store).objectStore(store);
        kept.push(name, store, await answerOf(rows.getAllKeys()), await answerOf(rows.getAll()));
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if (/\.(js|css|svg|woff2)$/.test(request.url)) kept.push(request.url);
        else kept.push(request.url, await (await cache.match(request))?.text());
      }
    }
    return JSON.stringify(kept, asText);
  });

/** The shared texts that this browser keeps, as they would be read without a network: a line for each paragraph. */
export async function textsKept(page: Page): Promise<string> {
  const kept = await page.evaluate(async () => {
    const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('unreadable'));
      });
    const texts: number[][][] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await answerOf(indexedDB.open(name));
      if (database.objectStoreNames.contains('updates')) {
        const updates = database.transaction('updates').objectStore('updates').getAll();
        texts.push((await answerOf(updates as IDBRequest<Uint8Array[]>)).map((update) => [...update]));
      }
      database.close();
    }
    return texts;
  });
  return kept
    .flatMap((updates) => {
      const text = new Y.Doc();
      for (const update of updates) Y.applyUpdate(text, Uint8Array.from(update));
      return richTextOf(text).flatMap(linesIn);
    })
    .join('\n');
}
