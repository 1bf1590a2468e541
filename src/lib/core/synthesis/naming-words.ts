/** The words of a line that names someone, as they are compared. */

/** What links the words of a function or a town, and is nobody's name. */
const LINKING: ReadonlySet<string> = new Set(
  'a an and au aux chez d dans de des du en et from in l la le les of par pour sur the un une'.split(' '),
);

/** Without accents, capitals, signs and linking words. */
export const namingWords = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !LINKING.has(word));
