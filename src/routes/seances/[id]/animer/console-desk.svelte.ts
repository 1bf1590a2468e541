/** What is open on the console of one room: it outlives a look at another room. */
import type { LiveSitting } from '#lib/client/live-sitting.svelte.ts';
import { RunWarnings } from '../run-warnings.svelte.ts';
import { RunControl } from './run-control.svelte.ts';

/** What lies over the console; one at a time. */
export type Sheet =
  | { readonly type: 'point'; readonly itemId: string }
  | {
      readonly type: 'catch-up' | 'steps' | 'correct-start' | 'restart' | 'elsewhere' | 'pair' | 'rest';
    };

export type ConsoleTab = 'contributions' | 'notes';

export class ConsoleDesk {
  readonly live: LiveSitting;
  readonly control: RunControl;
  readonly warnings = new RunWarnings();
  sheet = $state.raw<Sheet | null>(null);
  tab = $state<ConsoleTab>('contributions');

  constructor(live: LiveSitting) {
    this.live = live;
    this.control = new RunControl(live);
  }

  open(sheet: Sheet): void {
    this.sheet = sheet;
  }

  close(): void {
    this.sheet = null;
  }
}
