/** A text that several people write at once, and the editor on it. */
import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import type { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { RichText } from '#core/actes/rich-text.ts';
import type { MarkdownLanguage } from '#core/actes/text-markdown.ts';
import { textMarkdown } from '#core/actes/text-markdown.ts';
import type { CollabNotice, CollabRefusal } from '#protocol/collab.ts';
import { FRAGMENT } from '#ydoc/schema.ts';
import { richTextOf } from '#ydoc/snapshot.ts';
import type { Acknowledgement, SharedTextStatus } from './acknowledgement.ts';
import { afterNotice, afterSent, FRESH, standingRefusal, statusOf } from './acknowledgement.ts';
import { promptedDelay } from './backoff.ts';
import { closedReason } from './closed-reason.ts';
import type { ClosedReason } from './closed-reason.ts';
import type { Connection } from './connection.svelte.ts';
import { createEditorView } from './editor-view.ts';
import type { Keeping } from './kept-records.ts';
import { othersIn } from './others.ts';
import type { Other } from './others.ts';
import { takenOverIn } from './sections.ts';
import { TextEditor } from './text-editor.svelte.ts';
import { createTextProvider } from './text-provider.ts';
import { Timers } from './timers.ts';
import { UnsentWords } from './unsent-words.svelte.ts';
import { holdWhileComposing } from './while-composing.ts';

/** Milliseconds between the last change and the look at what was taken over, and at what is unsent. */
const AFTER_TYPING = 300;
/** Milliseconds for an answer, before a kept copy may be written in as if there were no network. */
const ANSWER_WITHIN = 3_000;

/** The server will never have this copy as it is. */
const LOST: ReadonlySet<ClosedReason> = new Set([
  'renewed',
  'withdrawn',
  'access/no-session',
  'access/forbidden',
  'protocol/not-found',
]);

/** Refusals that the author alone can end: the words stand in this copy and nowhere else. */
const OWN_COPY: ReadonlySet<CollabRefusal> = new Set(['foreign-client', 'document-full', 'too-much']);

export type SharedTextParts = {
  readonly wireName: string;
  readonly editable: boolean;
  /** The page's, for networks that refuse WebSockets; a page without one makes one there. */
  readonly connection?: Connection;
  /** This person's, for whoever else writes; the server knows better and overrides it. */
  readonly name: string;
  readonly keeping: Keeping;
  /** Of the editor, for assistive technology; else that of the element it is mounted on. */
  readonly label?: string;
  /** Of the words; else the page's. */
  readonly language?: string;
};

export class SharedText extends TextEditor {
  readonly #parts: SharedTextParts;
  readonly #doc = new Y.Doc();
  readonly #provider: WebsocketProvider;
  readonly #timers = new Timers();
  readonly #composed: () => void;
  #acknowledgement: Acknowledgement = FRESH;
  #loaded = false;
  #failures = 0;
  readonly #unsent: UnsentWords;
  /** The server sent all of it to this page. */
  #synced = false;
  /** Waited long enough for it. */
  #waited = false;
  #noticing = false;
  #writable = false;
  #status = $state<SharedTextStatus>('loading');
  #closedReason = $state<ClosedReason | null>(null);
  #letGo = $state(false);
  #refusal = $state<CollabRefusal | null>(null);
  #people = $state.raw<readonly Other[]>([]);
  /** Yjs cannot be watched: this changes a little after the text does. */
  #edition = $state(0);
  readonly #content = $derived.by(() => this.#read(this.#edition));
  readonly #taken = $derived(takenOverIn(this.#content));
  readonly #onlyHere = $derived.by(() => this.#wordsOnlyHere(this.#edition));

  constructor(parts: SharedTextParts) {
    super();
    this.#parts = parts;
    const { keeping } = parts;
    this.#unsent = new UnsentWords({
      ...{ doc: this.#doc, wireName: parts.wireName, keeping },
      present: () => this.view?.state ?? null,
    });
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
    this.#composed = holdWhileComposing(this.#provider, () => this.view?.composing === true, this.#timers);
    this.#listen();
    void this.#openKept();
    this.#provider.connect();
  }

  get status(): SharedTextStatus {
    return this.#status;
  }
  /** Why it is closed; null while it is not. */
  get closedReason(): ClosedReason | null {
    return this.#closedReason;
  }
  /** Closed for good, and the copy of this device is gone: the text may be opened anew. */
  get letGo(): boolean {
    return this.#letGo;
  }
  /** Why the server does not take what is written; null while it does. */
  get refusal(): CollabRefusal | null {
    return this.#refusal;
  }
  /** Who else is in the text. */
  get people(): readonly Other[] {
    return this.#people;
  }
  /** The whole text, as it was a moment ago. */
  get content(): RichText {
    return this.#content;
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
    return this.#unsent.aside;
  }
  dropSetAside(): void {
    this.#unsent.dropAside();
  }
  /** While the server does not take them and only the author can help it: words that are in this copy alone. */
  get onlyHere(): string {
    return this.#onlyHere;
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
        mayWrite: () => this.mayWrite(),
        changed: (it, transaction) => this.edited(it, transaction),
      });
      this.show(view);
      element.addEventListener('compositionend', this.#composed);
      this.#noteBaseline();
      this.#noteSaved();
      return () => {
        if (this.view === view) {
          this.#unsent.noteLeft(view.state);
          this.leave();
        }
        view.destroy();
      };
    });

  /** The whole text; `language` names its proposals and decisions. '' when nothing is written. */
  markdown(language: MarkdownLanguage): string {
    return textMarkdown(richTextOf(this.#doc), language);
  }

  close(): void {
    this.#keepRecord();
    this.#timers.close();
    window.removeEventListener('beforeunload', this.#warn);
    window.removeEventListener('pagehide', this.#leave);
    window.removeEventListener('pageshow', this.#comeBack);
    window.removeEventListener('online', this.#reconnectSoon);
    document.removeEventListener('visibilitychange', this.#reconnectSoon);
    this.view?.destroy();
    this.leave();
    this.#provider.destroy();
    this.#doc.destroy();
  }

  #listen(): void {
    const provider = this.#provider;
    provider.on('sync', (synced) => {
      if (!synced) return;
      this.#failures = 0;
      this.#synced = true;
      this.#becameLoaded();
      this.#refresh();
      this.#keepRecord();
    });
    provider.on('status', () => this.#refresh());
    provider.on('closed', ({ code }) => this.#closeBecause(closedReason(code)));
    provider.awareness.setLocalState({ user: { name: this.#parts.name } });
    // Later: an editor that is taken off the page gives up its caret while Svelte lets nothing be changed.
    provider.awareness.on('change', () =>
      queueMicrotask(() => {
        this.#people = othersIn(provider.awareness);
      }),
    );
    window.addEventListener('beforeunload', this.#warn);
    window.addEventListener('pagehide', this.#leave);
    window.addEventListener('pageshow', this.#comeBack);
    window.addEventListener('online', this.#reconnectSoon);
    document.addEventListener('visibilitychange', this.#reconnectSoon);
  }

  /** The copy of this device shows at once, and can be written in where it could be before. */
  async #openKept(): Promise<void> {
    const older = this.#unsent.dropOlder();
    if (await this.#unsent.open(() => this.#synced)) {
      this.#becameLoaded();
      this.#timers.later(() => {
        this.#waited = true;
        this.#refresh();
      }, ANSWER_WITHIN);
      this.#refresh();
    }
    await older;
  }

  #becameLoaded(): void {
    this.#loaded = true;
    this.#noteBaseline();
    this.#edition += 1;
  }

  /** Leaving while something is on this device only asks back. */
  readonly #warn = (event: BeforeUnloadEvent): void => {
    if (this.#unsent.any && this.#closedReason === null) event.preventDefault();
  };

  /** A page that goes says so: nothing else removes its caret before the server's patience ends. */
  readonly #leave = (): void => {
    this.#keepRecord();
    this.#provider.awareness.setLocalState(null);
  };

  readonly #comeBack = (): void => {
    if (this.#provider.awareness.getLocalState() === null) {
      this.#provider.awareness.setLocalState({ user: { name: this.#parts.name } });
    }
  };

  readonly #reconnectSoon = (): void => {
    if (document.visibilityState === 'hidden') return this.#keepRecord();
    this.#timers.later(() => {
      if (this.#closedReason === null) this.#provider.connect();
    }, promptedDelay(Math.random()));
  };

  #told(notice: CollabNotice): void {
    this.#became(afterNotice(this.#acknowledgement, notice));
    if (this.#closedReason !== null || !this.#unsent.any) return;
    // What an earlier page kept was another person's on this device: it cannot be sent as this one's.
    if (this.#refusal === 'foreign-client' && this.#unsent.adopted) this.#closeBecause('renewed');
    // Written while the right to write was taken away.
    else if (this.#refusal === 'read-only') this.#closeBecause('withdrawn');
  }

  #became(acknowledgement: Acknowledgement): void {
    this.#acknowledgement = acknowledgement;
    this.#refresh();
  }

  #updated(origin: unknown): void {
    if (origin !== this.#provider && origin !== this.#unsent.origin) {
      const isFirst = this.#unsent.wrote();
      this.#refresh();
      if (isFirst) this.#keepRecord();
    }
    if (this.#noticing) return;
    this.#noticing = true;
    this.#timers.later(() => {
      this.#noticing = false;
      this.#edition += 1;
      this.#keepRecord();
    }, AFTER_TYPING);
  }

  #refresh(): void {
    this.#refusal = standingRefusal(this.#acknowledgement);
    this.#status = statusOf({
      closed: this.#closedReason !== null,
      // A kept copy waits for the server's, unless that does not come.
      loaded: this.#loaded && (this.#synced || this.#failures > 0 || this.#waited),
      editable: this.#parts.editable && (this.#synced || this.#unsent.couldWrite),
      connected: this.#provider.wsconnected,
      kept: this.#unsent.isKept,
      failures: this.#failures,
      acknowledgement: this.#acknowledgement,
    });
    if (this.#status === 'saved') this.#noteSaved();
    if (this.mayWrite() === this.#writable) return;
    this.#writable = this.mayWrite();
    // The view asks anew whether it may be written in.
    this.view?.setProps({});
  }

  protected mayWrite(): boolean {
    return this.#loaded && !['loading', 'read-only', 'closed'].includes(this.#status);
  }

  protected wroteWhole(): void {
    this.#edition += 1;
  }

  #read(_edition: number): RichText {
    return this.#loaded ? richTextOf(this.#doc) : [];
  }

  /** What stands now is the ground on which new words are told from old ones. */
  #noteBaseline(): void {
    if (this.#loaded) this.#unsent.noteBaseline();
  }

  /** All is on the server's disk: nothing is only here any more. */
  #noteSaved(): void {
    if (this.#status !== 'saved') return;
    this.#unsent.noteSaved();
    this.#keepRecord();
  }

  #wordsOnlyHere(_edition: number): string {
    return this.#refusal !== null && OWN_COPY.has(this.#refusal) ? this.#unsent.lines() : '';
  }

  /** Tells the device what its copy holds. */
  #keepRecord(): void {
    if (!this.#loaded || this.#closedReason !== null) return;
    const writable = this.#synced
      ? this.#parts.editable && this.#acknowledgement.state !== 'read-only'
      : this.#unsent.couldWrite;
    this.#unsent.keep(writable, this.#provider.wsconnected);
  }

  /** For good. What the server will not have is let go of; the words that only it holds are set aside for their author. */
  #closeBecause(reason: ClosedReason): void {
    if (this.#closedReason !== null) return;
    this.#keepRecord();
    this.#closedReason = reason;
    this.#provider.disconnect();
    if (LOST.has(reason)) {
      // Its caret goes before it does.
      this.view?.dom.blur();
      void this.#unsent.letGo().then(() => {
        this.#letGo = true;
      });
    }
    this.#refresh();
  }
}
