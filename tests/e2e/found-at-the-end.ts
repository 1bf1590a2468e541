/** What somebody who comes new to the two groups finds there at the end of the day. */
import { expect } from '@playwright/test';
import fr from '#i18n/fr.ts';
import type { Device } from '../support/device.ts';
import { wholeNotes, wholeSitting } from '../support/whole-sitting.ts';
import type { WholeSitting } from '../support/whole-sitting.ts';
import { linesIn, linesOf } from './notes-room.ts';
import * as phone from './on-the-phone.ts';
import { inOrder, isSeen, QUOTED, saidIn, textsOf } from './twelve-people.ts';
import type { Room, Said, TwoGroups } from './twelve-people.ts';

/** Whoever comes new: every text, at its point, as its author agreed to be named; nobody counts twice. */
export async function findsEverythingOnce(
  fresh: Device,
  { first, second }: TwoGroups,
  ours: readonly Said[],
  theirs: readonly Said[],
): Promise<void> {
  const inFirst = (): Promise<WholeSitting> => wholeSitting(fresh, first.sittingId);
  const inSecond = (): Promise<WholeSitting> => wholeSitting(fresh, second.sittingId);
  await expect.poll(async () => saidIn(await inSecond())).toEqual(inOrder(theirs));
  await expect.poll(async () => saidIn(await inFirst())).toEqual(inOrder(ours));
  const asRoom = await wholeSitting(fresh, first.sittingId, 'participant');
  expect(textsOf(saidIn(asRoom))).toEqual(textsOf(ours.filter(isSeen)));
  const counted = [(await inFirst()).state.participants, (await inSecond()).state.participants];
  expect(counted).toEqual([7, 3]);
}

/** The notes: all who open them, and the server. */
export async function findsTheSameNotes(
  fresh: Device,
  { first, second }: TwoGroups,
  { animateur, yann, maelle }: Room,
): Promise<void> {
  await Promise.all([phone.openNotes(yann), phone.openNotes(maelle)]);
  await animateur.getByRole('tab', { name: fr.console.tabs.notes }).click();
  const linesOn = async (sittingId: string): Promise<readonly string[]> =>
    (await wholeNotes(fresh, (await wholeSitting(fresh, sittingId)).state)).flatMap(linesIn);
  const lines = await linesOn(first.sittingId);
  for (const words of [
    'Inès note le premier point.',
    'Maëlle note le second.',
    'Avant la coupure.',
    'Et pendant.',
  ])
    expect(lines.join('\n').split(words)).toHaveLength(2);
  for (const page of [yann, maelle]) await expect.poll(() => linesOf(page)).toEqual(lines);
  expect(await linesOn(second.sittingId)).toContain('Le repas ouvre la parole.');
  const console = animateur.getByRole('textbox', { name: fr.console.notes.label });
  await expect.poll(() => console.locator('p, h1, h2, h3').allTextContents()).toEqual(lines);
}

/** In one line, without the signs of Markdown. */
export const actesOf = async (device: Device, seminarId: string): Promise<string> => {
  const markdown = await (await device.request(`/api/seminars/${seminarId}/actes.md`)).text();
  return markdown.replace(/[\\*_>#]/g, '').replace(/\s+/g, ' ');
};

/** The actes quote everybody as they agreed, once. */
export function expectActesToQuote(actes: string, all: readonly Said[]): void {
  const times = (words: string): number => actes.split(words).length - 1;
  for (const it of all) {
    const signed = `— ${it.by === QUOTED.nobody ? fr.actesLabels.unnamed : it.by}`;
    expect.soft([it.text, times(it.text)]).toEqual([it.text, isSeen(it) ? 1 : 0]);
    expect.soft([signed, times(`${it.text} ${signed}`)]).toEqual([signed, isSeen(it) ? 1 : 0]);
  }
  for (const words of [
    fr.actesLabels.counts(1, 9, all.filter(isSeen).length),
    'CARADEC Inès – présidente (Morlaix) On vient pour un dossier. Vingt ans d’accueil.',
    'PRIGENT Nolwenn – assistante sociale (Carhaix) Trois jours par semaine à Carhaix.',
    'Trois colonnes',
  ])
    expect.soft(actes).toContain(words);
  for (const words of ['TANGUY', 'MORVAN', 'LE GOFF']) expect.soft(actes).not.toContain(words);
  // Who has not agreed to his words is only said to have been there.
  expect.soft(times('QUEMENER')).toBe(1);
}
