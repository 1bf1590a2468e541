/** The demo's synthesis in plenary: on the projector, under the rapporteur's thumb, on a phone that follows, on paper. */
import type { Page } from 'playwright';
import type { Slide } from '#core/restitution/restitution.ts';
import fr from '#i18n/fr.ts';
import { begunPlenary } from '../support/demo-afterwards.ts';
import { Device } from '../support/device.ts';
import { LAPTOP, opened, PHONE, press, PROJECTOR, sheets, singles, WIDE } from './shot.ts';
import type { Studio } from './shot.ts';

/** All phones in one row. */
const ROW = { columns: 5, width: 300 };
const SHEETS = { restitution: WIDE, 'restitution-phones': ROW };
const HANDOUT = 'restitution-handout';
const REMOTE = 'restitution-remote';
const { phone: words, remote } = fr.restitution;

export async function restitutionPictures(studio: Studio): Promise<void> {
  if (![...Object.keys(SHEETS), HANDOUT, REMOTE].some(studio.wanted)) return;
  const { demo } = studio;
  const taken = sheets(studio, SHEETS);
  const { one, all } = singles(studio);
  const plenary = await begunPlenary(demo);
  const [rapporteur, participant] = [new Device(demo.url), new Device(demo.url)];
  await rapporteur.openLink(demo.links.rapporteur);
  await participant.join(demo.codes[0] ?? '', 'Yann');
  const at = `/seances/${plenary.sittingId}`;
  const presenting = { address: `${at}/presenter`, device: rapporteur };
  const screen = await opened(studio, {
    ...{ frame: PROJECTOR, address: `${at}/ecran`, device: plenary.organiser },
  });
  const hand = await opened(studio, { frame: PHONE, ...presenting });
  const phone = await opened(studio, { frame: PHONE, address: at, device: participant });
  const show = async (slide: number, ...pages: readonly Page[]): Promise<void> => {
    await plenary.show(slide);
    for (const page of pages) await page.getByText(numbered(slide)).waitFor();
  };
  const numbered = (slide: number): string => fr.restitution.count(slide + 1, plenary.slides.length);
  const first = (type: Slide['type']): number => plenary.slides.findIndex((it) => it.type === type);

  await taken.add('restitution-phones', 'the remote, before', hand);
  await show(0, screen, hand);
  await taken.add('restitution', 'its title', screen);
  await phone.getByRole('button', { name: words.follow }).waitFor();
  await taken.add('restitution-phones', 'a phone may follow', phone);
  for (const [type, state] of [
    ['idea', 'an idea'],
    ['proposal', 'a proposal'],
    ['quotation', 'a quotation'],
  ] as const) {
    await show(first(type), screen, hand);
    await taken.add('restitution', state, screen);
  }
  await taken.add('restitution-phones', 'the remote', hand);
  await press(phone, words.follow);
  await phone.getByRole('button', { name: words.stop }).waitFor();
  await taken.add('restitution-phones', 'a phone that follows', phone);
  await hand.getByText(remote.jump).click();
  await taken.add('restitution-phones', 'to another slide', hand);
  one(REMOTE, { frame: LAPTOP, ...presenting });
  one(HANDOUT, {
    ...{ frame: LAPTOP, address: `/ateliers/${plenary.atelierId}/imprimer`, device: rapporteur },
  });
  await all();

  for (const page of [screen, hand, phone]) await page.context().close();
  await taken.keep();
  rapporteur.close();
  participant.close();
  plenary.close();
}
