/** What is open on the console of one room: it outlives a look at another room. */
import type { LiveSitting } from '#lib/client/live-sitting.svelte.ts';
import { RunWarnings } from '../run-warnings.svelte.ts';
import { PhotoUploads } from './photo-uploads.svelte.ts';
import { RoomControl } from './room-control.svelte.ts';
import { RunControl } from './run-control.svelte.ts';
import { SittingList } from './sitting-list.svelte.ts';
import { Sorting } from './sorting.svelte.ts';

/** What a menu or a button opens without saying more. */
export type PlainSheet =
  | ('catch-up' | 'steps' | 'correct-start' | 'restart' | 'elsewhere' | 'pair' | 'rest' | 'spoken')
  | ('people' | 'ask-for' | 'round' | 'round-turn' | 'silence' | 'dots' | 'photos' | 'closing');

/** What lies over the console; one at a time. */
export type Sheet =
  | { readonly type: 'point'; readonly itemId: string }
  | { readonly type: 'presentation'; readonly personId: string; readonly name: string }
  | { readonly type: PlainSheet };

export type ConsoleTab = 'contributions' | 'notes' | 'floor';

export class ConsoleDesk {
  readonly live: LiveSitting;
  readonly control: RunControl;
  readonly roomControl: RoomControl;
  readonly list: SittingList;
  readonly uploads: PhotoUploads;
  readonly sorting: Sorting;
  readonly warnings = new RunWarnings();
  sheet = $state.raw<Sheet | null>(null);
  tab = $state<ConsoleTab>('contributions');
  /** In the present tour de table: those passed over for the moment. */
  skipped = $state.raw<readonly string[]>([]);
  /** Asks for the floor that were looked at. */
  seenAskIds = $state.raw<readonly string[]>([]);

  constructor(live: LiveSitting) {
    this.live = live;
    this.control = new RunControl(live);
    this.roomControl = new RoomControl(live);
    this.sorting = new Sorting(live);
    const sittingId = (): string => live.head.sittingId;
    this.list = new SittingList(sittingId);
    this.uploads = new PhotoUploads(sittingId);
  }

  open(sheet: Sheet): void {
    // What was refused before is not this sheet's.
    this.roomControl.dismissRefusal();
    this.sheet = sheet;
  }

  close(): void {
    this.sheet = null;
    this.roomControl.dismissRefusal();
  }
}
