/** What people do on the day, as steps of a test: one browser context a person. */
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Consent } from '#core/seminar/person.ts';
import fr from '#i18n/fr.ts';
import { AGENDA } from './agenda.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
const LAPTOP = { viewport: { width: 1440, height: 900 } } as const;
const PROJECTOR = { viewport: { width: 1920, height: 1080 } } as const;

export type Links = {
  readonly animateur: string;
  readonly rapporteur: string;
  readonly screen: string;
  readonly code: string;
};

export type Joining = { readonly shared?: boolean; readonly consent?: Consent };

export class SeminarDay {
  readonly #browser: Browser;
  readonly #url: string;
  readonly #contexts: BrowserContext[] = [];
  /** What went wrong in any page's own code, or was refused by its content security policy. */
  readonly problems: string[] = [];

  constructor(browser: Browser, url: string) {
    this.#browser = browser;
    this.#url = url;
  }

  async #person(
    device: typeof PHONE | typeof LAPTOP | typeof PROJECTOR,
    options: BrowserContextOptions = {},
  ): Promise<Page> {
    const context = await this.#browser.newContext({
      ...device,
      ...options,
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
    });
    this.#contexts.push(context);
    // What bears no name leaves within a minute, at random: here at once, for the sake of time.
    await context.addInitScript(() => (Math.random = () => 0.001));
    const page = await context.newPage();
    page.on('pageerror', (error) => this.problems.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|Trusted Type/i.test(message.text())) this.problems.push(message.text());
    });
    return page;
  }

  /** The organiser pastes the agenda, looks at what was understood, and creates the séminaire. */
  async organise(): Promise<Page> {
    const page = await this.#person(LAPTOP);
    await page.goto(this.#url);
    await page.getByRole('link', { name: fr.home.prepare }).click();
    await page.getByRole('textbox', { name: fr.prepare.paste.label }).fill(AGENDA);
    await page.getByRole('button', { name: fr.prepare.paste.understand, exact: true }).click();
    await expect(page.getByText(fr.prepare.understood.summary(5, '3 h'))).toBeVisible();
    await page.getByLabel(fr.prepare.seminar.name, { exact: true }).fill('Rencontre régionale des comités');
    await page.getByLabel(fr.prepare.seminar.organisation).fill('Union des comités d’entraide');
    await page.getByLabel(fr.prepare.seminar.place).fill('Vannes');
    await page.getByLabel(fr.prepare.sitting.room).fill('Ouessant');
    await page.getByRole('button', { name: fr.prepare.create }).click();
    await page.waitForURL(/\/seminaires\/(?!nouveau)[^/]+$/);
    return page;
  }

  /** The links and the code as the organiser copies them. */
  async links(organiser: Page): Promise<Links> {
    const valueOf = (name: string): Promise<string> =>
      organiser.getByLabel(name, { exact: true }).inputValue();
    const join = await valueOf(fr.prepare.ateliers.joinLink);
    return {
      animateur: this.here(await valueOf(fr.prepare.ateliers.animateurLink)),
      rapporteur: this.here(await valueOf(fr.prepare.ateliers.rapporteurLink)),
      screen: this.here(await valueOf(fr.prepare.ateliers.screenLink)),
      code: join.split('#').at(-1) ?? '',
    };
  }

  /** A printed address may name the machine on the local network; the test stays on the name it uses. */
  here(link: string): string {
    const { pathname, search, hash } = new URL(link);
    return `${this.#url}${pathname}${search}${hash}`;
  }

  async open(link: string, device: 'laptop' | 'projector' | 'phone'): Promise<Page> {
    const page = await this.#person({ laptop: LAPTOP, projector: PROJECTOR, phone: PHONE }[device]);
    await page.goto(link);
    await expect(page).not.toHaveURL(/#acces=/);
    return page;
  }

  /** The page of somebody who holds their rights already, by the cookie of their device. */
  async openAs(cookie: string, path: string): Promise<Page> {
    const page = await this.#person(LAPTOP);
    const [name = '', value = ''] = cookie.split('=');
    await page.context().addCookies([{ name, value, url: this.#url }]);
    await page.goto(`${this.#url}${path}`);
    return page;
  }

  /** `at`: the address under which their network lets them come. */
  async join(
    code: string,
    firstName: string,
    lastName: string,
    role: string,
    town: string,
    { shared = false, consent = 'name-and-function', at = this.#url }: Joining & { at?: string } = {},
  ): Promise<Page> {
    // Elsewhere each page would fetch the whole build; on a shared device it is searched for what is left.
    const page = await this.#person(PHONE, shared ? { serviceWorkers: 'allow' } : {});
    await page.goto(at);
    await this.comeIn(page, code, firstName, lastName, role, town, { shared, consent });
    return page;
  }

  /** From the first page into the sitting. */
  async comeIn(
    page: Page,
    code: string,
    firstName: string,
    lastName: string,
    role: string,
    town: string,
    { shared = false, consent = 'name-and-function' }: Joining = {},
  ): Promise<void> {
    // As people type what they read aloud: in two halves, in small letters.
    await page.getByLabel(fr.home.code).fill(`${code.slice(0, 4)} ${code.slice(4)}`.toLowerCase());
    await page.getByRole('button', { name: fr.home.join }).click();
    await page.getByLabel(fr.join.firstName).fill(firstName);
    await page.getByLabel(fr.join.lastName, { exact: true }).fill(lastName);
    await page.getByRole('textbox', { name: fr.join.function }).fill(role);
    await page.getByLabel(fr.join.town).fill(town);
    await page.getByLabel(fr.join.consents[consent]).check();
    if (shared) await page.getByLabel(fr.join.shared, { exact: true }).check();
    await page.getByRole('button', { name: fr.join.enter }).click();
    await page.waitForURL(/\/seances\//);
    // The address stands before the room does: until then a network that goes leaves nothing to write in.
    await expect(page.getByLabel(fr.participant.field)).toBeVisible();
  }

  async contribute(page: Page, text: string, { unnamed = false } = {}): Promise<void> {
    await page.getByLabel(fr.participant.field).fill(text);
    await page.getByLabel(fr.participant.unnamed, { exact: true }).setChecked(unnamed);
    await page.getByRole('button', { name: fr.participant.send }).click();
  }

  /** The editor once it may be written in: what is typed while it still loads goes nowhere. */
  editor(page: Page, label: string): Locator {
    return page.getByRole('textbox', { name: label }).and(page.locator('[contenteditable="true"]'));
  }

  async close(): Promise<void> {
    for (const context of this.#contexts) await context.close();
  }
}
