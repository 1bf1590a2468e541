import type { Messages } from '../messages.ts';

export default {
  title: 'Before opening',
  none: 'Nothing seems to stand in the way of the day.',
  count: (count: number): string => (count === 1 ? 'One thing to look at' : `${count} things to look at`),
  mend: 'Mend',
} satisfies Messages['prepare']['hazards'];
