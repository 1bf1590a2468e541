/** English, complete. */
import type { Messages } from './messages.ts';
import actesLabels from './en/actes-labels.ts';
import clock from './en/clock.ts';
import common from './en/common.ts';
import errors from './en/errors.ts';
import home from './en/home.ts';
import join from './en/join.ts';
import kinds from './en/kinds.ts';
import participant from './en/participant.ts';
import prepare from './en/prepare.ts';
import roles from './en/roles.ts';
import warnings from './en/warnings.ts';

export default {
  language: 'en',
  common,
  clock,
  errors,
  roles,
  kinds,
  home,
  join,
  prepare,
  warnings,
  participant,
  actesLabels,
} satisfies Messages;
