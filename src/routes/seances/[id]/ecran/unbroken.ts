/** Words that a line must not part: « recueille-t-il », « rendez-vous », « celle-ci ». */

const WORD_JOINER = '\u2060';
const TAIL =
  /-(?:t-)?(?:je|tu|ils?|elles?|on|nous|vous|ce|ci|là|moi|toi|lui|leur|l[ea]s?|y|en)(?![\p{L}\p{N}])/giu;

/** The text with no line break after the hyphen of a pronoun or a particle. */
export const unbroken = (text: string): string =>
  text.replace(TAIL, (tail) => tail.replaceAll('-', `-${WORD_JOINER}`));
