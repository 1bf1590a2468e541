/** Twelve people in two groups that hold one atelier, on the pages they have open, and what each says. */
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { attributionInWords } from '#core/actes/names-in-words.ts';
import fr from '#i18n/fr.ts';
import type { SeminarView, SittingView } from '#protocol/views.ts';
import { commanded, connected, createdSeminar, freshId } from '../support/device.ts';
import type { Device } from '../support/device.ts';
import type { RefusingProxy } from '../support/refusing-proxy.ts';
import type { WholeSitting } from '../support/whole-sitting.ts';
import type { SeminarDay } from './seminar-day.ts';

/** Without a phone. */
export const NOLWENN = {
  ...{ firstName: 'Nolwenn', lastName: 'PRIGENT', function: 'assistante sociale', town: 'Carhaix' },
  consent: 'name-and-function',
} as const;
export const NOEL = {
  ...{ firstName: 'Noël', lastName: 'QUEMENER', function: 'bénévole', town: 'Landerneau' },
  consent: 'name-and-function',
} as const;

/** As they agreed to be quoted. */
export const QUOTED = {
  ines: 'Inès CARADEC – présidente (Morlaix)',
  yann: 'directeur (Lorient)',
  maelle: 'Maëlle ABGRALL – chargée de projets (Brest)',
  erwan: 'Erwan KERBRAT – trésorier (Quimperlé)',
  soazig: 'Soazig HENRY – éducatrice (Redon)',
  nolwenn: 'Nolwenn PRIGENT – assistante sociale (Carhaix)',
  nobody: '',
} as const;

/** Point and question, as the log names them. */
export const FIRST = 'item-one/item-one-question-1';
export const SECOND = 'item-two/item-two-question-1';

export type Said = {
  readonly text: string;
  readonly place: string;
  /** How whoever said it is quoted; '' for nobody. */
  readonly by: string;
  readonly standing: 'shown' | 'to-confirm' | 'hidden' | 'withdrawn';
};
export const said = (
  text: string,
  place: string,
  by: string,
  standing: Said['standing'] = 'shown',
): Said => ({ text, place, by, standing });

/** The room sees it. */
export const isSeen = ({ standing }: Said): boolean => standing === 'shown' || standing === 'to-confirm';

export const textsOf = (all: readonly Said[]): readonly string[] => all.map(({ text }) => text).toSorted();

/** In the order of the words, however it came. */
export const inOrder = (all: readonly Said[]): readonly Said[] =>
  all.toSorted((one, other) => (one.text < other.text ? -1 : Number(one.text > other.text)));

export const saidIn = ({ contributions }: WholeSitting): readonly Said[] =>
  inOrder(
    contributions.map(({ text, itemId, questionId, attribution, toConfirm, sorting }) => {
      const standing = sorting?.withdrawn
        ? 'withdrawn'
        : (sorting?.hidden ?? null) !== null
          ? 'hidden'
          : toConfirm
            ? 'to-confirm'
            : 'shown';
      return said(
        text ?? '',
        `${itemId ?? ''}/${questionId ?? ''}`,
        attributionInWords(attribution),
        standing,
      );
    }),
  );

export type TwoGroups = {
  readonly organiser: Device;
  readonly organiserLink: string;
  readonly seminarId: string;
  readonly first: SittingView;
  readonly second: SittingView;
};

/** An atelier of two points that two groups hold. */
export async function twoGroups(url: string): Promise<TwoGroups> {
  const { organiser, view, sittingId } = await createdSeminar(url);
  const { seminarId } = view;
  const other = { sittingId: freshId(), room: 'Houat', start: null, label: 'groupe 2' };
  const socket = organiser.socket();
  await connected(socket);
  const atelierId = view.ateliers[0]?.atelierId ?? '';
  await commanded(socket, 'organiser', { type: 'sittings/add', atelierId, sittings: [other] });
  socket.disconnect();
  const { ateliers, links } = await organiser.json<SeminarView>(`/api/seminars/${seminarId}`);
  const sittings = ateliers[0]?.sittings ?? [];
  const first = sittings.find((it) => it.sittingId === sittingId);
  const second = sittings.find((it) => it.sittingId === other.sittingId);
  if (!first || !second) throw new Error('no sittings');
  return { organiser, organiserLink: links.organiser, seminarId, first, second };
}

export type Room = {
  readonly animateur: Page;
  readonly rapporteur: Page;
  readonly ines: Page;
  readonly yann: Page;
  /** Behind a network that lets no WebSocket through. */
  readonly maelle: Page;
  /** Gwenola’s, then Erwan’s. */
  readonly computer: Page;
};

/** Everybody of the first group comes in. */
export async function gathered(day: SeminarDay, { first }: TwoGroups, proxy: RefusingProxy): Promise<Room> {
  const { code, links } = first;
  const [animateur, rapporteur, ines, yann, maelle, computer] = await Promise.all([
    day.open(day.here(links.animateur), 'laptop'),
    day.open(day.here(links.rapporteur), 'laptop'),
    day.join(code, 'Inès', 'CARADEC', 'présidente', 'Morlaix'),
    day.join(code, 'Yann', 'LE GOFF', 'directeur', 'Lorient', { consent: 'function' }),
    day.join(code, 'Maëlle', 'ABGRALL', 'chargée de projets', 'Brest', { at: proxy.url }),
    day.join(code, 'Gwenola', 'TANGUY', 'secrétaire', 'Quimper', { shared: true, consent: 'none' }),
  ]);
  return { animateur, rapporteur, ines, yann, maelle, computer };
}

/** Presses start, and waits until the phone tells how much time is left. */
export async function start(animateur: Page, phone: Page): Promise<void> {
  await press(animateur, fr.console.bar.start);
  await expect(phone.getByRole('timer').first()).toHaveText(/60\s*min/);
}

export const press = (page: Page, button: string): Promise<void> =>
  page.getByRole('button', { name: button }).click();
