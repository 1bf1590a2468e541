/** Others' words wait while one is being composed here. */
import type { Decoder } from 'lib0/decoding';
import { createEncoder } from 'lib0/encoding';
import type { WebsocketProvider } from 'y-websocket';
import { COLLAB_MESSAGE, SYNC_MESSAGE } from '#protocol/collab.ts';
import type { Timers } from './timers.ts';

/** Longest wait in milliseconds: an input method may leave a word half composed for as long as its person thinks. */
const PATIENCE = 3000;

/**
 * Holds back what comes from others, text and carets, while a word is being composed: a paragraph that is redrawn
 * under a phone's keyboard ends the composition, and the keyboard then writes its word a second time. Answers what
 * lets everything through again, to be called when a composition may have ended.
 */
export function holdWhileComposing(
  provider: WebsocketProvider,
  isComposing: () => boolean,
  timers: Timers,
): () => void {
  const held: (() => void)[] = [];
  let round = 0;
  const letGo = (): void => {
    round += 1;
    held.splice(0).forEach((apply) => apply());
  };
  const letGoWhenComposed = (): void => {
    if (!isComposing()) letGo();
  };
  for (const type of [COLLAB_MESSAGE.sync, COLLAB_MESSAGE.awareness]) {
    const handle = provider.messageHandlers[type];
    if (handle === undefined) continue;
    provider.messageHandlers[type] = (encoder, decoder, from, emitSynced, messageType) => {
      letGoWhenComposed();
      if (!isComposing() || (type === COLLAB_MESSAGE.sync && asksForOurs(decoder))) {
        handle(encoder, decoder, from, emitSynced, messageType);
        return;
      }
      // What is held asks for no answer: an encoder of its own takes none.
      held.push(() => handle(createEncoder(), decoder, from, emitSynced, messageType));
      if (held.length > 1) return;
      const present = round;
      timers.later(() => {
        if (round === present) letGo();
      }, PATIENCE);
    };
  }
  return () => timers.later(letGoWhenComposed, 0);
}

const asksForOurs = ({ arr, pos }: Decoder): boolean => arr[pos] === SYNC_MESSAGE.step1;
