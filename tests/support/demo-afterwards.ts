/** What becomes of the demo's morning: a synthesis is shown in plenary, the actes are reread, approved and published. */
import type { ActesView, ReviewLinksView } from '#protocol/actes-views.ts';
import type { Command } from '#protocol/inputs.ts';
import type { SeminarView, SlidesView } from '#protocol/views.ts';
import type { Demo } from './demo-process.ts';
import { commanded, connected, Device, freshId } from './device.ts';

async function organiserOf({ url, links }: Demo): Promise<Device> {
  const organiser = new Device(url);
  await organiser.openLink(links.organiser);
  return organiser;
}

/** The demo's plenary, which has begun with its first point: the synthesis of the first atelier. */
export async function begunPlenary(demo: Demo) {
  const organiser = await organiserOf(demo);
  const { ateliers } = await organiser.json<SeminarView>(`/api/seminars/${demo.seminar}`);
  const atelierId = ateliers.find(({ plenary }) => !plenary)?.atelierId ?? '';
  const sittingId = ateliers.find(({ plenary }) => plenary)?.sittings[0]?.sittingId ?? '';
  const socket = organiser.socket();
  await connected(socket);
  const order = async (command: Command): Promise<void> => {
    const answer = await commanded(socket, 'organiser', command);
    if (!answer.ok) throw new Error(`${command.type}: ${answer.error.code}`);
  };
  await order({ type: 'run/start', sittingId, expectedRunEvents: 0 });
  const { slides } = await organiser.json<SlidesView>(`/api/ateliers/${atelierId}/slides`);
  return {
    ...{ sittingId, atelierId, slides, organiser },
    show: (slide: number) => order({ type: 'restitution/show', sittingId, atelierId, slide }),
    close: () => organiser.close(),
  };
}

/** The demo's actes, a step further each time. */
export async function ledActes(demo: Demo) {
  const organiser = await organiserOf(demo);
  const at = `/api/seminars/${demo.seminar}/actes`;
  const send = async (by: Device, name: string, input: object): Promise<void> => {
    const taken = await by.request(`${at}/${name}`, { commandId: freshId(), ...input });
    if (!taken.ok) throw new Error(`${name}: ${await taken.text()}`);
  };
  /** What is sent to those who reread and approve. */
  const links = (): Promise<ReviewLinksView> => organiser.json<ReviewLinksView>(`${at}/review-links`);
  return {
    ...{ organiser, links },
    view: (): Promise<ActesView> => organiser.json<ActesView>(at),
    step: (name: 'review' | 'approval' | 'publish', input: object) => send(organiser, name, input),
    /** As the valideur, by their link. */
    async answer(input: object): Promise<void> {
      const valideur = new Device(demo.url);
      await valideur.openLink((await links()).valideur ?? '');
      await send(valideur, 'approval/answer', input);
    },
  };
}
