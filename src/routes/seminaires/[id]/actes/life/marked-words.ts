/** Two wordings of a passage as one text, in which words that went and came are marked. */

type MarkedWords = { readonly mark: 'same' | 'went' | 'came'; readonly words: string };

/** Beyond it the whole is said to have gone and come: comparing word by word would hold the page. */
const MOST_PAIRS = 4_000_000;

export function markedWords(before: string, after: string): readonly MarkedWords[] {
  const from = before.match(/\S+\s*/g) ?? [];
  const to = after.match(/\S+\s*/g) ?? [];
  if (from.length * to.length > MOST_PAIRS) {
    return joined([
      { mark: 'went', words: before },
      { mark: 'came', words: after },
    ]);
  }
  const common = lengthsOfCommon(from, to);
  const marked: MarkedWords[] = [];
  let one = 0;
  let other = 0;
  while (one < from.length || other < to.length) {
    const here = from[one];
    const there = to[other];
    if (here !== undefined && there !== undefined && isSame(here, there)) {
      marked.push({ mark: 'same', words: there });
      one += 1;
      other += 1;
    } else if (
      here !== undefined &&
      (there === undefined || (common[one + 1]?.[other] ?? 0) >= (common[one]?.[other + 1] ?? 0))
    ) {
      marked.push({ mark: 'went', words: here });
      one += 1;
    } else {
      marked.push({ mark: 'came', words: there ?? '' });
      other += 1;
    }
  }
  return joined(marked);
}

const isSame = (one: string, other: string): boolean => one.trimEnd() === other.trimEnd();

/** By place in both, how many words what follows has in common. */
function lengthsOfCommon(from: readonly string[], to: readonly string[]): readonly Uint32Array[] {
  const lengths = Array.from({ length: from.length + 1 }, () => new Uint32Array(to.length + 1));
  for (let one = from.length - 1; one >= 0; one -= 1) {
    const row = lengths[one] ?? new Uint32Array();
    const below = lengths[one + 1] ?? new Uint32Array();
    for (let other = to.length - 1; other >= 0; other -= 1) {
      row[other] = isSame(from[one] ?? '', to[other] ?? '')
        ? (below[other + 1] ?? 0) + 1
        : Math.max(below[other] ?? 0, row[other + 1] ?? 0);
    }
  }
  return lengths;
}

const joined = (marked: readonly MarkedWords[]): readonly MarkedWords[] =>
  marked
    .reduce<readonly MarkedWords[]>((all, it) => {
      const last = all.at(-1);
      return last?.mark === it.mark
        ? [...all.slice(0, -1), { mark: it.mark, words: last.words + it.words }]
        : [...all, it];
    }, [])
    .filter(({ words }) => words !== '');
