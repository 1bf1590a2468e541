/** One page in both schemes. */
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright';
import type { Instant } from '#core/time/instant.ts';
import type { Demo } from '../support/demo-process.ts';
import type { Device } from '../support/device.ts';

export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

type Frame = Pick<BrowserContextOptions, 'viewport' | 'isMobile' | 'hasTouch' | 'deviceScaleFactor'>;
export const PHONE: Frame = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
/** For a picture of its own, as sharp as a phone is. */
export const SHARP_PHONE: Frame = { ...PHONE, deviceScaleFactor: 2 };
export const LAPTOP: Frame = { viewport: { width: 1440, height: 900 } };
export const PROJECTOR: Frame = { viewport: { width: 1920, height: 1080 } };

export type Shot = { readonly name: string } & Readonly<Record<Scheme, Buffer>>;
/** One shot, or several on one sheet. */
export type Picture = {
  readonly name: string;
  readonly shots: readonly Shot[];
  readonly sheet: { readonly columns: number; readonly width: number } | null;
};
export type Studio = {
  readonly browser: Browser;
  readonly demo: Demo;
  /** The address that stands on the pictures. */
  readonly url: string;
  /** The server's time. */
  readonly now: () => Instant;
  /** Whether this picture was asked for. */
  readonly wanted: (name: string) => boolean;
  /** Waits for its turn: a few pages are open at once. */
  readonly turn: <T>(take: () => Promise<T>) => Promise<T>;
  readonly keep: (picture: Picture) => Promise<void>;
};
export type Subject = {
  /** Its state, where several stand on one sheet. */
  readonly name?: string;
  readonly frame: Frame;
  /** A link, or a path. */
  readonly address: string;
  /** Whose rights the page has, where the link gives none. */
  readonly device?: Device;
  /** Before the page opens. */
  readonly prepare?: (context: BrowserContext) => Promise<void>;
  /** Brings the page to what the picture shows. */
  readonly show?: (page: Page) => Promise<void>;
};

export const shot = (studio: Studio, subject: Subject): Promise<Shot> =>
  studio.turn(() => taken(studio, subject));

async function taken(studio: Studio, subject: Subject): Promise<Shot> {
  const page = await opened(studio, subject);
  await subject.show?.(page);
  // A projector offers its one control to whoever moves the pointer.
  if (subject.frame !== PROJECTOR) await unpointed(page);
  const it = await shotOf(page, subject.name ?? '');
  await page.context().close();
  return it;
}

/** As long as a busy machine may need: many pages are drawn at once. */
const PATIENCE = 120_000;

/** A page of its own, with the rights of the subject's device or link. */
export async function opened({ browser, url, now }: Studio, subject: Subject): Promise<Page> {
  const context = await browser.newContext({
    ...subject.frame,
    colorScheme: 'light',
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE);
  // Before a page knows the server's clock it goes by its device's.
  await context.addInitScript((ahead) => {
    const ofDevice = Date;
    const now = (): number => ofDevice.now() + ahead;
    globalThis.Date = new Proxy(ofDevice, {
      construct: (target, parts) => Reflect.construct(target, parts.length === 0 ? [now()] : parts) as Date,
      get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
    });
  }, now() - Date.now());
  const [name = '', value = ''] = (subject.device?.cookie ?? '').split('=');
  if (value !== '') await context.addCookies([{ name, value, url }]);
  await subject.prepare?.(context);
  const page = await context.newPage();
  const { pathname, search, hash } = new URL(subject.address, url);
  await page.goto(`${url}${pathname}${search}${hash}`);
  await page.waitForLoadState('networkidle');
  return page;
}

/** Nothing is pointed at. */
const unpointed = (page: Page): Promise<void> => page.mouse.move(0, 0);

/** The first button of that name; then it is let go. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name, exact: typeof name === 'string' });
  await button.first().click();
  await unpointed(page);
}

/** The page in both schemes, once it stands still. */
export async function shotOf(page: Page, name: string): Promise<Shot> {
  await page.waitForFunction(hasCome);
  const light = await stillPicture(page);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const dark = await stillPicture(page);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  return { name, light, dark };
}

/** Fonts, pictures, and whatever a skeleton stands for. */
function hasCome(): boolean {
  const isSeen = (it: Element): boolean => {
    const { top, bottom, width } = it.getBoundingClientRect();
    return width > 0 && bottom > 0 && top < innerHeight;
  };
  const skeletons = [...document.querySelectorAll('.skeleton')];
  return (
    document.fonts.status === 'loaded' &&
    ![...skeletons, ...[...document.images].filter((it) => !it.complete)].some(isSeen)
  );
}

/** Where seconds pass on a slow machine, no two may be alike. */
const MOST_LOOKS = 6;

/** As the page looks twice in a row. */
async function stillPicture(page: Page): Promise<Buffer> {
  let picture = await page.screenshot();
  for (let looks = 1; looks < MOST_LOOKS; looks += 1) {
    const again = await page.screenshot();
    if (again.equals(picture)) break;
    picture = again;
  }
  return picture;
}

/** Pictures of one page each, those that are wanted. */
export function singles(studio: Studio) {
  const taking: Promise<void>[] = [];
  return {
    one(name: string, subject: Subject): void {
      if (!studio.wanted(name)) return;
      taking.push(shot(studio, subject).then((it) => studio.keep({ name, shots: [it], sheet: null })));
    },
    all: (): Promise<unknown> => Promise.all(taking),
  };
}

/** Laptops and projectors two in a row, phones four. */
export const WIDE = { columns: 2, width: 600 };
export const NARROW = { columns: 4, width: 300 };

/** Sheets that fill while something happens: shots are added in the order in which they will stand. */
export function sheets<Name extends string>(studio: Studio, shapes: Readonly<Record<Name, typeof WIDE>>) {
  const shots = new Map<Name, Shot[]>();
  return {
    /** Once it shows `seen`, where what is shown was commanded elsewhere. */
    async add(name: Name, state: string, page: Page, seen?: Locator): Promise<void> {
      await seen?.waitFor();
      shots.set(name, [...(shots.get(name) ?? []), await shotOf(page, state)]);
    },
    async keep(): Promise<void> {
      for (const [name, taken] of shots)
        if (studio.wanted(name)) await studio.keep({ name, shots: taken, sheet: shapes[name] });
    },
  };
}

/** As many at once as `places`, the others in their order. */
export function turns(places: number): Studio['turn'] {
  let free = places;
  const waiting: (() => void)[] = [];
  return async (take) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await take();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
