/** Tells the sentences of a paragraph that ask from those that state. */

const CLOSERS = new Set([...')]}»”"’\'']);
const PAIRS = new Map([
  [')', '('],
  [']', '['],
  ['»', '«'],
  ['”', '“'],
]);
const OPENERS = new Set(PAIRS.values());
const ENDS = new Set([...'.!?…']);
const REACH = 16;

/** A dot after these does not end a sentence; nor after a single capital (« F. Dupont »). */
const ABBREVIATIONS = new Set(
  'm mm mme mmes mlle mlles dr pr me st ste cf ex p pp art al n no env min max av bd tél tel vol chap éd réf ref dép dir resp inf sup vs c-à-d fig mr mrs ms eg ie approx'.split(
    ' ',
  ),
);
const ASKING_START =
  /^(?:(?:comment|pourquoi|combien|est-ce\sque|qu['’]est-ce|en\squoi|à\squoi|faut-il|peut-on|doit-on|how|why|what|which|whose|who)(?!\p{L})|(?:(?:de|à|dans|par|pour|avec|sur)\s)?quel(?:le)?s?\s(?!que\s|qu['’]))/iu;

const blank = (character: string): boolean => character !== '' && character.trim() === '';

const OPENS = 1;
const CLOSES = 2;

/** Per character, whether a bracket or quotation that really closes opens or closes there: inside no sentence ends. */
const nestingOf = (text: string): Uint8Array => {
  const waiting = new Map<string, number[]>();
  const nesting = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (OPENERS.has(character)) {
      const places = waiting.get(character);
      if (places === undefined) waiting.set(character, [at]);
      else places.push(at);
    }
    const opener = PAIRS.get(character);
    const open = opener === undefined ? undefined : waiting.get(opener)?.pop();
    if (open === undefined) continue;
    nesting[open] = OPENS;
    nesting[at] = CLOSES;
  }
  return nesting;
};

const isAbbreviated = (text: string, dot: number): boolean => {
  const word = /[\p{L}-]+$/u.exec(text.slice(Math.max(0, dot - REACH), dot))?.[0] ?? '';
  return ABBREVIATIONS.has(word.toLowerCase()) || /^\p{Lu}$/u.test(word);
};

/** A run of end marks from `at`, with the closing marks that cling to it. */
const endOfRun = (text: string, at: number, nesting: Uint8Array): number => {
  let end = at;
  while (end < text.length && ENDS.has(text.charAt(end))) end += 1;
  while (end < text.length && CLOSERS.has(text.charAt(end)) && nesting[end] !== CLOSES) end += 1;
  return end;
};

const endsSentence = (text: string, at: number, end: number): boolean => {
  if (end >= text.length) return true;
  const next = text.charAt(end);
  const following = blank(next) ? text.charAt(end + 1) : next;
  if (text.slice(at, end).includes('?'))
    return blank(next) ? !/[,;:)\]»?!]/u.test(following) : /[\p{Lu}«“]/u.test(next);
  if (!blank(next)) return false;
  if (text.charAt(at) === '!') return true;
  return /[^\p{Ll}\p{P}]|[«“"([–—-]/u.test(following) && !(end === at + 1 && isAbbreviated(text, at));
};

/** A quotation or a whole parenthesis that ended on a mark ends its sentence when a new one begins after it. */
const closesSentence = (text: string, start: number, open: number, close: number): boolean => {
  const mark = text.charAt(blank(text.charAt(close - 1)) ? close - 2 : close - 1);
  const quoted = /[»”]/u.test(text.charAt(close));
  const whole = text.slice(start, Math.min(open, start + 2)).trim() === '' && open <= start + 2;
  if (!ENDS.has(mark) || !(quoted || whole)) return false;
  return /^(?:\s?$|\s[\p{Lu}«“(])/u.test(text.slice(close + 1, close + 3));
};

/** The sentences of a paragraph, in order, each as written. */
export const sentencesOf = (text: string): string[] => {
  const nesting = nestingOf(text);
  const sentences: string[] = [];
  let depth = 0;
  let open = 0;
  let start = 0;
  let at = 0;
  while (at < text.length) {
    if (nesting[at] === OPENS) {
      if (depth === 0) open = at;
      depth += 1;
    }
    if (nesting[at] === CLOSES) depth -= 1;
    if (depth > 0) {
      at += 1;
      continue;
    }
    const marks = ENDS.has(text.charAt(at));
    const end = marks ? endOfRun(text, at, nesting) : at + 1;
    const ends = marks
      ? endsSentence(text, at, end)
      : nesting[at] === CLOSES && closesSentence(text, start, open, at);
    if (ends) {
      sentences.push(text.slice(start, end).trim());
      start = end;
    }
    at = end;
  }
  if (start < text.length) sentences.push(text.slice(start).trim());
  return sentences.filter((sentence) => sentence !== '');
};

/** Whether a sentence asks: it ends on a question mark, or forgets it after a word that always asks. */
export const asks = (sentence: string): boolean => {
  let end = sentence.length;
  while (end > 0 && (CLOSERS.has(sentence.charAt(end - 1)) || blank(sentence.charAt(end - 1)))) end -= 1;
  let mark = end;
  while (mark > 0 && ENDS.has(sentence.charAt(mark - 1))) mark -= 1;
  if (mark < end) return sentence.slice(mark, end).includes('?');
  return ASKING_START.test(sentence);
};

/** The questions of a paragraph, and what else it says; statements that follow each other stay together. */
export const splitQuestions = (
  paragraph: string,
): { readonly questions: readonly string[]; readonly context: readonly string[] } => {
  const questions: string[] = [];
  const context: string[][] = [];
  let stating: string[] | null = null;
  for (const sentence of sentencesOf(paragraph)) {
    if (asks(sentence)) {
      questions.push(sentence);
      stating = null;
    } else if (stating === null) {
      stating = [sentence];
      context.push(stating);
    } else stating.push(sentence);
  }
  return { questions, context: context.map((sentences) => sentences.join(' ')) };
};
