import { expect, test } from 'vitest';
import type { OpeningWindow } from './open-screen.ts';
import { openScreen } from './open-screen.ts';

const LAPTOP = { availLeft: 0, availTop: 0, availWidth: 1440, availHeight: 900 };
const PROJECTOR = { availLeft: 1440, availTop: 0, availWidth: 1920, availHeight: 1080 };

/** A browser that notes what it is asked for. */
function browser({ extended = true, permission = 'granted', details = true, answers = true } = {}) {
  const did: string[] = [];
  const opened = {
    moveTo: (left: number, top: number) => void did.push(`move ${left} ${top}`),
    resizeTo: (width: number, height: number) => void did.push(`resize ${width} ${height}`),
  };
  const it = {
    open: (path: string, name: string, features?: string) => {
      did.push(`open ${path} ${name} ${features ?? ''}`.trim());
      return opened;
    },
    screen: { isExtended: extended },
    navigator: { permissions: { query: () => Promise.resolve({ state: permission }) } },
    ...(details
      ? {
          getScreenDetails: () => {
            did.push('ask');
            return answers
              ? Promise.resolve({ screens: [LAPTOP, PROJECTOR], currentScreen: LAPTOP })
              : Promise.reject(new Error('NotAllowedError'));
          },
        }
      : {}),
  };
  return { it: it as unknown as OpeningWindow, did };
}

test('allowed, it opens over the whole second display', async () => {
  const { it, did } = browser();
  await openScreen('/seances/s/ecran', it);
  expect(did).toEqual([
    'ask',
    'open /seances/s/ecran pleniere-ecran popup,fullscreen,left=1440,top=0,width=1920,height=1080',
  ]);
});

test('not asked yet, the window opens with the click and moves once it may', async () => {
  const { it, did } = browser({ permission: 'prompt' });
  await openScreen('/e', it);
  expect(did).toEqual([
    'open /e pleniere-ecran popup,width=1280,height=720',
    'ask',
    'move 1440 0',
    'resize 1920 1080',
  ]);
});

test('refused, it stays where it opened', async () => {
  const { it, did } = browser({ permission: 'denied', answers: false });
  await openScreen('/e', it);
  expect(did).toEqual(['open /e pleniere-ecran popup,width=1280,height=720', 'ask']);
});

test.each([{ extended: false }, { details: false }])(
  'with one display, or none to ask: a window (%o)',
  async (like) => {
    const { it, did } = browser(like);
    await openScreen('/e', it);
    expect(did).toEqual(['open /e pleniere-ecran']);
  },
);
