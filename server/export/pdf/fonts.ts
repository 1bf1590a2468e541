/** The fonts that come with the house: the same pages on every machine, whatever fonts it has. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export type FontFamily = {
  /** As the typesetter knows it. */
  readonly name: string;
  /** One font file per style. */
  readonly files: readonly string[];
};

/** Those of the others have one. */
const STYLES: Readonly<Record<string, readonly string[]>> = {
  'Source Serif 4': ['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic'],
  'Atkinson Hyperlegible Next': [
    '400Regular',
    '400Regular_Italic',
    '600SemiBold',
    '600SemiBold_Italic',
    '700Bold',
  ],
  Inter: ['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic', '700Bold'],
  'Noto Sans': ['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic'],
};

/** At hand packed for the web only; the file for the script itself is named after it. */
const PACKED: Readonly<Record<string, string>> = {
  'Noto Sans Kayah Li': 'kayah-li',
  'Noto Sans Limbu': 'limbu',
  'Noto Sans Miao': 'miao',
  'Noto Sans New Tai Lue': 'new-tai-lue',
  'Noto Sans Newa': 'newa',
  'Noto Sans Sundanese': 'sundanese',
  'Noto Sans Tai Le': 'tai-le',
  'Noto Serif NP Hmong': 'nyiakeng-puachue-hmong',
};

/** For what the text families cannot write, names before all, in the order they are asked. */
export const OTHERS: readonly string[] = [
  'Noto Color Emoji',
  // Latin, Greek and Cyrillic of all languages, and phonetics.
  'Noto Sans',
  // Chinese and Japanese, then Korean, then each script by its own name.
  'Chocolate Classical Sans',
  'NanumGothic',
  'Noto Sans Adlam',
  'Noto Sans Arabic',
  'Noto Sans Armenian',
  'Noto Sans Balinese',
  'Noto Sans Bengali',
  'Noto Sans Canadian Aboriginal',
  'Noto Sans Chakma',
  'Noto Sans Cham',
  'Noto Sans Cherokee',
  'Noto Sans Devanagari',
  'Noto Sans Ethiopic',
  'Noto Sans Georgian',
  'Noto Sans Gujarati',
  'Noto Sans Gurmukhi',
  'Noto Sans Hanifi Rohingya',
  'Noto Sans Hebrew',
  'Noto Sans Javanese',
  'Noto Sans Kannada',
  'Noto Sans Khmer',
  'Noto Sans Lao',
  'Noto Sans Lisu',
  'Noto Sans Malayalam',
  'Noto Sans Meetei Mayek',
  'Noto Sans Mongolian',
  'Noto Sans Myanmar',
  'Noto Sans NKo',
  'Noto Sans Ol Chiki',
  'Noto Sans Oriya',
  'Noto Sans Osage',
  'Noto Sans Sinhala',
  'Noto Sans Syloti Nagri',
  'Noto Sans Syriac',
  'Noto Sans Tai Viet',
  'Noto Sans Tamil',
  'Noto Sans Telugu',
  'Noto Sans Thaana',
  'Noto Sans Thai',
  'Noto Sans Tifinagh',
  'Noto Sans Vai',
  'Noto Sans Yi',
  'Noto Serif Tibetan',
  ...Object.keys(PACKED),
];

/** Which families write the text, and in which order they are asked for a character. */
export const SERIF = ['Source Serif 4', 'Inter', 'Atkinson Hyperlegible Next', ...OTHERS];
export const SANS = ['Atkinson Hyperlegible Next', 'Inter', 'Source Serif 4', ...OTHERS];

const { resolve } = createRequire(import.meta.url);
/** One package is looked for: the others stand beside it. */
const folderOf = (fontPackage: string): string => dirname(dirname(resolve(`${fontPackage}/package.json`)));
const FONTS = folderOf('@expo-google-fonts/inter');
const PACKED_FONTS = folderOf('@fontsource/noto-sans-newa');

function filesOf(name: string): readonly string[] {
  const folder = name === 'NanumGothic' ? 'nanum-gothic' : name.toLowerCase().replaceAll(' ', '-');
  const script = PACKED[name];
  if (script !== undefined)
    return [join(PACKED_FONTS, folder, 'files', `${folder}-${script}-400-normal.woff`)];
  const styles = STYLES[name] ?? ['400Regular'];
  return styles.map((style) => join(FONTS, folder, style, `${name.replaceAll(' ', '')}_${style}.ttf`));
}

/** In the order of a text in Source Serif. */
export const fontFamilies = (): readonly FontFamily[] =>
  SERIF.map((name) => ({ name, files: filesOf(name) }));
