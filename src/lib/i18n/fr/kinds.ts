export default {
  /** As a chip: without a capital. */
  contribution: {
    observation: 'constat',
    proposal: 'proposition',
    experience: 'expérience',
    testimony: 'témoignage',
    'to-clarify': 'à éclaircir',
  },
  item: {
    discussion: 'échange',
    round: 'tour de table',
    presentation: 'présentation',
    synthesis: 'synthèse',
    break: 'pause',
    vote: 'vote',
  },
};
