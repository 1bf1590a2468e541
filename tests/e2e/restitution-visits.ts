/** The demo's synthesis shown in plenary: the projector, the remote, the phone that follows, what is handed out. */
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import fr from '#i18n/fr.ts';
import type { Demo } from '../support/demo-process.ts';
import { begunPlenary } from '../support/demo-afterwards.ts';
import { joined } from './room-visits.ts';
import { PHONE, PROJECTOR, shown, writing } from './visit.ts';
import type { Visit } from './visit.ts';

const { phone: words, remote } = fr.restitution;

/** A quotation; a title and two ideas come before it. */
const SLIDE = 3;
type Plenary = Awaited<ReturnType<typeof begunPlenary>>;
let begun: Promise<Plenary> | null = null;

/** Of the demo's plenary, which shows a slide: whoever comes first begins it. */
async function shownIn(page: Page, demo: Demo, path: string): Promise<void> {
  begun ??= begunPlenary(demo);
  const plenary = await begun;
  await plenary.show(SLIDE);
  await page.goto(`${demo.url}/seances/${plenary.sittingId}${path}`);
}

export const RESTITUTION: readonly Visit[] = [
  {
    by: 'the rapporteur in plenary',
    device: PHONE,
    async come(page, demo) {
      await page.goto(demo.links.rapporteur);
      await writing(page, fr.synthesis.editorLabel);
      await shownIn(page, demo, '/presenter');
    },
    views: [
      {
        name: 'remote, its slides listed',
        async show(page) {
          // All of it at once: a line half under the foot is told as too small a target.
          await page.setViewportSize({ width: PHONE.viewport.width, height: 2400 });
          await shown(page, 'button', remote.putAway);
          await page.getByText(remote.jump).click();
        },
      },
      {
        name: 'handout',
        async show(page) {
          await page.getByRole('link', { name: remote.handout }).click();
          await shown(page, 'button', fr.restitution.handout.print);
        },
      },
    ],
  },
  {
    by: 'somebody in plenary',
    device: PHONE,
    async come(page, demo) {
      await joined(page, demo, 'LE BRAS');
      await shownIn(page, demo, '');
    },
    views: [
      {
        name: 'slides, followed',
        async show(page) {
          await page.getByRole('button', { name: words.follow }).click();
          await shown(page, 'button', words.stop);
        },
      },
    ],
  },
  {
    by: 'the plenary’s projector',
    device: PROJECTOR,
    async come(page, demo) {
      await page.goto(demo.links.organiser);
      await shown(page, 'heading', fr.prepare.ateliers.title);
      await shownIn(page, demo, '/ecran');
    },
    views: [
      {
        name: 'restitution',
        async show(page) {
          await expect(page.getByText(/^4\s\/\s\d+$/)).toBeVisible();
        },
      },
    ],
  },
];
