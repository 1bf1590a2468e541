import { toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { unsentFrom } from './unsent-text.ts';

describe('unsentFrom', () => {
  it('reads the update and the words, and nothing that is neither', () => {
    const update = Uint8Array.of(0, 0, 255);
    const kept = JSON.stringify({ update: toBase64(update), words: 'Un mot.' });
    expect(unsentFrom(kept)).toEqual({ update, words: 'Un mot.' });
    for (const rubbish of [null, '', '{}', 'no json', '{"update":1,"words":""}'])
      expect(unsentFrom(rubbish)).toBeNull();
  });

  it('gives back to an empty copy what was written on top of the server’s text, whichever comes first', () => {
    const server = new Y.Doc();
    server.getText('text').insert(0, 'Le budget. ');
    const mine = new Y.Doc();
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(server));
    const saved = Y.encodeStateVector(mine);
    mine.getText('text').insert(11, 'Écrit hors ligne.');
    const kept = unsentFrom(
      JSON.stringify({ update: toBase64(Y.encodeStateAsUpdate(mine, saved)), words: '' }),
    );

    const next = new Y.Doc();
    Y.applyUpdate(next, kept?.update ?? new Uint8Array());
    Y.applyUpdate(next, Y.encodeStateAsUpdate(server));
    expect(next.getText('text').toJSON()).toBe('Le budget. Écrit hors ligne.');
    Y.applyUpdate(server, Y.encodeStateAsUpdate(next, Y.encodeStateVector(server)));
    expect(server.getText('text').toJSON()).toBe('Le budget. Écrit hors ligne.');
  });
});
