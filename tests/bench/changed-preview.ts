/** A preview as its organiser waits for it: a title changes, and the whole server saves, assembles, sets and draws. */
import type { ActesView, PagesView } from '#protocol/actes-views.ts';
import type { Device } from '../support/device.ts';
import { freshId } from '../support/device.ts';

/** Changes the title of the first part, and waits for the first of the new pages. */
export async function firstPageAfterChange(
  organiser: Device,
  seminarId: string,
  title: string,
): Promise<{ readonly milliseconds: number; readonly pages: number }> {
  const at = `/api/seminars/${seminarId}/actes`;
  const { composition, revision } = await organiser.json<ActesView>(at);
  const [first, ...others] = composition.parts;
  if (!first) throw new Error('these actes have no part');
  const began = performance.now();
  const saved = await organiser.request(`${at}/composition`, {
    ...{ commandId: freshId(), expectedRevision: revision },
    composition: { ...composition, parts: [{ ...first, title }, ...others] },
  });
  if (!saved.ok) throw new Error(await saved.text());
  const { hash, pages } = await organiser.json<PagesView>(`${at}/pages`);
  const page = await (await organiser.request(`${at}/pages/${hash}/1`)).text();
  const milliseconds = performance.now() - began;
  if (!page.includes('<svg')) throw new Error(page);
  return { milliseconds, pages };
}
