/** The quiet line of an atelier, which names who conducted it, and that line without one of them. */
import type { ActesBlock, NamedInFacts } from './actes.ts';
import type { Span } from './names-taken-out.ts';
import type { Inline } from './rich-text.ts';

export type Facts = Extract<ActesBlock, { type: 'facts' }>;

export const BETWEEN_FACTS = ' · ';

type Located = Span & { readonly personId: string };

const BETWEEN = new RegExp(BETWEEN_FACTS.replaceAll(' ', '\\s'), 'gu');
const IN_A_WORD = /[\p{L}\p{N}]/u;

/** Without the words that name them, and without a fact that names nobody else; null where no word is left. */
export function factsWithout(facts: Facts, personId: string): Facts | null {
  const { people = [], ...block } = facts;
  if (people.every((it) => it.personId !== personId)) return facts;
  const content = facts.content.flatMap((inline): readonly Inline[] => {
    if (inline.type === 'break') return [inline];
    const text = lineWithout(inline.text, people, personId);
    return text === '' ? [] : [{ ...inline, text }];
  });
  if (content.length === 0) return null;
  const others = people.filter((it) => it.personId !== personId);
  return { ...block, content, ...(others.length > 0 && { people: others }) };
}

function lineWithout(text: string, people: readonly NamedInFacts[], personId: string): string {
  const named = locatedIn(text, people);
  const isInName = (at: number): boolean => named.some(({ from, to }) => from <= at && at < to);
  const between = [...text.matchAll(BETWEEN)].filter(({ index }) => !isInName(index));
  const starts = [0, ...between.map(({ index, 0: sign }) => index + sign.length)];
  const ends = [...between.map(({ index }) => index), text.length];
  return starts
    .flatMap((from, index) => {
      const to = ends[index] as number;
      const here = named.filter((it) => it.from >= from && it.to <= to);
      const others = here.filter((it) => it.personId !== personId);
      const [first, last] = [here[0], here.at(-1)];
      if (first === undefined || last === undefined || others.length === here.length)
        return [text.slice(from, to)];
      if (others.length === 0) return [];
      return [text.slice(from, first.from) + inARow(text, here, others) + text.slice(last.to, to)];
    })
    .join(between[0]?.[0] ?? BETWEEN_FACTS);
}

/** Joined as the whole row was, its last sign before the last of them. */
function inARow(text: string, all: readonly Located[], others: readonly Located[]): string {
  const signs = all.slice(1).map(({ from }, index) => text.slice(all[index]?.to, from));
  const joining = signs.slice(signs.length - others.length + 1);
  // English sets a comma before the last « and » from three names on.
  const between = others.length === 2 ? joining.map((sign) => sign.replace(/^,(?=\s+\p{L})/u, '')) : joining;
  return others.map(({ from, to }, index) => text.slice(from, to) + (between[index] ?? '')).join('');
}

/** Where each of them is named, in the order of the line. A line ends in names: from there they are sure to be theirs. */
function locatedIn(text: string, people: readonly NamedInFacts[]): readonly Located[] {
  const located: Located[] = [];
  let end = text.length;
  for (const { personId, name } of people.toReversed()) {
    const from = lastAsWords(text.slice(0, end), name);
    if (from === -1) continue;
    located.unshift({ personId, from, to: from + name.length });
    end = from;
  }
  return located;
}

function lastAsWords(text: string, name: string): number {
  if (name === '') return -1;
  let at = text.lastIndexOf(name);
  while (at > 0 && isCut(text, at, at + name.length))
    at = text.slice(0, at + name.length - 1).lastIndexOf(name);
  return at === 0 && isCut(text, 0, name.length) ? -1 : at;
}

/** Whether a word goes on before or behind what stands there. */
const isCut = (text: string, from: number, to: number): boolean =>
  IN_A_WORD.test(text.slice(from - 1, from)) || IN_A_WORD.test(text.slice(to, to + 1));
