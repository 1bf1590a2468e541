import type { Messages } from '../messages.ts';

export default {
  organiser: 'organising',
  animateur: 'facilitating',
  rapporteur: 'reporting',
  participant: 'taking part',
  valideur: 'reviewing',
  screen: 'screen',
  reader: 'reading',
} satisfies Messages['roles'];
