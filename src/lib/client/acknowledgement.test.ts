import * as Y from 'yjs';
import * as encoding from 'lib0/encoding';
import * as sync from 'y-protocols/sync';
import { describe, expect, it } from 'vitest';
import type { CollabNotice } from '#protocol/collab.ts';
import { COLLAB_MESSAGE } from '#protocol/collab.ts';
import type { Acknowledgement } from './acknowledgement.ts';
import { afterNotice, afterSent, FRESH, isAllSaved, standingRefusal, statusOf } from './acknowledgement.ts';

/** Frames exactly as a y-websocket client makes them. */
const framed = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, COLLAB_MESSAGE.sync);
  write(encoder);
  return encoding.toUint8Array(encoder);
};
const doc = new Y.Doc();
doc.getText('t').insert(0, 'Bonjour');
const question = framed((encoder) => sync.writeSyncStep1(encoder, doc));
const whole = framed((encoder) => sync.writeSyncStep2(encoder, doc));
const update = framed((encoder) => sync.writeUpdate(encoder, Y.encodeStateAsUpdate(doc)));
const presence = Uint8Array.of(COLLAB_MESSAGE.awareness, 1, 0);

const sent = (...frames: Uint8Array[]): Acknowledgement => frames.reduce(afterSent, FRESH);
const told = (before: Acknowledgement, ...notices: CollabNotice[]): Acknowledgement =>
  notices.reduce(afterNotice, before);

describe('isAllSaved', () => {
  it('is false before the server was told everything', () => {
    expect(isAllSaved(FRESH)).toBe(false);
    expect(isAllSaved(sent(question, presence))).toBe(false);
    expect(sent(question, presence).sent).toBe(0);
  });

  it('is true only when the last acknowledgement reaches the last update', () => {
    const three = sent(question, whole, update, presence, update);
    expect(isAllSaved(three)).toBe(false);
    expect(isAllSaved(told(three, { type: 'acknowledged', frames: 2 }))).toBe(false);
    const saved = told(three, { type: 'acknowledged', frames: 3 });
    expect(isAllSaved(saved)).toBe(true);
    expect(isAllSaved(afterSent(saved, update))).toBe(false);
  });

  it('does not go back for an older acknowledgement', () => {
    const saved = told(
      sent(whole, update),
      { type: 'acknowledged', frames: 2 },
      { type: 'acknowledged', frames: 1 },
    );
    expect(isAllSaved(saved)).toBe(true);
  });

  it('is false after a refusal until a later whole answer is settled', () => {
    const refused = told(
      sent(whole, update),
      { type: 'refused', frame: 2, refusal: 'not-saved' },
      { type: 'acknowledged', frames: 2 },
    );
    expect(isAllSaved(refused)).toBe(false);
    expect(standingRefusal(refused)).toBe('not-saved');
    const answered = afterSent(refused, whole);
    expect(isAllSaved(answered)).toBe(false);
    expect(standingRefusal(answered)).toBeNull();
    expect(isAllSaved(told(answered, { type: 'acknowledged', frames: 3 }))).toBe(true);
  });

  it('is false when the whole answer itself was refused', () => {
    const refused = told(
      sent(whole),
      { type: 'refused', frame: 1, refusal: 'document-full' },
      { type: 'acknowledged', frames: 1 },
    );
    expect(isAllSaved(refused)).toBe(false);
    expect(standingRefusal(refused)).toBe('document-full');
  });

  it('keeps the newest of several refusals', () => {
    const refused = told(
      sent(whole, update, update),
      { type: 'refused', frame: 3, refusal: 'too-much' },
      { type: 'refused', frame: 2, refusal: 'incomplete' },
    );
    expect(refused.refused?.frame).toBe(3);
  });

  it('is false while the disk refuses', () => {
    const saved = told(sent(whole), { type: 'acknowledged', frames: 1 });
    expect(isAllSaved(told(saved, { type: 'state', state: 'not-saved' }))).toBe(false);
    expect(isAllSaved(told(saved, { type: 'state', state: 'writable' }))).toBe(true);
  });
});

describe('statusOf', () => {
  const open = { closed: false, loaded: true, editable: true, connected: true, kept: true, failures: 0 };
  const saved = told(sent(whole), { type: 'acknowledged', frames: 1 });

  it('says saved only of what is acknowledged, on a connection', () => {
    expect(statusOf({ ...open, acknowledgement: saved })).toBe('saved');
    expect(statusOf({ ...open, acknowledgement: afterSent(saved, update) })).toBe('saving');
    expect(statusOf({ ...open, connected: false, acknowledgement: saved })).toBe('offline');
    expect(statusOf({ ...open, connected: false, kept: false, acknowledgement: saved })).toBe(
      'offline-not-kept',
    );
    expect(statusOf({ ...open, acknowledgement: FRESH })).toBe('saving');
  });

  it('is loading until the whole document came, and says so when it does not come', () => {
    expect(statusOf({ ...open, loaded: false, acknowledgement: FRESH })).toBe('loading');
    expect(statusOf({ ...open, loaded: false, failures: 3, acknowledgement: FRESH })).toBe('offline');
  });

  it('puts what can no longer be written before everything', () => {
    const reader = told(saved, { type: 'state', state: 'read-only' });
    expect(statusOf({ ...open, acknowledgement: reader })).toBe('read-only');
    expect(statusOf({ ...open, editable: false, acknowledgement: saved })).toBe('read-only');
    expect(statusOf({ ...open, closed: true, acknowledgement: saved })).toBe('closed');
    const full = told(sent(whole, update), { type: 'refused', frame: 2, refusal: 'document-full' });
    expect(statusOf({ ...open, acknowledgement: full })).toBe('not-saved');
  });
});
