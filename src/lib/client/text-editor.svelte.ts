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
import type { Taken, TakenGroup } from './take-over.ts';
import { takingOver, takingOverGroup } from './take-over.ts';

type Standing = Active & { readonly canUndo: boolean; readonly canRedo: boolean };

export abstract class TextEditor {
  #view: EditorView | null = null;
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
  changeTable(change: TableChange): void {
    this.#run(tableCommands[change]);
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

  /** Takes a contribution over at the end of its point's section and shows it there; one undo takes it back whole. */
  takeOver(taken: Taken): void {
    this.#takeOver((state) => takingOver(state, taken));
  }

  /** Takes the contributions of a group over under its heading; one undo takes all of it back. */
  takeOverGroup(group: TakenGroup): void {
    this.#takeOver((state) => takingOverGroup(state, group));
  }

  #takeOver(taking: (state: EditorState) => ReturnType<typeof takingOver>): void {
    const view = this.#view;
    if (view === null || !this.mayWrite()) return;
    const { transaction, at } = taking(view.state);
    this.#inOneStep(view, transaction);
    const shown = view.nodeDOM(at);
    if (shown instanceof Element) shown.scrollIntoView({ block: 'nearest' });
  }

  #inOneStep(view: EditorView, transaction: Transaction): void {
    this.#undoManager()?.stopCapturing();
    view.dispatch(transaction);
    this.#undoManager()?.stopCapturing();
    this.wroteWhole();
  }

  protected show(view: EditorView): void {
    this.#view = view;
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
