/** A text that several people write at once, and the editor on it. */
import type { EditorState, Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { yUndoPluginKey } from 'y-prosemirror';
import type { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { CollabNotice, CollabRefusal } from '#protocol/collab.ts';
import { FRAGMENT } from '#ydoc/schema.ts';
import { richTextOf } from '#ydoc/snapshot.ts';
import type { Acknowledgement, SharedTextStatus } from './acknowledgement.ts';
import { afterNotice, afterSent, FRESH, standingRefusal, statusOf } from './acknowledgement.ts';
import { promptedDelay } from './backoff.ts';
import { closedReason } from './closed-reason.ts';
import type { ClosedReason } from './closed-reason.ts';
import { dropStored } from './device-storage.ts';
import type { Active } from './editor-commands.ts';
import * as commands from './editor-commands.ts';
import type { Connection } from './connection.svelte.ts';
import { createEditorView } from './editor-view.ts';
import { othersIn } from './others.ts';
import type { Other } from './others.ts';
import type { TakenOver } from './sections.ts';
import { NOTHING_TAKEN, takenOverIn, unsavedLines } from './sections.ts';
import type { Taken } from './take-over.ts';
import { takingOver } from './take-over.ts';
import { createTextProvider } from './text-provider.ts';
import { Timers } from './timers.ts';
import {
  dropAside,
  keepUnsent,
  readAside,
  setAside,
  takeUpUnsent,
  unsentKey,
  unsentTexts,
} from './unsent-text.ts';

/** Milliseconds between the last change and the look at what was taken over, and the keeping of what is unsent. */
const AFTER_TYPING = 300;

export type SharedTextParts = {
  readonly wireName: string;
  readonly editable: boolean;
  /** The page's, for networks that refuse WebSockets; a page without one makes one there. */
  readonly connection?: Connection;
  /** This person's, for whoever else writes; the server knows better and overrides it. */
  readonly name: string;
  /** Of the editor, for assistive technology; else that of the element it is mounted on. */
  readonly label?: string;
  /** Of the words; else the page's. */
  readonly language?: string;
};

export class SharedText {
  readonly #parts: SharedTextParts;
  readonly #doc = new Y.Doc();
  readonly #provider: WebsocketProvider;
  readonly #timers = new Timers();
  #acknowledgement: Acknowledgement = FRESH;
  #loaded = false;
  #failures = 0;
  #view: EditorView | null = null;
  /** As of the last time all of it was on the server's disk. */
  #savedVector: Uint8Array | null = null;
  #savedState: EditorState | null = null;
  /** Of an editor that is gone: its page closes the text after it. */
  #leftState: EditorState | null = null;
  /** Where this device keeps what the server lacks: this tab's key, and those of earlier tabs it took up. */
  #keptKeys: readonly string[] = [];
  /** This device holds what the server lacks; false where it keeps nothing. */
  #isKept = true;
  /** Something was written here since all was saved. */
  #unsent = false;
  #noticing = false;
  #writable = false;
  #status = $state<SharedTextStatus>('loading');
  #closedReason = $state<ClosedReason | null>(null);
  #refusal = $state<CollabRefusal | null>(null);
  #people = $state.raw<readonly Other[]>([]);
  #active = $state.raw<Active & { readonly canUndo: boolean; readonly canRedo: boolean }>({
    ...commands.PLAIN,
    canUndo: false,
    canRedo: false,
  });
  /** Yjs cannot be watched: this changes a little after the text does. */
  #edition = $state(0);
  readonly #taken = $derived.by(() => this.#lookForTaken(this.#edition));
  #aside = $state('');

  constructor(parts: SharedTextParts) {
    this.#parts = parts;
    this.#aside = readAside(parts.wireName);
    if (parts.editable) this.#keptKeys = takeUpUnsent(this.#doc, parts.wireName);
    this.#doc.on('update', (_update: Uint8Array, origin: unknown) => this.#updated(origin));
    const { wireName, connection = null } = parts;
    this.#provider = createTextProvider(
      { wireName, doc: this.#doc, connection },
      {
        opened: () => this.#became(FRESH),
        sent: (frame) => this.#became(afterSent(this.#acknowledgement, frame)),
        told: (notice) => this.#told(notice),
        failed: (failures) => {
          this.#failures = failures;
        },
      },
    );
    this.#listen();
    this.#provider.connect();
  }

  get status(): SharedTextStatus {
    return this.#status;
  }
  /** Why it is closed; null while it is not. */
  get closedReason(): ClosedReason | null {
    return this.#closedReason;
  }
  /** Why the server does not take what is written; null while it does. */
  get refusal(): CollabRefusal | null {
    return this.#refusal;
  }
  /** Who else is in the text. */
  get people(): readonly Other[] {
    return this.#people;
  }
  get active(): Active & { readonly canUndo: boolean; readonly canRedo: boolean } {
    return this.#active;
  }
  /** The contributions that stand in the text. */
  get takenOver(): ReadonlySet<string> {
    return this.#taken.ids;
  }
  /** The heading above a contribution taken over, '' without one; null when it is not in the text. */
  whereTaken(id: string): string | null {
    return this.#taken.headings.get(id) ?? null;
  }
  /** Words written here that no server took before the document was renewed or closed; '' when there are none. */
  get setAside(): string {
    return this.#aside;
  }
  dropSetAside(): void {
    dropAside(this.#parts.wireName);
    this.#aside = '';
  }

  /** `{@attach text.mount}`: the editor lives as long as the element. */
  readonly mount: Attachment<HTMLElement> = (element) =>
    untrack(() => {
      const view = createEditorView({
        element,
        fragment: this.#doc.getXmlFragment(FRAGMENT),
        awareness: this.#provider.awareness,
        label: this.#parts.label ?? element.getAttribute('aria-label') ?? '',
        language: this.#parts.language ?? document.documentElement.lang,
        mayWrite: () => this.#mayWrite(),
        changed: (it, transaction) => this.#edited(it, transaction),
      });
      this.#view = view;
      this.#noteSaved();
      const undoManager = yUndoPluginKey.getState(view.state)?.undoManager;
      const noted = (): void => this.#noteActive(view);
      undoManager?.on('stack-item-added', noted);
      undoManager?.on('stack-item-popped', noted);
      undoManager?.on('stack-cleared', noted);
      return () => {
        if (this.#view === view) {
          this.#leftState = view.state;
          this.#view = null;
        }
        view.destroy();
      };
    });

  setHeading(level: 1 | 2 | 3): void {
    this.#liftToTop();
    this.#run(commands.toHeading(level));
  }
  setParagraph(): void {
    this.#run(commands.toParagraph);
  }
  toggleList(ordered: boolean): void {
    this.#run(commands.toggleListOf(ordered));
  }
  toggleQuotation(): void {
    this.#run(commands.toggleQuotation);
  }
  toggleProposal(): void {
    this.#run(commands.toggleProposal);
  }
  toggleStrong(): void {
    this.#run(commands.toggleStrong);
  }
  toggleEmphasis(): void {
    this.#run(commands.toggleEmphasis);
  }
  /** False when the address is none that a link may lead to (http, https, mailto). */
  setLink(href: string | null): boolean {
    return this.#run(commands.linkTo(href));
  }
  insertTable(): void {
    this.#run(commands.insertTable);
  }
  undo(): void {
    if (this.#mayWrite()) this.#undoManager()?.undo();
  }
  redo(): void {
    if (this.#mayWrite()) this.#undoManager()?.redo();
  }
  focus(): void {
    this.#view?.focus();
  }

  /** Takes a contribution over at the end of its point's section and shows it there; one undo takes it back whole. */
  takeOver(taken: Taken): void {
    const view = this.#view;
    if (view === null || !this.#mayWrite()) return;
    const { transaction, at } = takingOver(view.state, taken);
    this.#undoManager()?.stopCapturing();
    view.dispatch(transaction);
    this.#undoManager()?.stopCapturing();
    this.#edition += 1;
    const shown = view.nodeDOM(at);
    if (shown instanceof Element) shown.scrollIntoView({ block: 'nearest' });
  }

  close(): void {
    this.#keepUnsent();
    this.#timers.close();
    window.removeEventListener('pagehide', this.#leave);
    window.removeEventListener('pageshow', this.#comeBack);
    window.removeEventListener('online', this.#reconnectSoon);
    document.removeEventListener('visibilitychange', this.#reconnectSoon);
    this.#view?.destroy();
    this.#view = null;
    this.#provider.destroy();
    this.#doc.destroy();
  }

  #listen(): void {
    const provider = this.#provider;
    provider.on('sync', (synced) => {
      if (!synced) return;
      this.#failures = 0;
      if (!this.#loaded) {
        this.#loaded = true;
        this.#savedVector = Y.encodeStateVector(this.#doc);
        this.#savedState = this.#view?.state ?? null;
        this.#edition += 1;
      }
      this.#refresh();
    });
    provider.on('status', () => this.#refresh());
    provider.on('closed', ({ code }) => this.#closeBecause(closedReason(code)));
    provider.awareness.setLocalState({ user: { name: this.#parts.name } });
    provider.awareness.on('change', () => {
      this.#people = othersIn(provider.awareness);
    });
    window.addEventListener('pagehide', this.#leave);
    window.addEventListener('pageshow', this.#comeBack);
    window.addEventListener('online', this.#reconnectSoon);
    document.addEventListener('visibilitychange', this.#reconnectSoon);
  }

  /** A page that goes says so: nothing else removes its caret before the server's patience ends. */
  readonly #leave = (): void => {
    this.#keepUnsent();
    this.#provider.awareness.setLocalState(null);
  };

  readonly #comeBack = (): void => {
    if (this.#provider.awareness.getLocalState() === null) {
      this.#provider.awareness.setLocalState({ user: { name: this.#parts.name } });
    }
  };

  readonly #reconnectSoon = (): void => {
    if (document.visibilityState === 'hidden') return this.#keepUnsent();
    this.#timers.later(() => {
      if (this.#closedReason === null) this.#provider.connect();
    }, promptedDelay(Math.random()));
  };

  #told(notice: CollabNotice): void {
    this.#became(afterNotice(this.#acknowledgement, notice));
    // What an earlier tab kept was another person's on this device: it cannot be sent as this one's.
    const adopted = this.#keptKeys.some((key) => key !== this.#unsentKey());
    if (this.#refusal === 'foreign-client' && adopted) this.#closeBecause('renewed');
  }

  #became(acknowledgement: Acknowledgement): void {
    this.#acknowledgement = acknowledgement;
    this.#refresh();
  }

  #updated(origin: unknown): void {
    if (origin !== this.#provider) {
      this.#unsent = true;
      this.#refresh();
    }
    if (this.#noticing) return;
    this.#noticing = true;
    this.#timers.later(() => {
      this.#noticing = false;
      this.#edition += 1;
      this.#keepUnsent();
    }, AFTER_TYPING);
  }

  #refresh(): void {
    this.#refusal = standingRefusal(this.#acknowledgement);
    this.#status = statusOf({
      closed: this.#closedReason !== null,
      loaded: this.#loaded,
      editable: this.#parts.editable,
      connected: this.#provider.wsconnected,
      kept: this.#isKept,
      failures: this.#failures,
      acknowledgement: this.#acknowledgement,
    });
    if (this.#status === 'saved') this.#noteSaved();
    if (this.#mayWrite() === this.#writable) return;
    this.#writable = this.#mayWrite();
    // The view asks anew whether it may be written in.
    this.#view?.setProps({});
  }

  #mayWrite(): boolean {
    return this.#loaded && this.#status !== 'read-only' && this.#status !== 'closed';
  }

  #edited(view: EditorView, transaction: Transaction): void {
    if (transaction.docChanged || transaction.selectionSet || transaction.storedMarksSet)
      this.#noteActive(view);
  }

  #noteActive(view: EditorView): void {
    const undoManager = yUndoPluginKey.getState(view.state)?.undoManager;
    const active = {
      ...commands.activeIn(view.state),
      canUndo: (undoManager?.undoStack.length ?? 0) > 0,
      canRedo: (undoManager?.redoStack.length ?? 0) > 0,
    };
    if (JSON.stringify(active) !== JSON.stringify(this.#active)) this.#active = active;
  }

  #lookForTaken(_edition: number): TakenOver {
    return this.#loaded ? takenOverIn(richTextOf(this.#doc)) : NOTHING_TAKEN;
  }

  /** All is on the server's disk: nothing is kept here any more. */
  #noteSaved(): void {
    if (this.#status !== 'saved') return;
    this.#unsent = false;
    this.#isKept = true;
    this.#savedVector = Y.encodeStateVector(this.#doc);
    this.#savedState = this.#view?.state ?? this.#savedState;
    this.#keptKeys.forEach(dropStored);
    this.#keptKeys = [];
  }

  #unsentKey(): string {
    return unsentKey(this.#parts.wireName, this.#doc.clientID);
  }

  #unsavedWords(): string {
    const present = this.#view?.state ?? this.#leftState;
    return present === null ? '' : unsavedLines(this.#savedState?.doc ?? null, present.doc).join('\n');
  }

  #keepUnsent(): void {
    if (this.#savedVector === null || !this.#unsent || !this.#mayWrite()) return;
    const update = Y.encodeStateAsUpdate(this.#doc, this.#savedVector);
    const key = this.#unsentKey();
    this.#isKept = keepUnsent(key, { update, words: this.#unsavedWords() });
    this.#refresh();
    if (!this.#keptKeys.includes(key)) this.#keptKeys = [...this.#keptKeys, key];
  }

  /** For good: the server will not have this copy. The words that only it holds are set aside for their author. */
  #closeBecause(reason: ClosedReason): void {
    this.#keepUnsent();
    const unsaved = this.#unsent ? this.#unsavedWords() : '';
    this.#closedReason = reason;
    this.#provider.disconnect();
    if (reason === 'renewed') {
      for (const { key, words } of unsentTexts(this.#parts.wireName)) {
        setAside(this.#parts.wireName, words);
        dropStored(key);
      }
      // Where the device keeps nothing, the page still shows them.
      this.#aside = readAside(this.#parts.wireName) || unsaved;
    }
    this.#refresh();
  }

  #undoManager(): Y.UndoManager | undefined {
    return this.#view === null ? undefined : yUndoPluginKey.getState(this.#view.state)?.undoManager;
  }

  #run(command: (typeof commands)['toParagraph']): boolean {
    const view = this.#view;
    if (view === null || !this.#mayWrite()) return false;
    return command(view.state, (transaction) => view.dispatch(transaction));
  }

  /** Headings stand only at the top of a text. */
  #liftToTop(): void {
    for (let depth = this.#view?.state.selection.$from.depth ?? 0; depth > 1; depth -= 1) {
      if (!this.#run(commands.liftOnce)) return;
    }
  }
}
