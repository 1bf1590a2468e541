import type { Messages } from '../messages.ts';

const plural = (count: number, one: string, other: string): string => `${count} ${count === 1 ? one : other}`;

export default {
  pageTitle: (title: string) => `Live board: ${title}`,
  title: 'Live board',
  prepare: 'Prepare',
  actes: 'Proceedings',
  ateliers: (count: number) => plural(count, 'workshop', 'workshops'),
  participants: (count: number) => plural(count, 'participant', 'participants'),
  empty: 'No workshop yet. Add one while preparing.',
  toPrepare: 'Open the preparation',
  columns: {
    atelier: 'Workshop',
    time: 'Timetable',
    standing: 'Progress',
    contributions: 'Contributions',
    pages: 'Pages',
  },
  notStarted: 'not started',
  plannedAt: (time: string) => `planned at ${time}`,
  finishedAt: (time: string) => `finished at ${time}`,
  suspended: 'suspended',
  betweenItems: 'between two items',
  left: (time: string) => `${time} left`,
  contributions: (count: number) => plural(count, 'contribution', 'contributions'),
  noContribution: 'no contribution yet',
  lastAgo: (time: string) => `last one ${time} ago`,
  lastNow: 'last one just now',
  connected: (count: number) => `${count} connected`,
  console: 'Facilitate',
  screen: 'Screen',
  of: (page: string, atelier: string) => `${page}, ${atelier}`,
  segment: (title: string, from: string, to: string) => `${title}, ${from} to ${to}`,
} satisfies Messages['regie'];
