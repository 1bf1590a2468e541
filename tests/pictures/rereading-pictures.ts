/** The demo's actes once they leave the organiser: reread by whom they quote, approved, and read by anybody. */
import type { Page } from 'playwright';
import fr from '#i18n/fr.ts';
import { ledActes } from '../support/demo-afterwards.ts';
import { LAPTOP, opened, PHONE, sheets, singles } from './shot.ts';
import type { Studio } from './shot.ts';

/** All phones in one row. */
const SHEETS = { 'actes-phones': { columns: 5, width: 300 } };
const [APPROVAL, PUBLISHED] = ['actes-approval', 'actes-published'];
const { rereading } = fr;
const CORRECTION = 'J’ai parlé des jeudis, et non de tous les matins : le reste est bien ce que j’ai dit.';
const TWO_WEEKS = 14 * 24 * 3_600_000;

export async function rereadingPictures(studio: Studio): Promise<void> {
  if (![...Object.keys(SHEETS), APPROVAL, PUBLISHED].some(studio.wanted)) return;
  const taken = sheets(studio, SHEETS);
  const { one, all } = singles(studio);
  const actes = await ledActes(studio.demo);
  const onPhone = async (address: string, state: string, show: (page: Page) => Promise<unknown>) => {
    const page = await opened(studio, { frame: PHONE, address });
    await show(page);
    await taken.add('actes-phones', state, page);
    return page;
  };

  await actes.step('review', { until: studio.now() + TWO_WEEKS });
  const { people } = await actes.links();
  const most = people.toSorted((one, other) => other.passages - one.passages)[0];
  const quoted = await onPhone(most?.url ?? '', 'somebody quoted', (page) =>
    page.getByText(rereading.as.participant).waitFor(),
  );
  await quoted
    .getByRole('button', { name: new RegExp(`^${rereading.correctOf('')}`) })
    .first()
    .click();
  await quoted.getByLabel(rereading.field).fill(CORRECTION);
  await taken.add('actes-phones', 'a correction', quoted);
  await quoted.context().close();

  await actes.step('approval', {});
  const { valideur } = await actes.links();
  const read = (page: Page) => page.getByAltText(fr.actes.pages.page(1)).waitFor();
  one(APPROVAL, { frame: LAPTOP, address: valideur ?? '', show: read });
  await all();
  const phone = await onPhone(valideur ?? '', 'the valideur', read);
  const versionId = (await actes.view()).approval?.versionId ?? '';
  await phone.getByRole('button', { name: rereading.approval.give }).scrollIntoViewIfNeeded();
  // The page above it is drawn once it is looked at.
  const number = await phone
    .getByText(/^Page\s\d+$/)
    .last()
    .innerText();
  await taken.add('actes-phones', 'their answer', phone, phone.getByAltText(number, { exact: true }));
  await phone.context().close();

  await actes.answer({ versionId, given: true, by: 'Hélène Marchaudon, directrice', remarks: '' });
  await actes.step('publish', { versionId, indexed: false, until: null });
  const { published } = await actes.view();
  const address = `/actes/${published?.slug ?? ''}`;
  one(PUBLISHED, { frame: LAPTOP, address });
  await all();
  const reader = await onPhone(address, 'what anybody reads', async () => undefined);
  await reader.context().close();
  await taken.keep();
  actes.organiser.close();
}
