import type { Messages } from '../messages.ts';

export default {
  warning: {},
  reason: {},
} satisfies Messages['warnings'];
