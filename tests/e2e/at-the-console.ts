/** What is done with a room from the console. */
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import fr from '#i18n/fr.ts';
import type { Consent } from '#core/seminar/person.ts';

const { conduct, sorting } = fr;

async function choose(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: fr.console.bar.more, exact: true }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

export type Listed = {
  readonly firstName: string;
  readonly lastName: string;
  readonly function: string;
  readonly town: string;
  readonly consent: Consent;
};

/** People without a phone, from the sign-in sheet. */
export async function addPeople(page: Page, people: readonly Listed[]): Promise<void> {
  await page.getByRole('button', { name: /: voir la liste$/ }).click();
  await page.getByRole('button', { name: conduct.people.add }).click();
  const sheet = page.getByRole('dialog', { name: conduct.people.addTitle });
  for (const { firstName, lastName, consent, ...more } of people) {
    await sheet.getByLabel(fr.join.firstName).fill(firstName);
    await sheet.getByLabel(fr.join.lastName, { exact: true }).fill(lastName);
    await sheet.getByRole('textbox', { name: fr.join.function }).fill(more.function);
    await sheet.getByLabel(fr.join.town).fill(more.town);
    await sheet.getByLabel(conduct.people.consentChoices[consent]).check();
    await sheet.getByRole('button', { name: conduct.people.addApply }).click();
    await expect(sheet.getByRole('status')).toContainText(lastName);
  }
  await sheet.getByRole('button', { name: conduct.people.back }).click();
  await page.getByRole('button', { name: fr.common.close }).click();
}

/** What was said aloud, one a line. */
export async function enterSpoken(page: Page, lines: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: sorting.spoken.open }).click();
  const sheet = page.getByRole('dialog', { name: sorting.spoken.title });
  await sheet.getByLabel(sorting.spoken.field).fill(lines.join('\n'));
  await sheet.getByRole('button', { name: sorting.spoken.apply(lines.length) }).click();
  await expect(sheet.getByText(sorting.spoken.entered(lines.length))).toBeVisible();
  await sheet.getByRole('button', { name: fr.common.close }).last().click();
}

export async function openSilence(page: Page): Promise<void> {
  await choose(page, conduct.silence.menu);
  const sheet = page.getByRole('dialog', { name: conduct.silence.title });
  await sheet.getByRole('button', { name: conduct.silence.apply }).click();
  await expect(sheet).toBeHidden();
}

export async function openDots(page: Page, budget: number, texts: readonly string[]): Promise<void> {
  await choose(page, conduct.dots.menu);
  const sheet = page.getByRole('dialog', { name: conduct.dots.title });
  await sheet.getByLabel(conduct.dots.budget).fill(String(budget));
  for (const text of texts) await sheet.getByRole('checkbox', { name: text }).check();
  await sheet.getByRole('button', { name: conduct.dots.apply }).click();
  await expect(sheet).toBeHidden();
}

export async function openRound(page: Page): Promise<void> {
  await page.getByRole('button', { name: conduct.round.start }).click();
  const sheet = page.getByRole('dialog', { name: conduct.round.startTitle });
  await sheet.getByRole('button', { name: conduct.round.startApply }).click();
  await expect(sheet).toBeHidden();
}

export async function giveTurn(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: conduct.round.choose }).click();
  const sheet = page.getByRole('dialog', { name: conduct.round.chooseTitle });
  await sheet.getByRole('button', { name }).click();
  await expect(sheet).toBeHidden();
}

/** Of whoever has the turn. */
export async function completePresentation(page: Page, name: string, text: string): Promise<void> {
  await expect(page.getByText(conduct.round.turnOf).locator('..')).toContainText(name);
  await page.getByRole('button', { name: conduct.round.complete }).click();
  const sheet = page.getByRole('dialog', { name: conduct.round.presentationTitle(name) });
  await sheet.getByLabel(conduct.round.text).fill(text);
  await sheet.getByRole('button', { name: conduct.round.save }).click();
  await expect(sheet).toBeHidden();
}

export async function addPhoto(page: Page, bytes: Uint8Array, description: string): Promise<void> {
  await page.getByRole('button', { name: conduct.photos.menu }).click();
  const sheet = page.getByRole('dialog', { name: conduct.photos.title });
  const file = { name: 'IMG_20261126.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(bytes) };
  await sheet.locator('input[type=file]').setInputFiles(file);
  // It does not leave without words.
  await sheet.getByRole('button', { name: conduct.photos.send, exact: true }).click();
  await expect(sheet.getByText(conduct.photos.descriptionMissing)).toBeVisible();
  await sheet.getByLabel(conduct.photos.description).fill(description);
  await sheet.getByRole('button', { name: conduct.photos.send, exact: true }).click();
  await expect(sheet.getByRole('heading', { name: conduct.photos.list })).toBeVisible();
  await sheet.getByRole('button', { name: fr.common.close }).click();
}

export async function hide(page: Page, text: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: sorting.act.menu(text) }).click();
  await page.getByRole('menuitem', { name: sorting.act.hide }).click();
  const sheet = page.getByRole('dialog', { name: sorting.hide.title });
  await sheet.getByLabel(sorting.hide.reason).fill(reason);
  await sheet.getByRole('button', { name: sorting.hide.apply }).click();
  await expect(sheet).toBeHidden();
}
