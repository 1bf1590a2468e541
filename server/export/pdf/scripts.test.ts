/** Names in the scripts that people bring: each must stand on the page as it is written, in every place of the actes. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normaliseActes } from '#core/actes/normalise-actes.ts';
import { typeset } from '#core/actes/typeset.ts';
import {
  contribution,
  entry,
  heading,
  paragraph,
  part,
  presentation,
  quotation,
  sampleActes,
  table,
  words,
} from '../../../tests/support/sample-actes.ts';
import { openActesExport } from '../actes-export.ts';
import { coverageOf } from './font-coverage.ts';
import { fontFamilies } from './fonts.ts';

const covers = coverageOf(fontFamilies());

const NAMES = [
  ['Adlam', '𞤀𞤥𞤢𞤣𞤵 𞤁𞤭𞤢𞤤𞤮'],
  ['Arabic', 'محمد بنعلي'],
  ['Armenian', 'Արմեն Պետրոսյան'],
  ['Balinese', 'ᬇᬯᬬᬦ᭄ ᬲᬸᬓ᭄ᬭ'],
  ['Bengali', 'রহিমা খাতুন'],
  ['Bopomofo', 'ㄨㄤˊ ㄇㄟˇ ㄌㄧㄥˊ'],
  ['Canadian syllabics', 'ᐱᓕᑉ ᐋᓪᓚᓗᒃ'],
  ['Chakma', '𑄝𑄨𑄎𑄧𑄠𑄴 𑄌𑄋𑄴𑄟𑄳𑄦'],
  ['Cham', 'ꨛꨯꨩ ꨣꨯꨩꨟꨯꨩ'],
  ['Cherokee', 'ᏍᏏᏉᏯ Ꮥꭵꮧ'],
  ['Chinese', '陳美玲 㛃𬭎'],
  ['Cyrillic', 'Олена Шевченко'],
  ['Cyrillic of Chukotka, Khakassia and Bashkortostan', 'Ԓыгъорыт Ӄэԓевги Ӧңек Ҡәҙер'],
  ['Devanagari', 'प्रिया शर्मा'],
  ['Ethiopic', 'አበበ ቢቂላ'],
  ['Georgian', 'ნინო ბერიძე'],
  ['Greek', 'Λένα Παπαδάκη'],
  ['Greek, polytonic', 'Ἀνδρέας ᾨδαῖος'],
  ['Gujarati', 'નરેન્દ્ર પટેલ'],
  ['Gurmukhi', 'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ'],
  ['Hanifi Rohingya', '𐴔𐴟𐴇𐴝𐴔𐴔𐴢𐴊'],
  ['Hebrew', 'שרה כהן'],
  ['Japanese', '山田さくら'],
  ['Japanese, rarer', '𠮷野﨑髙𣘺葛\u{e0100}ヱツ'],
  ['Javanese', 'ꦱꦶꦠꦶ ꦫꦲꦪꦸ'],
  ['Kannada', 'ಶ್ರೀನಿವಾಸ ಮೂರ್ತಿ'],
  ['Kayah Li', 'ꤏꤢꤪꤢꤛꤢꤟ ꤒꤟꤢꤩ'],
  ['Khmer', 'សុខ ស្រីមុំ'],
  ['Korean', '김민준 뷁쓩'],
  ['Lao', 'ບຸນມີ ສີສະຫວາດ'],
  ['Latin of Africa', 'Ɔlátúnbɔ̀sún Ẹ̀gbẹ́ Ɗanƙwairo ǃNoǃgãb'],
  ['Latin of Vietnam', 'Đặng Thị Phượng Ẵ'],
  ['Limbu', 'ᤋᤧᤖᤠᤱ ᤛᤡᤅ᤻'],
  ['Lisu', 'ꓮꓑꓴ ꓡꓲ'],
  ['Malayalam', 'ശ്രീലത കൃഷ്ണൻ'],
  ['Meetei Mayek', 'ꯏꯕꯣꯝꯆꯥ ꯁꯤꯡꯍ'],
  ['Miao', '𖼊𖽔𖾐 𖼞𖽑'],
  ['Mongolian', 'ᠰᠠᠷᠠᠨᠭᠡᠷᠡᠯ ᠣᠶᠤᠨ\u180eᠠ'],
  ['Myanmar', 'မေသန္တာ ကျော်'],
  ['New Tai Lue', 'ᦷᦞᧃ ᦉᧂ'],
  ['Newa', '𑐥𑑂𑐬𑐫𑐵 𑐱𑐵𑐎𑑂𑐫'],
  ['N’Ko', 'ߡߊ߬ߡߊ߬ߘߎ߫ ߖߊ߬ߟߏ߫'],
  ['Nyiakeng Puachue Hmong', '𞄐𞄦𞄲 𞄀𞄤'],
  ['Odia', 'ସୁଭାଷ ମିଶ୍ର'],
  ['Ol Chiki', 'ᱥᱩᱱᱤᱛᱟ ᱢᱩᱨᱢᱩ'],
  ['Osage', '𐓏𐓘𐓻𐓘𐓻𐓟 𐓀𐓘𐓸𐓘'],
  ['Sinhala', 'චන්ද්‍රිකා ප්‍රේමදාස'],
  ['Sundanese', 'ᮃᮞᮦᮕ᮪ ᮞᮥᮔ᮪ᮓ'],
  ['Syloti Nagri', 'ꠀꠛ꠆ꠖꠥꠟ ꠞꠢꠤꠝ'],
  ['Syriac', 'ܐܦܪܝܡ ܝܘܚܢܢ'],
  ['Tai Le', 'ᥟᥤᥴ ᥓᥛᥰ'],
  ['Tai Viet', 'ꪀꪱ ꪼꪕ'],
  ['Tamil', 'முருகன் செல்வி'],
  ['Telugu', 'లక్ష్మి రెడ్డి'],
  ['Thaana', 'އިބްރާހިމް މުހައްމަދު'],
  ['Thai', 'สมชาย ใจดี'],
  ['Tibetan', 'བསྟན་འཛིན་སྒྲོལ་མ'],
  ['Tifinagh', 'ⵎⴰⵙⵉⵏⵉⵙⴰ ⴰⵢⵜ ⵢⴻⵎⵎⵓ'],
  ['Vai', 'ꗞꗢ ꕙꔤ'],
  ['Yi', 'ꐊꀘ ꀉꒉ'],
] as const;

const actesExport = openActesExport();
const folder = await mkdtemp(join(tmpdir(), 'pleniere-scripts-'));
afterAll(async () => {
  await actesExport.close();
  await rm(folder, { recursive: true, force: true });
});

/** A part for each name, which opens on a page of its own. */
const actes = sampleActes({
  parts: NAMES.map(([, name]) =>
    part(
      'atelier',
      heading(1, name),
      heading(2, `Atelier de ${name}`),
      { type: 'attendance', entries: [entry(`${name}, Brest`)] },
      presentation(`${name} – bénévole (Brest)`, `${name} !`, [paragraph(name)]),
      quotation(name, [paragraph(words(name, { strong: true, emphasis: true }))]),
      contribution('Constat', name, [paragraph(name)]),
      table([name], [name]),
    ),
  ),
});

