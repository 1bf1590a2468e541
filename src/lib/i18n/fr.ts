/** French, first. One section a page or a theme, each in its own file; functions where words depend on numbers. */
import actes from './fr/actes.ts';
import actesLabels from './fr/actes-labels.ts';
import actesLife from './fr/actes-life.ts';
import clock from './fr/clock.ts';
import common from './fr/common.ts';
import conduct from './fr/conduct.ts';
import console from './fr/console.ts';
import errors from './fr/errors.ts';
import floor from './fr/floor.ts';
import help from './fr/help.ts';
import home from './fr/home.ts';
import join from './fr/join.ts';
import kinds from './fr/kinds.ts';
import myself from './fr/myself.ts';
import ownWords from './fr/own-words.ts';
import pairing from './fr/pairing.ts';
import paperwork from './fr/paperwork.ts';
import participant from './fr/participant.ts';
import prepare from './fr/prepare.ts';
import regie from './fr/regie.ts';
import rereading from './fr/rereading.ts';
import restitution from './fr/restitution.ts';
import roles from './fr/roles.ts';
import screen from './fr/screen.ts';
import sharedText from './fr/shared-text.ts';
import sorting from './fr/sorting.ts';
import synthesis from './fr/synthesis.ts';
import warnings from './fr/warnings.ts';

export default {
  language: 'fr' as 'fr' | 'en',
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
};
