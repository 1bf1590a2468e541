/** What a participant does with the phone in hand. */
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import fr from '#i18n/fr.ts';
import { caretAt } from './notes-room.ts';

export const notesOf = (page: Page) => page.getByRole('textbox', { name: fr.participant.notesLabel });

export async function openNotes(page: Page): Promise<void> {
  await page.getByRole('link', { name: fr.participant.notes }).click();
  await expect(notesOf(page)).toHaveAttribute('contenteditable', 'true');
}

/** Behind the words of the paragraph at this place. */
export async function writeInNotes(page: Page, paragraph: number, text: string): Promise<void> {
  await notesOf(page).locator('p').nth(paragraph).click();
  await caretAt(page, 'End');
  await page.keyboard.type(text);
}

export const notesAreSaved = (page: Page): Promise<void> =>
  expect(page.getByText(fr.common.saved.saved, { exact: true })).toBeVisible();

export const openContributions = (page: Page): Promise<void> =>
  page.getByRole('link', { name: fr.participant.contribute }).click();

/** What is said elsewhere announces itself, and comes into the list when that is asked for. */
export async function seesSaid(page: Page, ...texts: readonly string[]): Promise<void> {
  const news = page.getByRole('button', {
    name: new RegExp(`${fr.participant.showFresh}|${fr.sorting.list.show}$`),
  });
  await expect(async () => {
    if (await news.isVisible()) await news.click({ timeout: 1_000 });
    for (const text of texts) await expect(page.getByText(text)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
}

/** Their own words, those without a name too: opened for what is done with them. */
export async function openOwnWords(page: Page): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${fr.ownWords.title}`) }).click();
  await expect(page.getByRole('dialog', { name: fr.ownWords.title })).toBeVisible();
}

export async function changeOwn(page: Page, before: string, after: string): Promise<void> {
  await page.getByRole('button', { name: fr.ownWords.changeOf(before) }).click();
  await page.getByLabel(fr.ownWords.changeField).fill(after);
  await page.getByRole('button', { name: fr.ownWords.changeApply }).click();
}

export async function withdrawOwn(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: fr.ownWords.withdrawOf(text) }).click();
  await page.getByRole('button', { name: fr.ownWords.withdrawApply }).click();
}

export async function placeDots(page: Page, text: string, count: number): Promise<void> {
  for (let placed = 0; placed < count; placed += 1)
    await page.getByRole('button', { name: fr.ownWords.dots.more(text) }).click();
}

export async function presentOneself(page: Page, quotation: string, text: string): Promise<void> {
  await expect(page.getByText(fr.floor.round.yourTurn)).toBeVisible();
  await page.getByRole('button', { name: fr.floor.round.present }).click();
  const sheet = page.getByRole('dialog', { name: fr.floor.presentation.title });
  await sheet.getByLabel(fr.floor.presentation.quotation).fill(quotation);
  await sheet.getByLabel(fr.floor.presentation.text).fill(text);
  await sheet.getByRole('button', { name: fr.floor.presentation.save }).click();
  await expect(sheet).toBeHidden();
}

export async function askForTheFloor(page: Page, about: string): Promise<void> {
  await page.getByRole('button', { name: fr.floor.ask }).click();
  const sheet = page.getByRole('dialog', { name: fr.floor.askTitle });
  await sheet.getByLabel(fr.floor.about).fill(about);
  await sheet.getByRole('button', { name: fr.floor.apply }).click();
  await expect(sheet).toBeHidden();
}

/** Into another sitting of the séminaire, as the person they are. */
export async function joinAnother(page: Page, code: string, name: string): Promise<void> {
  const before = page.url();
  await page.getByRole('button', { name: fr.myself.open, exact: true }).click();
  await page.getByLabel(fr.myself.another).fill(code);
  await page.getByRole('button', { name: fr.myself.join }).click();
  await page.getByRole('button', { name: fr.join.enterAs(name) }).click();
  await page.waitForURL((url) => url.pathname.startsWith('/seances/') && url.href !== before);
}
