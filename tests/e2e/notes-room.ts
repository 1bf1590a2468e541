/** Two people in the notes of one sitting, one of them with a phone, and what the server has of their text. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import * as Y from 'yjs';
import type { Block, Inline } from '#core/actes/rich-text.ts';
import fr from '#i18n/fr.ts';
import { FRAGMENT } from '#ydoc/schema.ts';
import { richTextOf } from '#ydoc/snapshot.ts';
import { connected, createdSeminar, Device, subscribed } from '../support/device.ts';
import { startServer } from '../support/server-process.ts';

export class NotesRoom {
  readonly #end: () => Promise<void>;
  readonly #text: Y.Doc;
  /** The one with the phone, and the one beside. */
  readonly yann: Page;
  readonly ines: Page;
  readonly problems: readonly string[];

  private constructor(
    yann: Page,
    ines: Page,
    text: Y.Doc,
    problems: readonly string[],
    end: () => Promise<void>,
  ) {
    this.yann = yann;
    this.ines = ines;
    this.#text = text;
    this.problems = problems;
    this.#end = end;
  }

  static async open(browser: Browser, phone: BrowserContextOptions, asPhone = ''): Promise<NotesRoom> {
    const dataDir = await mkdtemp(join(tmpdir(), 'pleniere-notes-'));
    const server = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
    const { organiser, view, sittingId } = await createdSeminar(server.url);
    const problems: string[] = [];
    const joined = async (
      firstName: string,
      device: BrowserContextOptions,
      script: string,
    ): Promise<Page> => {
      const person = new Device(server.url);
      await person.join(view.ateliers[0]?.sittings[0]?.code ?? '', firstName);
      const context = await browser.newContext({ ...device, locale: 'fr-FR', timezoneId: 'Europe/Paris' });
      const [name = '', value = ''] = person.cookie.split('=');
      await context.addCookies([{ name, value, url: server.url }]);
      const page = await context.newPage();
      page.on('pageerror', (error) => problems.push(error.message));
      if (script !== '') await page.addInitScript(script);
      await page.goto(`${server.url}/seances/${sittingId}?onglet=notes`);
      await expect(notesOf(page)).toHaveAttribute('aria-readonly', 'false');
      return page;
    };
    const [yann, ines] = await Promise.all([
      joined('Yann', phone, asPhone),
      joined('Inès', { viewport: { width: 1280, height: 800 } }, ''),
    ]);
    const socket = organiser.socket();
    await connected(socket);
    const { documents } = await subscribed(socket, { channel: 'sitting', sittingId, audience: 'console' });
    const { doc, provider } = organiser.text(documents.notes ?? '');
    await new Promise<void>((resolve) => provider.on('sync', (synced) => synced && resolve()));
    return new NotesRoom(yann, ines, doc, problems, async () => {
      await yann.context().close();
      await ines.context().close();
      organiser.close();
      await server.end('SIGKILL');
      await rm(dataDir, { recursive: true, force: true });
    });
  }

  close(): Promise<void> {
    return this.#end();
  }

  /** Yann opens the page anew: what he wrote just before would be one step to undo with what he writes now. */
  async yannComesBack(): Promise<void> {
    await this.yann.reload();
    await expect(notesOf(this.yann)).toHaveAttribute('aria-readonly', 'false');
  }

  /** Everything said before is gone; the text is these paragraphs, and Yann's caret stands at the last one's end. */
  async beginsWith(...paragraphs: readonly string[]): Promise<void> {
    const fragment = this.#text.getXmlFragment(FRAGMENT);
    this.#text.transact(() => {
      fragment.delete(0, fragment.length);
      const elements = paragraphs.map((words) => {
        const element = new Y.XmlElement('paragraph');
        if (words !== '') element.insert(0, [new Y.XmlText(words)]);
        return element;
      });
      fragment.insert(0, elements);
    });
    await this.holds(...paragraphs);
    await notesOf(this.yann).locator('> :last-child').tap();
    await caretAt(this.yann, 'End');
  }

  /** Both people see these lines and the same marks on them, and the server has them. */
  async holds(...lines: readonly string[]): Promise<void> {
    await expect
      .poll(async () => ({
        yann: await linesOf(this.yann),
        ines: await linesOf(this.ines),
        server: richTextOf(this.#text).flatMap(linesIn),
      }))
      .toEqual({ yann: lines, ines: lines, server: lines });
    await expect(async () => expect(await markupOf(this.yann)).toBe(await markupOf(this.ines))).toPass({
      timeout: 5_000,
    });
    await expect(this.yann.getByText(fr.common.saved.saved, { exact: true })).toBeVisible();
  }

  /** Inès puts her caret at the paragraph's beginning or end. */
  async inesGoes(paragraph: number, to: 'start' | 'end'): Promise<void> {
    const line = notesOf(this.ines).locator('p').nth(paragraph);
    const { width, height } = (await line.boundingBox()) ?? { width: 0, height: 0 };
    await line.click({ position: { x: to === 'start' ? 1 : width - 2, y: height - 4 } });
    await drawn(this.ines);
  }

  /** There she writes; answers when the server has it. */
  async inesWrites(words: string, paragraph: number, at: 'start' | 'end'): Promise<void> {
    await this.inesGoes(paragraph, at);
    await this.ines.keyboard.type(words);
    await expect.poll(() => richTextOf(this.#text).flatMap(linesIn).join('\n')).toContain(words);
  }
}

export const notesOf = (page: Page) => page.getByRole('textbox', { name: fr.participant.notesLabel });

/** Moves the caret, and waits until the page has heard of it. */
export async function caretAt(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await drawn(page);
}

const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

/** The words of each paragraph or heading as they are seen, without others' carets. */
export const linesOf = (page: Page): Promise<string[]> =>
  notesOf(page).evaluate((text) => {
    const copy = text.cloneNode(true) as HTMLElement;
    for (const caret of copy.querySelectorAll('.ProseMirror-yjs-cursor')) caret.remove();
    return Array.from(copy.querySelectorAll('p, h1, h2, h3'), (line) => line.textContent);
  });

/** The text's elements without what only draws: carets, selections, signs at a line's end. */
const markupOf = (page: Page): Promise<string> =>
  notesOf(page).evaluate((text) => {
    const copy = text.cloneNode(true) as HTMLElement;
    const drawn = '.ProseMirror-yjs-cursor, .ProseMirror-separator, .ProseMirror-trailingBreak';
    for (const sign of copy.querySelectorAll(drawn)) sign.remove();
    for (const chosen of copy.querySelectorAll('.ProseMirror-yjs-selection'))
      chosen.replaceWith(...chosen.childNodes);
    // Chrome leaves it where it has split a list.
    return copy.innerHTML.replaceAll(' style=""', '');
  });

const wordsIn = (inlines: readonly Inline[]): string =>
  inlines.map((it) => ('text' in it ? it.text : '')).join('');

/** The words of each paragraph or heading of a block. */
export function linesIn(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [wordsIn(block.content)];
    case 'list':
      return block.items.flatMap((item) => item.content.flatMap(linesIn));
    case 'table':
      return block.rows.flatMap((row) => row.flatMap((cell) => cell.content.flatMap(linesIn)));
    case 'quotation':
    case 'proposal':
      return block.content.flatMap(linesIn);
    case 'image':
      return [];
  }
}
