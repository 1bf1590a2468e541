/** Words written with phones' keyboards, while somebody else writes in the same text. */
import { devices, expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import fr from '#i18n/fr.ts';
import { caretAt, linesOf, notesOf, NotesRoom } from './notes-room.ts';
import { AndroidKeyboard, IosKeyboard } from './phone-keyboards.ts';

// Playwright's phones name a browser of their own; the tests run in the Chromium there is.
const { defaultBrowserType: _android, ...ANDROID } = devices['Pixel 7'];
const { defaultBrowserType: _ios, ...IPHONE } = devices['iPhone 14'];
/** What a page asks to know whether it stands in Safari. */
const AS_SAFARI = `Object.defineProperty(navigator, 'vendor', { get: () => 'Apple Computer, Inc.' });`;

let room: NotesRoom;

test.describe('Android', () => {
  let keyboard: AndroidKeyboard;

  test.beforeAll(async ({ browser }) => {
    room = await NotesRoom.open(browser, ANDROID);
    keyboard = new AndroidKeyboard(await room.yann.context().newCDPSession(room.yann));
  });
  test.afterAll(() => room.close());
  test.afterEach(() => expect(room.problems).toEqual([]));

  test('a word letter by letter, a correction at the space, a suggestion taken', async () => {
    await room.beginsWith('');
    await keyboard.compose('bonjour');
    await keyboard.commit('bonjour ');
    await keyboard.compose('tuos');
    await keyboard.commit('tous ');
    await keyboard.compose('prési');
    await keyboard.commit('présidente ');
    await room.holds('bonjour tous présidente ');
  });

  test('swiped words, each with its space before it', async () => {
    await room.beginsWith('Le');
    for (const word of [' comité', ' se', ' réunit']) {
      await keyboard.composed(word);
      await keyboard.commit(word);
    }
    await room.holds('Le comité se réunit');
  });

  test('backspaces into a word, which is then composed anew', async () => {
    await room.beginsWith('');
    await keyboard.write('on vient ');
    await keyboard.backspace();
    await keyboard.backspace();
    await keyboard.compose('dra');
    await keyboard.composed('dr');
    await keyboard.composed('d');
    await keyboard.commit('drait ');
    await room.holds('on viendrait ');
    await keyboard.compose('trop');
    for (const left of ['tro', 'tr', 't', '']) await keyboard.composed(left);
    await room.holds('on viendrait ');
  });

  test('an accent by a dead key, and a word chosen among candidates', async () => {
    await room.beginsWith('');
    await keyboard.compose('m');
    await keyboard.commit('m');
    await keyboard.composed('^');
    await keyboard.commit('ê');
    await keyboard.commit('me ');
    for (const step of ['k', 'か', 'かn', 'かんj', 'かんじ', '感じ', '漢字']) await keyboard.composed(step);
    await keyboard.commit('漢字');
    await room.holds('même 漢字');
  });

  test('Enter after a word and inside one, where another’s caret stands too', async () => {
    await room.beginsWith('');
    await room.inesGoes(0, 'end');
    await expect(room.yann.locator('.ProseMirror-yjs-cursor')).toBeVisible();
    await keyboard.compose('première');
    await keyboard.commit('première');
    await keyboard.enter();
    await keyboard.write('seconde ');
    await keyboard.compose('et');
    await keyboard.commit('et');
    await room.yann.keyboard.press('Enter');
    await keyboard.write('la suite');
    await room.holds('première', 'seconde et', 'la suite');
    await caretAt(room.yann, 'Home');
    await keyboard.enter();
    await room.holds('première', 'seconde et', '', 'la suite');
  });

  test('another writes before, behind and inside the word, and in another paragraph', async () => {
    await room.beginsWith('Ailleurs', 'on cherche FIN');
    for (let letter = 0; letter < ' FIN'.length; letter += 1) await caretAt(room.yann, 'ArrowLeft');
    await keyboard.compose(' un');
    await room.inesWrites('AVANT ', 1, 'start');
    await keyboard.compose(' un local', 3);
    await room.inesWrites(' APRÈS', 1, 'end');
    await keyboard.composed(' un locaux');
    await room.inesWrites(' loin', 0, 'end');
    // What she wrote waits for the end of his word, and his goes to her as it is written.
    await expect(notesOf(room.ines)).toContainText('un loca');
    await keyboard.commit(' un locaux ');
    await room.holds('Ailleurs loin', 'AVANT on cherche un locaux  FIN APRÈS');
  });

  test('another writes in the midst of a composed word: no letter twice', async () => {
    await room.beginsWith('');
    await keyboard.compose('cohe');
    await room.inesWrites('X', 0, 'start');
    await keyboard.compose('coherent', 4);
    await room.inesWrites('Y', 0, 'start');
    await keyboard.commit('cohérent ');
    await room.holds('YXcohérent ');
  });

  test('a word left half composed does not keep others’ words away', async () => {
    await room.beginsWith('Ailleurs', '');
    await keyboard.compose('atten');
    await room.inesWrites(' arrive', 0, 'end');
    await expect(notesOf(room.yann)).toContainText('Ailleurs arrive');
    await keyboard.composed('attente');
    await keyboard.commit('attente ');
    await room.holds('Ailleurs arrive', 'attente ');
  });

  test('bold begins in the midst of a word', async () => {
    await room.beginsWith('');
    await keyboard.write('en ');
    await keyboard.compose('gra');
    await room.yann.getByRole('button', { name: fr.common.editor.strong }).tap();
    await keyboard.composed('gras');
    await keyboard.commit('gras ');
    await keyboard.write('aussi ');
    await room.yann.getByRole('button', { name: fr.common.editor.strong }).tap();
    await keyboard.write('puis maigre');
    await room.holds('en gras aussi puis maigre');
    await expect(notesOf(room.ines).locator('strong')).toHaveText('gras aussi ');
  });

  test('a dash and a number open lists, whose words are composed while another writes in them', async () => {
    await room.beginsWith('');
    await keyboard.commit('-');
    await keyboard.commit(' ');
    await keyboard.write('un local');
    await keyboard.enter();
    await keyboard.compose('une');
    await room.inesWrites('Enfin ', 0, 'start');
    await keyboard.commit('une salle ');
    await room.holds('Enfin un local', 'une salle ');
    await expect(notesOf(room.yann).locator('ul > li')).toHaveCount(2);
    await room.beginsWith('');
    await keyboard.compose('1.');
    await keyboard.commit('1. ');
    await expect(notesOf(room.yann).locator('ol > li')).toHaveCount(1);
    await keyboard.write('premier');
    await room.holds('premier');
  });

  test('undo takes back one’s own words only, and brings them again', async () => {
    await room.yannComesBack();
    await room.beginsWith('');
    await keyboard.write('mes mots ');
    await room.inesWrites('LES SIENS ', 0, 'start');
    await room.holds('LES SIENS mes mots ');
    await tapUntil(fr.common.editor.undo, 'LES SIENS ');
    await room.holds('LES SIENS ');
    await tapUntil(fr.common.editor.redo, 'LES SIENS mes mots ');
    await room.holds('LES SIENS mes mots ');
  });

  test('a contribution is composed while others’ arrive, and sent as it stands', async () => {
    await room.yann.getByRole('link', { name: fr.participant.contribute }).tap();
    await room.ines.getByRole('link', { name: fr.participant.contribute }).click();
    const field = room.yann.getByLabel(fr.participant.field);
    await field.tap();
    await keyboard.write('Une ');
    await keyboard.compose('conve');
    await contribute(room.ines, 'Pendant ce temps');
    await expect(room.yann.getByText('Pendant ce temps')).toBeVisible();
    await keyboard.composed('conven');
    await keyboard.commit('convention ');
    await keyboard.composed('^');
    await keyboard.commit('ê');
    await keyboard.enter();
    await keyboard.compose('pour tous');
    await expect(field).toHaveValue('Une convention ê\npour tous');
    await room.yann.getByRole('button', { name: fr.participant.send }).tap();
    await expect(field).toHaveValue('');
    await expect(room.yann.getByText(/^Une convention ê\s+pour tous$/)).toHaveCount(1);
    await room.ines.getByRole('button', { name: fr.participant.showFresh }).click();
    await expect(room.ines.getByText(/^Une convention ê\s+pour tous$/)).toHaveCount(1);
    await keyboard.write('Encore ');
    await expect(field).toHaveValue('Encore ');
  });
});

test.describe('iOS', () => {
  let keyboard: IosKeyboard;

  test.beforeAll(async ({ browser }) => {
    room = await NotesRoom.open(browser, IPHONE, AS_SAFARI);
    keyboard = new IosKeyboard(room.yann);
  });
  test.afterAll(() => room.close());
  test.afterEach(() => expect(room.problems).toEqual([]));

  test('letters, a burst of deletions, a new line', async () => {
    await room.beginsWith('Bien');
    await keyboard.write(' venuu');
    await keyboard.backspaces(6);
    await keyboard.write('venue');
    await keyboard.replay({ inputType: 'insertParagraph' });
    await keyboard.write('à tous');
    await room.holds('Bienvenue', 'à tous');
    await keyboard.backspaces(7);
    await room.holds('Bienvenue');
  });

  test('a word corrected at the space, « ’ » for an apostrophe, two spaces for a full stop', async () => {
    await room.beginsWith('');
    await keyboard.write('bnojour');
    await keyboard.replace(7, 'bonjour');
    await keyboard.write(" l'");
    await keyboard.replace(1, '’');
    await keyboard.write('amicale  ');
    await keyboard.replace(2, '. ');
    await keyboard.write('"Oui');
    await keyboard.replace(4, '« Oui');
    await room.holds('bonjour l’amicale. « Oui');
  });

  test('dictation writes whole phrases, and writes them again with better words', async () => {
    await room.beginsWith('Dit : ');
    await keyboard.replay({ inputType: 'insertText', data: 'le comité se réuni' });
    await keyboard.replace(5, 'réunit');
    await room.inesWrites('Vite ', 0, 'start');
    await room.holds('Vite Dit : le comité se réunit');
    await keyboard.replace(6, 'réunit');
    await keyboard.replay({ inputType: 'insertText', data: ' demain' });
    await room.holds('Vite Dit : le comité se réunit demain');
  });

  test('another writes in the same line; undo takes back one’s own', async () => {
    await room.yannComesBack();
    await room.beginsWith('Ligne');
    await keyboard.write(' une');
    await room.inesWrites('La ', 0, 'start');
    await keyboard.write(' et deux');
    await room.inesWrites(' trois', 0, 'end');
    await room.holds('La Ligne une et deux trois');
    await tapUntil(fr.common.editor.undo, 'La Ligne trois');
    await room.holds('La Ligne trois');
  });

  test('a dash opens a list', async () => {
    await room.beginsWith('');
    await keyboard.write('- un local');
    await keyboard.replay({ inputType: 'insertParagraph' });
    await keyboard.write('une salle');
    await expect(notesOf(room.ines).locator('ul > li')).toHaveCount(2);
    await room.holds('un local', 'une salle');
  });

  test('a contribution with corrections and dictation', async () => {
    await room.yann.getByRole('link', { name: fr.participant.contribute }).tap();
    const field = room.yann.getByLabel(fr.participant.field);
    await field.tap();
    await keyboard.write('Une conventoin');
    await keyboard.replace(10, 'convention');
    await keyboard.write('  ');
    await keyboard.replace(2, '. ');
    await keyboard.replay({ inputType: 'insertText', data: 'C’est dit' }, { inputType: 'insertParagraph' });
    await keyboard.backspaces(1);
    await room.yann.getByRole('button', { name: fr.participant.send }).tap();
    await expect(field).toHaveValue('');
    await expect(room.yann.getByText('Une convention. C’est dit', { exact: true })).toHaveCount(1);
  });
});

async function contribute(page: Page, text: string): Promise<void> {
  await page.getByLabel(fr.participant.field).fill(text);
  await page.getByRole('button', { name: fr.participant.send }).click();
}

/** One step of the history holds what was typed without a pause: a slow machine makes several. */
async function tapUntil(button: string, line: string): Promise<void> {
  const text = async (): Promise<string> => (await linesOf(room.yann)).join('\n');
  for (let before = await text(); before !== line; before = await text()) {
    await room.yann.getByRole('button', { name: button }).tap();
    // A tap is heard after it was made: one more before that would take back too much.
    await expect.poll(text).not.toBe(before);
  }
}
