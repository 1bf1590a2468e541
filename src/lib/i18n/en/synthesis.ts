import type { Messages } from '../messages.ts';

const plural = (count: number, one: string, other: string): string => `${count} ${count === 1 ? one : other}`;

export default {
  pageTitle: (atelier: string) => `Synthesis: ${atelier}`,
  title: 'Synthesis of the workshop',
  titleOf: (number: number) => `Synthesis of workshop ${number}`,
  console: 'Facilitate',
  participants: (count: number) => plural(count, 'participant', 'participants'),
  editorLabel: 'Text of the synthesis',
  people: (names: string) => `Writing here: ${names}`,
  closed: 'Your access does not open this synthesis.',
  unknown: 'No sitting of this workshop is open to this device.',
  contributions: 'Contributions',
  showContributions: (count: number) => `Contributions (${count})`,
  backToText: 'Back to the text',
  notTakenOverFirst: 'not taken over first',
  items: 'Items of the workshop',
  withoutItem: 'No item',
  empty: 'No contribution on this item.',
  emptyAll: 'No contribution yet. Those of the room will arrive here, item by item.',
  asQuotation: 'Quote',
  asList: 'Add to the list',
  asProposal: 'As a proposal',
  takeOver: (how: string, words: string) => `${how}: ${words}`,
  takenOver: 'taken over',
  takenOverIn: (heading: string) => `taken over in “${heading}”`,
  taken: (where: string | null) =>
    where === null ? 'Contribution taken over.' : `Contribution taken over in “${where}”.`,
  countBefore: (taken: number, all: number) =>
    `${taken} of ${plural(all, 'contribution', 'contributions')} taken over`,
  countLeft: (left: number) => `${left} not taken over`,
  allTaken: 'all taken over',
  synthesisAt: (time: string) => `Time for the synthesis at ${time}`,
  inMinutes: (time: string) => `in ${time}`,
  synthesisNow: (time: string) => `Time for the synthesis now, ${time} left`,
  synthesisOver: 'Time for the synthesis is over',
  older: 'Load earlier ones',
  order: 'Order',
  allItems: 'All items',
  question: 'Question',
  allQuestions: 'All questions',
  takeGroup: 'Take the group over',
  takeGroupOf: (heading: string) => `Take the group over: ${heading}`,
  tookGroup: (count: number) =>
    `${plural(count, 'contribution', 'contributions')} taken over, under the heading of the group.`,
  gone: {
    count: (count: number) =>
      `${plural(count, 'contribution', 'contributions')} taken over ${count === 1 ? 'is' : 'are'} no longer there`,
    meaning: 'The text has not changed: it is for you to see whether these words stay in it.',
    withdrawn: 'withdrawn by its author',
    hidden: 'hidden',
    hiddenFor: (reason: string) => `hidden: ${reason}`,
    noWords: 'Words erased',
    where: (heading: string) => `in “${heading}”`,
  },
} satisfies Messages['synthesis'];
