/** Somebody with a device who looks at one page after the other. */
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import fr from '#i18n/fr.ts';
import type { Demo } from '../support/demo-process.ts';

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
export const LAPTOP = { viewport: { width: 1440, height: 900 } } as const;
export const PROJECTOR = { viewport: { width: 1920, height: 1080 } } as const;

type Device = typeof PHONE | typeof LAPTOP | typeof PROJECTOR;
type View = {
  readonly name: string;
  /** Brings the page to what is looked at, from wherever in this visit it is, and waits until it is there. */
  readonly show: (page: Page, demo: Demo) => Promise<void>;
};
/** Somebody with a device, and what they look at one after the other: each page is loaded once. */
export type Visit = {
  readonly by: string;
  readonly device: Device;
  readonly come: (page: Page, demo: Demo) => Promise<void>;
  readonly views: readonly View[];
};

export const shown = async (page: Page, role: 'heading' | 'button' | 'timer', name?: string | RegExp) => {
  await expect(page.getByRole(role, name === undefined ? {} : { name }).first()).toBeVisible();
};

export const writing = async (page: Page, name: string): Promise<void> => {
  await expect(page.getByRole('textbox', { name })).toHaveAttribute('aria-readonly', 'false');
};

export const home = async (page: Page, { url }: Demo): Promise<void> => {
  await page.goto(url);
  await shown(page, 'button', fr.home.join);
};

/** What the view before has opened is put away; the page stays. */
export async function onlyThePage(page: Page): Promise<void> {
  const over = page.getByRole('dialog').or(page.getByRole('menu'));
  if ((await over.count()) > 0) await page.keyboard.press('Escape');
  await expect(over).toHaveCount(0);
}
