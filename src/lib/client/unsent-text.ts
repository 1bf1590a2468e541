/**
 * What was written in a shared text and is not on the server's disk, kept on this device: a tab that dies offline gives
 * it back to the next one. Once its document has a new epoch, only the words are left, for a person to put back.
 */
import { fromBase64, toBase64 } from 'lib0/buffer';
import * as v from 'valibot';
import * as Y from 'yjs';
import { documentName, parseWireName } from '#ydoc/document-names.ts';
import { dropStored, keepStored, readStored, storedKeys } from './device-storage.ts';

/** `update` is Yjs' own; `words` are the lines nobody else has. */
export type UnsentText = { readonly update: Uint8Array; readonly words: string };

const unsentSchema = v.object({ update: v.string(), words: v.string() });

const prefixOf = (wireName: string): string => `text.${wireName}.`;

/** One key a tab, so that two tabs do not overwrite each other. */
export const unsentKey = (wireName: string, clientId: number): string => `${prefixOf(wireName)}${clientId}`;

export const keepUnsent = (key: string, { update, words }: UnsentText): boolean =>
  keepStored(key, JSON.stringify({ update: toBase64(update), words }));

/** What earlier tabs could not send to this document. */
export function unsentTexts(wireName: string): readonly (UnsentText & { readonly key: string })[] {
  return storedKeys(prefixOf(wireName)).flatMap((key) => {
    const unsent = unsentFrom(readStored(key));
    return unsent === null ? [] : [{ ...unsent, key }];
  });
}

/** Puts back into a copy what earlier tabs could not send; answers the keys it was kept under. */
export function takeUpUnsent(doc: Y.Doc, wireName: string): readonly string[] {
  return unsentTexts(wireName).flatMap(({ key, update }) => {
    try {
      Y.applyUpdate(doc, update);
      return [key];
    } catch {
      dropStored(key);
      return [];
    }
  });
}

/** Null when it cannot be read. */
export function unsentFrom(kept: string | null): UnsentText | null {
  if (kept === null) return null;
  try {
    const { update, words } = v.parse(unsentSchema, JSON.parse(kept));
    return { update: fromBase64(update), words };
  } catch {
    return null;
  }
}

/** The words set aside belong to the document, whatever its epoch. */
const asideKey = (wireName: string): string => {
  const ref = parseWireName(wireName);
  return `aside.${ref === null ? wireName : documentName(ref)}`;
};

export const readAside = (wireName: string): string => readStored(asideKey(wireName)) ?? '';

/** Adds words to those already set aside. */
export function setAside(wireName: string, words: string): void {
  const before = readAside(wireName);
  const all = before === '' ? words : `${before}\n${words}`;
  if (words !== '') keepStored(asideKey(wireName), all);
}

export const dropAside = (wireName: string): void => dropStored(asideKey(wireName));
