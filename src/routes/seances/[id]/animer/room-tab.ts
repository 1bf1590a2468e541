/** A room as its tab shows it: which it is, how its time stands, in a word and a sign. */
import type { RunProjection } from '#core/agenda/run.ts';
import { formatRemaining, formatTimeOfDay } from '#core/time/formats.ts';
import type { Messages } from '#i18n/messages.ts';
import { remainingWords } from '#lib/ui/length-words.ts';
import { timeStateOf } from '#lib/ui/time-state.ts';
import type { TimeState } from '#lib/ui/time-state.ts';
import type { SittingHead } from '#protocol/views.ts';

export type RoomTab = {
  readonly sittingId: string;
  readonly name: string;
  readonly state: TimeState | 'waiting' | 'suspended' | 'finished';
  readonly standing: string;
};

/** « Ouessant », else the atelier, with the group where one atelier has several. */
export const roomName = (head: SittingHead): string =>
  [head.room === '' ? head.atelierTitle : head.room, head.sittingsCount > 1 ? head.label : '']
    .filter((part) => part !== '')
    .join(' · ');

export function roomTab(head: SittingHead, projection: RunProjection, words: Messages): RoomTab {
  const tab = (state: RoomTab['state'], standing: string): RoomTab => ({
    sittingId: head.sittingId,
    name: roomName(head),
    state,
    standing,
  });
  const { clock } = words;
  if (projection.status === 'finished') return tab('finished', clock.finished);
  if (projection.status === 'not-started') {
    if (head.start === null) return tab('waiting', clock.notStarted);
    const time = formatTimeOfDay(head.start, head.description.zone, words.language);
    return tab('waiting', clock.startsAt(time, ''));
  }
  const current = projection.items.find(({ state }) => state === 'current');
  if (current === undefined) return tab('calm', '');
  const left = remainingWords(current.remaining, clock);
  if (projection.status === 'suspended') return tab('suspended', `${clock.suspended} · ${left}`);
  const state = timeStateOf(current.remaining, current.allotted);
  if (state !== 'over') return tab(state, left);
  const { sign, value } = formatRemaining(current.remaining);
  return tab(state, sign === '' ? clock.justOver : clock.overBy(Number(value)));
}
