/** The actes without someone's data, for a version that is kept. */
import type { Actes, ActesBlock, ActesPart } from './actes.ts';
import { withInside } from './blocks-inside.ts';
import type { Facts } from './facts-naming.ts';
import { factsWithout } from './facts-naming.ts';
import type { NamesTakenOut } from './names-taken-out.ts';
import type { Quoted } from './quotes-of.ts';
import { isOf } from './quotes-of.ts';

export type Expunging = {
  readonly personId: string;
  readonly contributionIds: readonly string[];
  readonly names: NamesTakenOut;
  /** « Sans nom », and the sentence in place of words that were taken out; neither may hold the names. */
  readonly labels: { readonly unnamed: string; readonly removed: string };
};

type Job = {
  readonly quoted: Quoted;
  readonly names: NamesTakenOut;
  readonly labels: Expunging['labels'];
};

/**
 * What they say of themselves and their line among those present go; quotations of theirs stand without a name, the
 * words of their contributions that nobody took over go; their names in anybody's words become the label. Headings and
 * parts that are empty by that go too. A second time changes nothing.
 */
export function expunged(actes: Actes, { personId, contributionIds, names, labels }: Expunging): Actes {
  const job = { quoted: { personId, contributionIds: new Set(contributionIds) }, names, labels };
  const { cover, logo } = actes;
  return {
    ...actes,
    title: names.inWords(actes.title),
    organisation: names.inWords(actes.organisation),
    logo: logo === null ? null : { ...logo, alternative: names.inWords(logo.alternative) },
    cover: {
      label: names.inWords(cover.label),
      title: names.inWords(cover.title),
      theme: names.inWords(cover.theme),
      dayAndPlace: names.inWords(cover.dayAndPlace),
      counts: names.inWords(cover.counts),
      standing: names.inWords(cover.standing),
    },
    contents: names.inWords(actes.contents),
    parts: actes.parts.flatMap((part) => partWithout(part, job)),
  };
}

function partWithout(part: ActesPart, job: Job): readonly ActesPart[] {
  const kept = part.blocks.map((block) => blockWithout(block, job));
  const blocks = kept.flatMap((block, index) =>
    block === null || isLeftEmpty(part.blocks, kept, index) ? [] : [block],
  );
  const subject = part.subject === job.quoted.personId ? null : part.subject;
  return blocks.length === 0 && part.blocks.length > 0 ? [] : [{ ...part, subject, blocks }];
}

/** Whether a heading had something under it that is all gone. */
function isLeftEmpty(
  blocks: readonly ActesBlock[],
  kept: readonly (ActesBlock | null)[],
  index: number,
): boolean {
  const heading = blocks[index];
  if (heading?.type !== 'heading') return false;
  let had = false;
  for (let at = index + 1; at < blocks.length; at += 1) {
    const below = blocks[at] as ActesBlock;
    if (below.type === 'heading' && below.level <= heading.level) break;
    if (below.type === 'heading') continue;
    if (kept[at] !== null) return false;
    had = true;
  }
  return had;
}

const all = (blocks: readonly ActesBlock[], job: Job): readonly ActesBlock[] =>
  blocks.flatMap((block) => blockWithout(block, job) ?? []);

/** Null where nothing is left of it. */
function blockWithout(block: ActesBlock, job: Job): ActesBlock | null {
  const { quoted, names, labels } = job;
  const isTheirs = isOf(block, quoted);
  const inside = (it: ActesBlock): ActesBlock =>
    withInside(withoutTheirSources(it, quoted), (blocks) => all(blocks, job));
  switch (block.type) {
    case 'heading':
      return { ...block, content: names.inRuns(block.content) };
    case 'facts':
      return factsLeft(factsWithout(block, quoted.personId), names);
    case 'paragraph':
      return inside({ ...block, content: names.inRuns(block.content) });
    case 'list':
    case 'table':
      return inside(block);
    case 'proposal':
      return inside({ ...block, label: names.inWords(block.label) });
    case 'quotation':
      return inside(
        isTheirs || names.isNamed(block.attribution)
          ? { ...block, attribution: '', personId: null }
          : { ...block, attribution: attributionLeft(block, names) },
      );
    case 'contribution': {
      const label = names.inWords(block.label);
      if (!isTheirs)
        return inside({
          ...block,
          label,
          author: names.isNamed(block.author) ? labels.unnamed : block.author,
        });
      const content = [paragraphOf(labels.removed)];
      return inside({ ...block, label, author: labels.unnamed, content, personId: null });
    }
    case 'presentation':
      return isTheirs || names.isNamed(block.who) ? null : inside(block);
    case 'attendance': {
      const entries = block.entries
        .filter(({ who, personId }) => personId !== quoted.personId && !names.isNamed(who))
        .map((entry) => ({ ...entry, note: names.isNamed(entry.note) ? '' : names.inWords(entry.note) }));
      return entries.length === 0 && block.entries.length > 0 ? null : { ...block, entries };
    }
    case 'image':
      return { ...block, alternative: names.inWords(block.alternative) };
  }
}

/** Of one source it is signed as its author agrees; else it is words as others. */
const attributionLeft = (
  { attribution, sources }: Extract<ActesBlock, { type: 'quotation' }>,
  names: NamesTakenOut,
): string => (sources.length === 1 ? attribution : names.inWords(attribution));

/** Others of the same name are no longer told apart from them by their words. */
function factsLeft(facts: Facts | null, names: NamesTakenOut): Facts | null {
  if (facts === null) return null;
  const content = names.inRuns(facts.content);
  if (facts.people === undefined) return { ...facts, content };
  return {
    ...facts,
    content,
    people: facts.people.map((it) => ({ ...it, name: names.inWords(it.name) })),
  };
}

const paragraphOf = (text: string): ActesBlock => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
  sources: [],
});

function withoutTheirSources(block: ActesBlock, { contributionIds }: Quoted): ActesBlock {
  const others = (sources: readonly string[]): readonly string[] =>
    sources.filter((source) => !contributionIds.has(source));
  if (block.type === 'list')
    return { ...block, items: block.items.map((item) => ({ ...item, sources: others(item.sources) })) };
  return 'sources' in block ? { ...block, sources: others(block.sources) } : block;
}