/** How often the part above writes its name. */
const PLACES = 12;

/** What shows nothing itself. */
const INVISIBLE = /[\s\u180e\u200d\u{e0100}]/gu;

/**
 * The code points of a name that a page does not hold once for each place of it. In which order they are found depends
 * on marks and directions; one that a font draws by two signs is found twice in a place.
 */
function lostFrom(page: string, name: string): readonly string[] {
  const times = (point: string, text: string): number => text.split(point).length - 1;
  return [...new Set(name.replace(INVISIBLE, ''))].filter(
    (point) => times(point, page) < PLACES * times(point, name),
  );
}

/** What a tool of poppler says of a file. */
function said(tool: string, ...wishes: readonly string[]): string {
  const { error, status, stdout } = spawnSync(tool, wishes, { encoding: 'utf8' });
  if (error || status !== 0) throw new Error(`${tool} must be installed (Debian: poppler-utils)`);
  return stdout;
}

describe('names in the scripts that people bring', () => {
  let fonts: readonly string[] = [];
  let lines: readonly string[] = [];
  let pages: readonly string[] = [];
  let repairs: readonly unknown[] = [];

  beforeAll(async () => {
    const normalised = normaliseActes(typeset(actes), {
      covers,
      labels: { actes: 'Actes', image: 'Image sans description' },
    });
    repairs = normalised.repairs.made;
    const file = join(folder, 'names.pdf');
    const made = await actesExport.make(normalised.actes, new Map(), { format: 'pdf', standard: 'ua-1' });
    await writeFile(file, made);
    pages = said('pdftotext', '-enc', 'UTF-8', file, '-').split('\f');
    lines = said('pdftotext', '-layout', '-enc', 'UTF-8', file, '-').split('\n');
    // Below its head, a line for each font: name, type, encoding, embedded, …
    fonts = said('pdffonts', file).trimEnd().split('\n').slice(2);
  });

  it('are all printed: nothing is repaired, and a PDF/UA-1 is made', () => {
    expect(repairs).toEqual([]);
  });

  it('bring their fonts along', () => {
    expect(fonts.filter((font) => font.includes('+Noto')).length).toBeGreaterThan(40);
    expect(fonts.filter((font) => !/ Identity-H +yes yes yes /u.test(font))).toEqual([]);
  });

  it('leave their pages at the right in the table of contents, also those written from right to left', () => {
    // Typst puts a joiner before the page.
    const entries = lines.filter((line) => line.includes('\u2060'));
    expect(entries.length).toBeGreaterThanOrEqual(2 * NAMES.length);
    expect(entries.filter((line) => !/\d$/u.test(line))).toEqual([]);
  });

  it.each(NAMES)('%s: %s', (_, name) => {
    const [initial = ''] = name;
    const page = pages.filter((text) => text.includes('Constat') && text.includes(initial));
    expect(page).toHaveLength(1);
    expect(lostFrom(page.join(''), name)).toEqual([]);
  });
});
