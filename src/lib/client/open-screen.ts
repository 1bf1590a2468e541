/** Opens the projector's page where the projector is. */

type Display = {
  readonly availLeft: number;
  readonly availTop: number;
  readonly availWidth: number;
  readonly availHeight: number;
};
type Displays = { readonly screens: readonly Display[]; readonly currentScreen: Display };

/** The browser, as far as it manages windows on several displays; most do not. */
export type OpeningWindow = Pick<Window, 'open'> & {
  readonly screen: { readonly isExtended?: boolean };
  readonly navigator: {
    readonly permissions?: { query(of: { name: PermissionName }): Promise<{ readonly state: string }> };
  };
  readonly getScreenDetails?: () => Promise<Displays>;
};

/** One name: opened twice it is one window. */
const NAME = 'pleniere-ecran';

/**
 * Opens the page at `path` over the whole of the second display where the browser may, else in a window of its own,
 * which somebody moves there. Where displays are duplicated it opens beside the console.
 */
export async function openScreen(
  path: string,
  browser: OpeningWindow = window as unknown as OpeningWindow,
): Promise<void> {
  if (browser.getScreenDetails === undefined || browser.screen.isExtended !== true) {
    browser.open(path, NAME);
    return;
  }
  if ((await permission(browser)) === 'granted') {
    const display = await secondDisplay(browser);
    browser.open(path, NAME, display === null ? undefined : `popup,fullscreen,${placeOf(display)}`);
    return;
  }
  // The window first: after the question nobody's click would allow it any more.
  const opened = browser.open(path, NAME, 'popup,width=1280,height=720');
  const display = await secondDisplay(browser);
  if (opened === null || display === null) return;
  opened.moveTo(display.availLeft, display.availTop);
  opened.resizeTo(display.availWidth, display.availHeight);
}

async function permission({ navigator }: OpeningWindow): Promise<string> {
  try {
    return (
      (await navigator.permissions?.query({ name: 'window-management' as PermissionName }))?.state ?? 'prompt'
    );
  } catch {
    // A browser that does not know the name asks when it comes to it.
    return 'prompt';
  }
}

/** The first display that the page is not on; null when there is none, or the browser may not say. */
async function secondDisplay(browser: OpeningWindow): Promise<Display | null> {
  try {
    const displays = await browser.getScreenDetails?.();
    return displays?.screens.find((display) => display !== displays.currentScreen) ?? null;
  } catch {
    // Not allowed: the window stays where it opened.
    return null;
  }
}

const placeOf = ({ availLeft, availTop, availWidth, availHeight }: Display): string =>
  `left=${availLeft},top=${availTop},width=${availWidth},height=${availHeight}`;
