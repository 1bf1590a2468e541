import type { Messages } from '../messages.ts';

export default {
  minutesShort: 'min',
  secondsShort: 's',
  minutes: (count: number) => `${count} ${count === 1 ? 'minute' : 'minutes'}`,
  seconds: (count: number) => `${count} ${count === 1 ? 'second' : 'seconds'}`,
  left: (time: string) => `Time left: ${time}`,
  overBy: (minutes: number) => `${minutes} min over`,
  overSince: (time: string) => `Over by ${time}`,
  justOver: 'time is up',
  soon: 'ending soon',
  suspended: 'suspended',
  notStarted: 'not started yet',
  finished: 'finished',
  now: 'Time',
  late: (length: string) => `${length} late`,
  early: (length: string) => `${length} early`,
  onTime: 'on time',
  startsAt: (time: string) => `planned at ${time}`,
  redistribution: {
    label: 'Remaining items, before and after',
    before: (length: string) => `before ${length}`,
    after: (length: string) => `after ${length}`,
    protected: 'protected',
    atFloor: 'already at its shortest',
    unchanged: 'unchanged',
  },
} satisfies Messages['clock'];
