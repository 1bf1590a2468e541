import type { Messages } from '../messages.ts';

export default {
  warning: {
    'agenda/empty': 'The text is empty: paste an agenda, or write the items by hand.',
    'agenda/no-item':
      'No item is recognised: number the items or give them a duration, then understand again.',
    'agenda/no-duration': 'This item has no duration; half an hour is proposed.',
    'agenda/several-durations': 'This item has several durations; the last one set apart is taken.',
    'agenda/long-item': 'This item lasts more than four hours.',
    'agenda/declared-differs': 'The announced duration is not the sum of the items.',
    'agenda/duration-contradicts-clock': 'The written length does not match the times; the times are kept.',
    'agenda/weekday-contradicts-date': 'The weekday does not match the date; the date is kept.',
    'agenda/gap': 'Some time is left free before this item; its start is kept.',
    'agenda/overlap': 'This item starts before the previous one ends; both are kept as written.',
    'agenda/clock-goes-back': 'This time comes before the previous one; the order of the text is kept.',
    'programme/nothing':
      'No shared time and no workshop is recognised: give each time its hour, then understand again.',
    'programme/overlap': 'This shared time starts before the previous one ends; both are kept as written.',
    'programme/no-end': 'This shared time has no end; fill it in.',
    'agenda/binary': 'This is not text: open the document and copy what it says.',
    'agenda/too-long': 'The text is read up to here; the rest is too long.',
  },
  warningOf: {
    'agenda/gap': (length) => `${length} are left free before this item; its start is kept.`,
    'agenda/overlap': (length) =>
      `This item starts ${length} before the previous one ends; both are kept as written.`,
    'agenda/duration-contradicts-clock': (length) =>
      `The written length (${length}) does not match the times; the times are kept.`,
    'programme/overlap': (length) =>
      `This shared time starts ${length} before the previous one ends; both are kept as written.`,
  },
  reason: {
    'agenda/before-first-item': 'before the first item',
    'agenda/no-item': 'no item is recognised in this text',
    'agenda/section': 'heading of a part, and what follows it',
    'agenda/untitled': 'item without a title',
    'agenda/second-duration': 'second duration for one item',
    'agenda/second-total': 'second announced total',
    'agenda/table-heading': 'heading of a column',
    'programme/before-first-time': 'before the first time',
    'programme/detail': 'detail without a place in the programme',
    'programme/no-time': 'shared time without an hour',
    'agenda/no-words': 'line without words',
    'agenda/binary': 'this is not text',
    'agenda/too-long': 'beyond what is read',
  },
} satisfies Messages['warnings'];
