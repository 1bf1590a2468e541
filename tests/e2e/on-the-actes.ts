/** What is done on the page of the actes, by their organiser and by those who reread and approve them. */
import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import fr from '#i18n/fr.ts';

const { actes, actesLife, rereading } = fr;

export const settings = (page: Page): Locator =>
  page.getByRole('complementary', { name: actes.properties.title });

export async function openActes(page: Page, url: string, seminarId: string): Promise<void> {
  await page.goto(`${url}/seminaires/${seminarId}/actes`);
  await expect(page.getByRole('navigation', { name: actes.outline.title })).toBeVisible();
}

export async function selectPart(page: Page, title: string): Promise<void> {
  const outline = page.getByRole('navigation', { name: actes.outline.title });
  await outline.getByRole('button', { name: new RegExp(`^${title}`) }).click();
  await expect(settings(page).getByRole('heading', { name: title, level: 2 })).toBeVisible();
}

/** The number of the page at the top of the preview; 0 where there is none. */
export const shownPage = (page: Page): Promise<number> =>
  page.getByRole('main').evaluate((main) => {
    const { top } = main.getBoundingClientRect();
    const leaves = [...main.querySelectorAll('figure')].map((leaf) => leaf.getBoundingClientRect());
    return leaves.findIndex((leaf) => leaf.bottom > top + leaf.height / 4) + 1;
  });

/** A new part under the one that is selected. */
export async function addSpeaker(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: actes.outline.add }).click();
  await page.getByRole('menuitem', { name: actes.kinds.speaker }).click();
  await settings(page).getByLabel(actes.properties.name, { exact: true }).fill(title);
  await settings(page).getByLabel(actes.properties.name, { exact: true }).press('Enter');
  await expect(settings(page).getByRole('heading', { name: title, level: 2 })).toBeVisible();
}

/** Into the text of the part that is selected: from a file, or as somebody pastes it. */
export async function importMarkdown(page: Page, markdown: string, from: 'file' | 'paste'): Promise<void> {
  const { menu } = fr.sharedText;
  await expect(settings(page).locator('[contenteditable="true"]').first()).toBeVisible();
  await settings(page).getByRole('button', { name: menu.label }).click();
  await page.getByRole('menuitem', { name: menu.paste }).click();
  const sheet = page.getByRole('dialog', { name: menu.pasteTitle });
  if (from === 'paste') await sheet.getByLabel(menu.pasteField).fill(markdown);
  else {
    const file = { name: 'preambule.md', mimeType: 'text/markdown', buffer: Buffer.from(markdown) };
    await sheet.locator('input[type=file]').setInputFiles(file);
    await expect(sheet.getByLabel(menu.pasteField)).toHaveValue(markdown);
  }
  await sheet.getByRole('button', { name: menu.insert, exact: true }).click();
  await expect(sheet).toBeHidden();
  await expect(settings(page).getByText(fr.common.saved.saved, { exact: true })).toBeVisible();
}

export type Absent = {
  readonly firstName: string;
  readonly lastName: string;
  readonly function: string;
  readonly town: string;
  readonly presence: 'excused' | 'represented';
  readonly by: string;
};

export async function listAbsent(page: Page, absent: Absent): Promise<void> {
  const words = actes.attendance;
  await settings(page).getByRole('button', { name: words.add }).click();
  const form = page.getByRole('form', { name: words.addTitle });
  await form.getByLabel(words.firstName, { exact: true }).fill(absent.firstName);
  await form.getByLabel(words.lastName, { exact: true }).fill(absent.lastName);
  await form.getByLabel(words.function).fill(absent.function);
  await form.getByLabel(words.town).fill(absent.town);
  await form.getByLabel(words.is, { exact: true }).selectOption(absent.presence);
  if (absent.presence === 'represented') await form.getByLabel(words.byShort).fill(absent.by);
  await form.getByRole('button', { name: words.save, exact: true }).click();
  await expect(form).toBeHidden();
}

const bar = (page: Page): Locator => page.getByRole('region', { name: actesLife.label });

/** The one next step. */
export const takeStep = (page: Page, name: string): Promise<void> =>
  bar(page).getByRole('button', { name, exact: true }).click();

export async function takeOtherStep(page: Page, name: string): Promise<void> {
  await bar(page).getByRole('button', { name: actesLife.more }).click();
  await page.getByRole('menuitem', { name }).click();
}

export const sheetOf = (page: Page, title: string): Locator => page.getByRole('dialog', { name: title });

/** What asks once more before it is done. */
export const sureOf = (page: Page, title: string): Locator => page.getByRole('alertdialog', { name: title });

/** Puts the sheet away. */
export async function close(sheet: Locator): Promise<void> {
  await sheet.getByRole('button', { name: fr.common.close }).first().click();
  await expect(sheet).toBeHidden();
}

export async function answerApproval(
  page: Page,
  { given, by, remarks }: { given: boolean; by: string; remarks: string },
): Promise<void> {
  const words = rereading.approval;
  await page.getByLabel(words.by).fill(by);
  if (!given) {
    // A refusal says what is to be done again.
    await page.getByRole('button', { name: words.refuse }).click();
    await expect(page.getByText(words.remarksMissing)).toBeVisible();
    await page.getByLabel(words.remarks).fill(remarks);
    await page.getByRole('button', { name: words.refuse }).click();
    await expect(page.getByText(remarks)).toBeVisible();
    return;
  }
  await page.getByRole('button', { name: words.give }).click();
  await sureOf(page, words.sureTitle).getByRole('button', { name: words.give }).click();
  await expect(page.getByText(words.thanks)).toBeVisible();
}
