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
    'agenda/duration-contradicts-clock':
      'La durée écrite ne correspond pas à l’horaire ; l’horaire est gardé.',
    'agenda/weekday-contradicts-date':
      'Le jour de la semaine ne correspond pas à la date ; la date est gardée.',
    'agenda/gap': 'Du temps reste libre avant ce point ; son heure de début est gardée.',
    'agenda/overlap': 'Ce point commence avant la fin du précédent ; les deux sont gardés comme écrits.',
    'agenda/clock-goes-back': 'Cette heure vient avant la précédente ; l’ordre du texte est gardé.',
    'programme/nothing':
      'Aucun temps commun ni atelier n’est reconnu : donner une heure à chaque temps, puis comprendre à nouveau.',
    'programme/overlap':
      'Ce temps commun commence avant la fin du précédent ; les deux sont gardés comme écrits.',
    'programme/no-end': 'Ce temps commun n’a pas de fin ; la compléter.',
    'agenda/binary': 'Ceci n’est pas du texte : ouvrir le document et copier son contenu.',
    'agenda/too-long': 'Le texte est lu jusqu’ici ; la suite est trop longue.',
  },
  /** The same, where it is known how long a gap or an overlap lasts, or which length was written. */
  warningOf: {
    'agenda/gap': (length: string) =>
      `${length} restent libres avant ce point ; son heure de début est gardée.`,
    'agenda/overlap': (length: string) =>
      `Ce point commence ${length} avant la fin du précédent ; les deux sont gardés comme écrits.`,
    'agenda/duration-contradicts-clock': (length: string) =>
      `La durée écrite (${length}) ne correspond pas à l’horaire ; l’horaire est gardé.`,
    'programme/overlap': (length: string) =>
      `Ce temps commun commence ${length} avant la fin du précédent ; les deux sont gardés comme écrits.`,
  },
  reason: {
    'agenda/before-first-item': 'avant le premier point',
    'agenda/no-item': 'aucun point n’est reconnu dans ce texte',
    'agenda/section': 'titre de partie et ce qui le suit',
    'agenda/untitled': 'point sans intitulé',
    'agenda/second-duration': 'seconde durée pour un même point',
    'agenda/second-total': 'second total annoncé',
    'agenda/table-heading': 'titre d’une colonne',
    'programme/before-first-time': 'avant le premier temps',
    'programme/detail': 'précision sans place dans le programme',
    'programme/no-time': 'temps commun sans heure',
    'agenda/no-words': 'ligne sans mots',
    'agenda/binary': 'ce n’est pas du texte',
    'agenda/too-long': 'au-delà de ce qui est lu',
  },
};
