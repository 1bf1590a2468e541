export default {
  organiser: 'organisation',
  animateur: 'animation',
  rapporteur: 'rapport',
  participant: 'participation',
  valideur: 'relecture',
  screen: 'écran',
  reader: 'lecture',
};
