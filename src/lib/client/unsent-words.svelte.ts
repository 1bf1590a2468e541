/** What of a shared text is on this device only: its copy here, which lines no server has, and those set aside. */
import type { EditorState } from 'prosemirror-state';
import type * as Y from 'yjs';
import { device } from './device.ts';
import { dropOlderCopies, KeptDocument } from './kept-document.ts';
import type { Keeping } from './kept-records.ts';
import { unsavedLines } from './sections.ts';
import { dropAside, readAside } from './set-aside.ts';

export type UnsentWordsParts = {
  readonly doc: Y.Doc;
  readonly wireName: string;
  readonly keeping: Keeping;
  /** As the editor has it; null while there is none. */
  readonly present: () => EditorState | null;
};

export class UnsentWords {
  readonly #parts: UnsentWordsParts;
  readonly #kept: KeptDocument;
  /** As of the last time all of it was on the server's disk. */
  #savedState: EditorState | null = null;
  /** Of an editor that is gone: its page closes the text after it. */
  #leftState: EditorState | null = null;
  /** The lines of earlier pages of this device that no server has. */
  #earlier = '';
  /** What earlier pages wrote is in this copy and not on the server's disk. */
  #adopted = false;
  /** Something in this copy is not on the server's disk; of it, something was written on this page. */
  #any = false;
  #written = false;
  #aside = $state('');

  constructor(parts: UnsentWordsParts) {
    this.#parts = parts;
    this.#kept = new KeptDocument(device(), parts.doc, parts.wireName, parts.keeping);
    this.#readAside();
  }

  /** Something is on no server's disk. */
  get any(): boolean {
    return this.#any;
  }
  get adopted(): boolean {
    return this.#adopted;
  }
  /** What the copy of this device writes to the document comes from this. */
  get origin(): unknown {
    return this.#kept.origin;
  }
  /** What is written is on this device's disk. */
  get isKept(): boolean {
    return this.#kept.isKept;
  }
  /** As this device left it: the server had let this person write. */
  get couldWrite(): boolean {
    const { before } = this.#kept;
    return before !== null && before.writable && before.by === this.#parts.keeping.by;
  }

  /** Words that no server took before the document was renewed or closed; '' when there are none. */
  get aside(): string {
    return this.#aside;
  }
  dropAside(): void {
    void dropAside(device(), this.#parts.wireName);
    this.#aside = '';
  }

  /** Those of earlier epochs go, their words set aside. */
  async dropOlder(): Promise<void> {
    await dropOlderCopies(device(), this.#parts.wireName);
    this.#readAside();
  }

  /**
   * Reads the copy of this device into the document; resolves to whether there was one. `synced` says, once it is read,
   * whether the server's text came before it.
   */
  async open(synced: () => boolean): Promise<boolean> {
    const { before } = this.#kept;
    if (before === null || !(await this.#kept.open())) return false;
    this.#earlier = before.words;
    this.#adopted = before.unsent && !synced();
    this.#any ||= this.#adopted;
    return true;
  }

  /** Something was written on this page; answers whether it is the first that no server has. */
  wrote(): boolean {
    const isFirst = !this.#any;
    this.#any = true;
    this.#written = true;
    return isFirst;
  }

  /** What stands now is the ground on which new words are told from old ones. */
  noteBaseline(): void {
    if (!this.#written) this.#savedState = this.#parts.present() ?? this.#savedState;
  }

  /** All is on the server's disk: nothing is only here any more. */
  noteSaved(): void {
    this.#any = false;
    this.#written = false;
    this.#adopted = false;
    this.#earlier = '';
    this.#savedState = this.#parts.present() ?? this.#savedState;
  }

  /** The editor goes; what it shows last is what was written. */
  noteLeft(state: EditorState): void {
    this.#leftState = state;
  }

  /** The lines that are nowhere else. */
  lines(): string {
    const present = this.#parts.present() ?? this.#leftState;
    const isNew = present !== null && this.#written;
    const lines = isNew ? unsavedLines(this.#savedState?.doc ?? null, present.doc) : [];
    return [this.#earlier, ...lines].filter((line) => line !== '').join('\n');
  }

  /** Tells the device what its copy holds. */
  keep(writable: boolean, connected: boolean): void {
    const words = this.#any ? this.lines() : '';
    this.#kept.note({ writable, unsent: this.#any, words }, connected);
  }

  /** The server will never have this copy: it goes, and its words are set aside for their author. */
  async letGo(): Promise<void> {
    const words = this.#any ? this.lines() : '';
    // Where the device keeps nothing, the page still shows them.
    this.#aside = [this.#aside, words].filter((it) => it !== '').join('\n');
    await this.#kept.drop(words);
  }

  #readAside(): void {
    this.#aside = readAside(device(), this.#parts.wireName);
  }
}
