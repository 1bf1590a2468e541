/** A sitting as somebody finds it who comes new: all that was said, page by page, and its notes as a stock client reads them. */
import type { Block } from '#core/actes/rich-text.ts';
import type { Audience } from '#protocol/inputs.ts';
import type { ContributionView, SittingState } from '#protocol/views.ts';
import { richTextOf } from '#ydoc/snapshot.ts';
import type { Device } from './device.ts';
import { connected, subscribed } from './device.ts';

export type WholeSitting = {
  readonly state: SittingState;
  readonly contributions: readonly ContributionView[];
};

/** On a socket of its own, which it closes. */
export async function wholeSitting(
  device: Device,
  sittingId: string,
  audience: Audience = 'console',
): Promise<WholeSitting> {
  const socket = device.socket();
  try {
    await connected(socket);
    const state = await subscribed(socket, { channel: 'sitting', sittingId, audience });
    const contributions = [...state.contributions];
    let before = state.olderBefore;
    while (before !== null) {
      const page = await socket.emitWithAck('page', { sittingId, before, by: null });
      if (!page.ok) throw new Error(page.error.code);
      contributions.push(...page.value.contributions);
      before = page.value.olderBefore;
    }
    return { state, contributions };
  } finally {
    socket.disconnect();
  }
}

/** What the server has of the notes. */
export async function wholeNotes(device: Device, { documents }: SittingState): Promise<readonly Block[]> {
  const { doc, provider } = device.text(documents.notes ?? '');
  try {
    await new Promise<void>((resolve) => provider.on('sync', (synced: boolean) => synced && resolve()));
    return richTextOf(doc);
  } finally {
    provider.destroy();
  }
}
