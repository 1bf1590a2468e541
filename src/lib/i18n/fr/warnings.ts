/** What reading an agenda points at: warnings, and why a line was not understood. */
export default {
  warning: {
    'agenda/empty': 'Le texte est vide : coller un ordre du jour, ou écrire les points à la main.',
    'agenda/no-item':
      'Aucun point n’est reconnu : numéroter les points ou leur donner une durée, puis comprendre à nouveau.',
    'agenda/no-duration': 'Ce point n’a pas de durée ; une demi-heure est proposée.',
    'agenda/several-durations': 'Ce point a plusieurs durées ; la dernière mise à part est prise.',
    'agenda/long-item': 'Ce point dure plus de quatre heures.',
    'agenda/declared-differs': 'La durée annoncée n’est pas la somme des points.',
    'agenda/binary': 'Ceci n’est pas du texte : ouvrir le document et copier son contenu.',
    'agenda/too-long': 'Le texte est lu jusqu’ici ; la suite est trop longue.',
  },
  reason: {
    'agenda/before-first-item': 'avant le premier point',
    'agenda/no-item': 'aucun point n’est reconnu dans ce texte',
    'agenda/section': 'titre de partie et ce qui le suit',
    'agenda/untitled': 'point sans intitulé',
    'agenda/second-duration': 'seconde durée pour un même point',
    'agenda/second-total': 'second total annoncé',
    'agenda/no-words': 'ligne sans mots',
    'agenda/binary': 'ce n’est pas du texte',
    'agenda/too-long': 'au-delà de ce qui est lu',
  },
};
