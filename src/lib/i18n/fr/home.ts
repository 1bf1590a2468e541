export default {
  pageTitle: 'Plénière : des ateliers à l’heure, des actes dans la foulée',
  promise: 'Des ateliers à l’heure, des actes dans la foulée.',
  code: 'Votre code, affiché dans la salle',
  codeHint: 'Huit lettres et chiffres, par exemple K7MX 4RPD',
  codeMissing: 'Saisir d’abord le code affiché dans la salle.',
  join: 'Rejoindre',
  joining: 'Recherche…',
  prepare: 'Préparer un séminaire',
  example: 'Essayer avec un exemple',
  accesses: 'Vos accès sur cet appareil',
};
