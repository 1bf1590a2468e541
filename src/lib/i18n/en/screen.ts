import type { Messages } from '../messages.ts';

export default {
  pageTitle: (atelier: string) => `Screen: ${atelier}`,
  position: 'of',
  question: (position: number, count: number) => `question ${position} of ${count}`,
  until: (time: string) => `left, until ${time}`,
  over: 'the planned time has passed',
  soon: (time: string) => `ending soon, until ${time}`,
  suspended: 'time suspended',
  startsAt: (time: string) => `Planned start at ${time}`,
  notStarted: 'The workshop has not started yet',
  welcome: 'To contribute from a phone',
  finished: 'The workshop is finished',
  finishedHint: 'You can still contribute and support.',
  between: 'Between two items',
  next: 'Next:',
  last: 'Last item',
  plannedEnd: 'Planned end at',
  lost: 'Connection lost: this screen may be behind the room.',
  bar: 'Progress through the items',
  address: 'Address',
  code: 'Code',
} satisfies Messages['screen'];
