/** Console, phone and projector in each state of time, side by side. */
import type { BrowserContext } from 'playwright';
import fr from '#i18n/fr.ts';
import { roomsInStates } from './rooms-in-states.ts';
import type { StatedRoom } from './rooms-in-states.ts';
import { LAPTOP, NARROW, PHONE, PROJECTOR, shot, WIDE } from './shot.ts';
import type { Shot, Studio, Subject } from './shot.ts';

const PAGES: readonly {
  readonly name: string;
  readonly sheet: typeof WIDE;
  readonly subject: (of: StatedRoom) => Subject;
}[] = [
  {
    name: 'console-states',
    sheet: WIDE,
    subject: ({ room }) => ({ frame: LAPTOP, address: room.links.animateur }),
  },
  {
    name: 'console-phone-states',
    sheet: NARROW,
    subject: ({ room }) => ({ frame: PHONE, address: room.links.animateur }),
  },
  {
    name: 'participant-states',
    sheet: NARROW,
    subject: ({ room, participant }) => ({
      ...{ frame: PHONE, address: `/seances/${room.sittingId}`, device: participant },
    }),
  },
  {
    name: 'screen-states',
    sheet: WIDE,
    subject: ({ room }) => ({ frame: PROJECTOR, address: room.links.screen }),
  },
];
const ORDER = [
  'not started',
  'calm',
  'soon',
  'over',
  'shared time',
  'suspended',
  'synthesis late',
  'finished',
];
/** What else a projector may show. */
const MORE = 'screen-more';
const MESSAGE = 'La plénière commence à 12 h 10 : conclure doucement, et rejoindre le grand amphithéâtre.';

export async function statePictures(studio: Studio): Promise<void> {
  const pages = PAGES.filter(({ name }) => studio.wanted(name));
  if (pages.length === 0 && !studio.wanted(MORE)) return;
  const rooms = await roomsInStates(studio.demo.url, studio.now);
  const taken = new Map(pages.map(({ name }) => [name, [] as Shot[]]));
  const take = (state: string, of: StatedRoom): Promise<unknown> =>
    Promise.all(
      pages.map(async ({ name, subject }) =>
        taken.get(name)?.push(await shot(studio, { ...subject(of), name: state })),
      ),
    );
  const states = Promise.all([...rooms.rooms].map(([state, of]) => take(state, of)));
  if (studio.wanted(MORE)) {
    const { room } = rooms.calm;
    const screen = { frame: PROJECTOR, address: room.links.screen };
    const discreet = shot(studio, {
      ...{ ...screen, name: 'discreet clock' },
      async show(page) {
        await page.getByRole('timer').waitFor();
        await page.keyboard.press('h');
      },
    });
    const restitution = shot(studio, {
      ...{ frame: PROJECTOR, address: rooms.plenary.links.screen, name: 'restitution' },
    });
    const line = breakableLine();
    const stale = shot(studio, {
      ...{ ...screen, name: 'connection lost' },
      prepare: line.lay,
      async show(page) {
        await page.getByRole('timer').waitFor();
        line.cut();
        await page.getByText(fr.screen.lost).waitFor();
      },
    });
    const quiet = await Promise.all([discreet, restitution, stale]);
    await states;
    const withdraw = await rooms.writeToScreen(MESSAGE);
    const message = await shot(studio, { ...screen, name: 'message' });
    await withdraw();
    await studio.keep({ name: MORE, shots: [message, ...quiet], sheet: WIDE });
  }
  await states;
  await rooms.pause();
  await take('shared time', rooms.calm);
  await rooms.endPause();
  await rooms.suspendAll();
  await take('suspended', rooms.calm);
  rooms.close();
  const place = ({ name }: Shot): number => ORDER.indexOf(name);
  for (const { name, sheet } of pages) {
    const shots = (taken.get(name) ?? []).toSorted((one, other) => place(one) - place(other));
    await studio.keep({ name, shots, sheet });
  }
}

/** A page's sockets over a line that can go silent without closing. */
function breakableLine() {
  let whole = true;
  return {
    lay: (context: BrowserContext): Promise<void> =>
      context.routeWebSocket(/socket\.io/, (page) => {
        const server = page.connectToServer();
        page.onMessage((message) => {
          if (whole) server.send(message);
        });
        server.onMessage((message) => {
          if (whole) page.send(message);
        });
      }),
    cut(): void {
      whole = false;
    },
  };
}
