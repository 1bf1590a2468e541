/**
 * An organiser at a computer of their own, who downloads the actes one after the other while they are told to. Arguments:
 * the server's address, the organiser's link, the id of the séminaire.
 */
import { Device } from '../support/device.ts';

export type ToOrganiser = 'download' | 'stop';
/** How many came whole since it was told to. */
export type FromOrganiser = { readonly downloaded: number };

const [url = '', link = '', seminarId = ''] = process.argv.slice(2);
let isAsked = false;

async function downloadWhileAsked(): Promise<void> {
  // As often as a device may: each time another one.
  const device = new Device(url);
  await device.openLink(link);
  let downloaded = 0;
  for (; isAsked; downloaded += 1) {
    const answer = await device.request(`/api/seminars/${seminarId}/actes.pdf`);
    if (!answer.ok) throw new Error(await answer.text());
    await answer.arrayBuffer();
  }
  process.send?.({ downloaded } satisfies FromOrganiser);
}

process.on('message', (told: ToOrganiser) => {
  const wasAsked = isAsked;
  isAsked = told === 'download';
  if (isAsked && !wasAsked) void downloadWhileAsked();
});
process.on('disconnect', () => process.exit());
