/** The fonts that come with the house: the same pages on every machine, whatever fonts it has. */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const STYLES: Readonly<Record<string, readonly string[]>> = {
  '@expo-google-fonts/source-serif-4': [
    '400Regular',
    '400Regular_Italic',
    '600SemiBold',
    '600SemiBold_Italic',
  ],
  '@expo-google-fonts/atkinson-hyperlegible-next': [
    '400Regular',
    '400Regular_Italic',
    '600SemiBold',
    '600SemiBold_Italic',
    '700Bold',
  ],
  '@expo-google-fonts/inter': [
    '400Regular',
    '400Regular_Italic',
    '600SemiBold',
    '600SemiBold_Italic',
    '700Bold',
  ],
  '@expo-google-fonts/noto-color-emoji': ['400Regular'],
  // For the names that no other font can write: Chinese and Japanese, Korean, then each script by its own name.
  '@expo-google-fonts/chocolate-classical-sans': ['400Regular'],
  '@expo-google-fonts/nanum-gothic': ['400Regular'],
  '@expo-google-fonts/noto-sans-arabic': ['400Regular'],
  '@expo-google-fonts/noto-sans-armenian': ['400Regular'],
  '@expo-google-fonts/noto-sans-bengali': ['400Regular'],
  '@expo-google-fonts/noto-sans-devanagari': ['400Regular'],
  '@expo-google-fonts/noto-sans-ethiopic': ['400Regular'],
  '@expo-google-fonts/noto-sans-georgian': ['400Regular'],
  '@expo-google-fonts/noto-sans-hebrew': ['400Regular'],
  '@expo-google-fonts/noto-sans-khmer': ['400Regular'],
  '@expo-google-fonts/noto-sans-tamil': ['400Regular'],
  '@expo-google-fonts/noto-sans-thai': ['400Regular'],
};

/** The folders of each family, one per style, in a fixed order. */
function foldersByFamily(): readonly (readonly string[])[] {
  const { resolve } = createRequire(import.meta.url);
  return Object.entries(STYLES).map(([name, styles]) => {
    const folder = dirname(resolve(`${name}/package.json`));
    return styles.map((style) => join(folder, style));
  });
}

/** The folders with one font file each. */
export const fontFolders = (): readonly string[] => foldersByFamily().flat();

/** The font files of each family. */
export const fontFamilies = (): readonly (readonly string[])[] =>
  foldersByFamily().map((folders) =>
    folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((file) => file.endsWith('.ttf'))
        .map((file) => join(folder, file)),
    ),
  );
