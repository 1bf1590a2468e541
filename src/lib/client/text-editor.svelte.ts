/** The editor on a text: what may be done in it, where it is mounted. */
import type { EditorState, Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { yUndoPluginKey } from 'y-prosemirror';
import type * as Y from 'yjs';
import { readMarkdown } from '#lib/markdown/read-markdown.ts';
import type { Active } from './editor-commands.ts';
import * as commands from './editor-commands.ts';
import { insertingText } from './insert-text.ts';
import type { TableChange } from './table-commands.ts';
import { tableCommands } from './table-commands.ts';
import { showingDrop } from './drop-line.ts';
import { marksIn, settling, showingSources } from './source-marks.ts';
import type { Settling, SourceMark } from './source-marks.ts';
import type { Gap, Taken, TakenGroup, Taking } from './take-over.ts';
import { gapAt, startingFrom, takingOver, takingOverAt, takingOverGroup } from './take-over.ts';
import type { TemplateSection } from '#core/synthesis/template.ts';

/** In pixels of the window. */
type Pointer = { readonly x: number; readonly y: number };
type Standing = Active & { readonly canUndo: boolean; readonly canRedo: boolean };

export abstract class TextEditor {
  #view: EditorView | null = null;
  #marks = $state.raw<readonly SourceMark[]>([]);
  #showing: Parameters<typeof showingSources>[1] | null = null;
  #active = $state.raw<Standing>({ ...commands.PLAIN, canUndo: false, canRedo: false });

  protected abstract mayWrite(): boolean;
  /** Something was put in as one step. */
  protected abstract wroteWhole(): void;

  /** Null while it is mounted nowhere. */
  protected get view(): EditorView | null {
    return this.#view;
  }

  get active(): Standing {
    return this.#active;
  }

  setHeading(level: 1 | 2 | 3): void {
    this.#asOneStep(() => {
      this.#liftToTop();
      return this.#run(commands.toHeading(level));
    });
  }
  setParagraph(): void {
    this.#asOneStep(() => this.#run(commands.toParagraph));
  }
  toggleList(ordered: boolean): void {
    this.#asOneStep(() => this.#run(commands.toggleListOf(ordered)));
  }
  toggleQuotation(): void {
    this.#asOneStep(() => this.#run(commands.toggleQuotation));
  }
  toggleProposal(): void {
    this.#asOneStep(() => this.#run(commands.toggleProposal));
  }
  toggleStrong(): void {
    this.#asOneStep(() => this.#run(commands.toggleStrong));
  }
  toggleEmphasis(): void {
    this.#asOneStep(() => this.#run(commands.toggleEmphasis));
  }
  /** False when the address is none that a link may lead to (http, https, mailto). */
  setLink(href: string | null): boolean {
    return this.#asOneStep(() => this.#run(commands.linkTo(href)));
  }
  insertTable(): void {
    this.#asOneStep(() => this.#run(commands.insertTable));
  }
  changeTable(change: TableChange): void {
    this.#asOneStep(() => this.#run(tableCommands[change]));
  }
  undo(): void {
    if (this.mayWrite()) this.#undoManager()?.undo();
  }
  redo(): void {
    if (this.mayWrite()) this.#undoManager()?.redo();
  }
  focus(): void {
    this.#view?.focus();
  }

  /** Puts in what the Markdown says; one undo takes it back whole. False when it says nothing. */
  insertMarkdown(markdown: string): boolean {
    const view = this.#view;
    if (view === null || !this.mayWrite()) return false;
    const transaction = insertingText(view.state, readMarkdown(markdown));
    if (transaction !== null) this.#inOneStep(view, transaction);
    return transaction !== null;
  }

  /** Takes contributions over at the end of their points' sections and shows the last; one undo takes all back. */
  takeOver(...all: readonly Taken[]): void {
    this.#takeOver((state) => takingOver(state, ...all));
  }

  /** Takes contributions over where a pointer let go of them; false when that is nowhere in the text. */
  takeOverAt(all: readonly Taken[], pointer: Pointer): boolean {
    const gap = this.#gapUnder(pointer);
    this.showDrop(null);
    if (gap === null) return false;
    this.#takeOver((state) => takingOverAt(state, all, gap));
    return true;
  }

  /** Draws where a pointer would let go of something; null takes the line away. */
  showDrop(pointer: Pointer | null): void {
    const view = this.#view;
    if (view === null) return;
    const transaction = showingDrop(view.state, pointer && (this.#gapUnder(pointer)?.at ?? null));
    if (transaction !== null) view.dispatch(transaction);
  }

  /** Takes the contributions of a group over under its heading; one undo takes all of it back. */
  takeOverGroup(group: TakenGroup): void {
    this.#takeOver((state) => takingOverGroup(state, group));
  }

  /** Puts in what a synthesis can begin with; one undo takes all of it back. */
  startFrom(sections: readonly TemplateSection[]): void {
    this.#takeOver((state) => startingFrom(state, sections));
  }

  /** Of the words with sources, those that are no longer as they were said and were not settled. */
  get marks(): readonly SourceMark[] {
    return this.#marks;
  }

  /** Draws what became of the sources, from now on. */
  showSources(showing: Parameters<typeof showingSources>[1]): void {
    this.#showing = showing;
    const view = this.#view;
    if (view !== null) view.dispatch(showingSources(view.state, showing));
  }

  /** Settles a mark; one undo takes it back. False when it is no longer there. */
  settle(markKey: string, how: Settling): boolean {
    const view = this.#view;
    if (view === null || !this.mayWrite()) return false;
    const mark = marksIn(view.state).find((it) => it.key === markKey);
    const transaction = mark === undefined ? null : settling(view.state, mark, how);
    if (transaction !== null) this.#inOneStep(view, transaction);
    return transaction !== null;
  }

  /** Shows the words that a mark is about. */
  showMark(markKey: string): void {
    const view = this.#view;
    const mark = view === null ? undefined : marksIn(view.state).find((it) => it.key === markKey);
    const shown = mark === undefined ? null : view?.nodeDOM(mark.at);
    if (shown instanceof Element) shown.scrollIntoView({ block: 'center' });
  }

  #gapUnder({ x, y }: Pointer): Gap | null {
    const view = this.#view;
    const found = view?.posAtCoords({ left: x, top: y });
    if (!view || !found) return null;
    const { doc } = view.state;
    const before = gapAt(doc, found.pos, false);
    const block = view.nodeDOM(before.at);
    const { top, bottom } = block instanceof Element ? block.getBoundingClientRect() : { top: y, bottom: y };
    return y > (top + bottom) / 2 ? gapAt(doc, found.pos, true) : before;
  }

  #takeOver(taking: (state: EditorState) => Taking): void {
    const view = this.#view;
    if (view === null || !this.mayWrite()) return;
    const { transaction, at } = taking(view.state);
    this.#inOneStep(view, transaction);
    const shown = view.nodeDOM(at);
    if (shown instanceof Element) shown.scrollIntoView({ block: 'nearest' });
  }

  #inOneStep(view: EditorView, transaction: Transaction): void {
    this.#asOneStep(() => view.dispatch(transaction));
    this.wroteWhole();
  }

  /** One undo takes back what a tool did, and not the words typed just before. */
  #asOneStep<Done>(work: () => Done): Done {
    this.#undoManager()?.stopCapturing();
    const done = work();
    this.#undoManager()?.stopCapturing();
    return done;
  }

  protected show(view: EditorView): void {
    this.#view = view;
    if (this.#showing !== null) view.dispatch(showingSources(view.state, this.#showing));
    const undoManager = yUndoPluginKey.getState(view.state)?.undoManager;
    const noted = (): void => this.#noteActive(view);
    undoManager?.on('stack-item-added', noted);
    undoManager?.on('stack-item-popped', noted);
    undoManager?.on('stack-cleared', noted);
  }

  protected leave(): void {
    this.#view = null;
  }

  protected edited(view: EditorView, transaction: Transaction): void {
    if (transaction.docChanged || transaction.selectionSet || transaction.storedMarksSet)
      this.#noteActive(view);
    const marks = marksIn(view.state);
    if (marks !== this.#marks) this.#marks = marks;
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

  #undoManager(): Y.UndoManager | undefined {
    return this.#view === null ? undefined : yUndoPluginKey.getState(this.#view.state)?.undoManager;
  }

  #run(command: (typeof commands)['toParagraph']): boolean {
    const view = this.#view;
    if (view === null || !this.mayWrite()) return false;
    return command(view.state, (transaction) => view.dispatch(transaction), view);
  }

  /** Headings stand only at the top of a text. */
  #liftToTop(): void {
    for (let depth = this.#view?.state.selection.$from.depth ?? 0; depth > 1; depth -= 1) {
      if (!this.#run(commands.liftOnce)) return;
    }
  }
}
