/** English, complete. */
import type { Messages } from './messages.ts';
import actes from './en/actes.ts';
import actesLabels from './en/actes-labels.ts';
import actesLife from './en/actes-life.ts';
import clock from './en/clock.ts';
import common from './en/common.ts';
import conduct from './en/conduct.ts';
import console from './en/console.ts';
import errors from './en/errors.ts';
import floor from './en/floor.ts';
import help from './en/help.ts';
import home from './en/home.ts';
import join from './en/join.ts';
import kinds from './en/kinds.ts';
import myself from './en/myself.ts';
import ownWords from './en/own-words.ts';
import pairing from './en/pairing.ts';
import paperwork from './en/paperwork.ts';
import participant from './en/participant.ts';
import prepare from './en/prepare.ts';
import regie from './en/regie.ts';
import rereading from './en/rereading.ts';
import restitution from './en/restitution.ts';
import roles from './en/roles.ts';
import screen from './en/screen.ts';
import sharedText from './en/shared-text.ts';
import sorting from './en/sorting.ts';
import synthesis from './en/synthesis.ts';
import warnings from './en/warnings.ts';

export default {
  language: 'en',
  common,
  clock,
  errors,
  roles,
  kinds,
  help,
  home,
  join,
  prepare,
  warnings,
  pairing,
  paperwork,
  participant,
  floor,
  myself,
  ownWords,
  conduct,
  console,
  screen,
  regie,
  sorting,
  synthesis,
  actes,
  actesLife,
  rereading,
  restitution,
  sharedText,
  actesLabels,
} satisfies Messages;
