export default {
  intro:
    'Votre nom n’est pas obligatoire ; il aide l’atelier à savoir qui parle. Il faut seulement choisir comment on peut vous citer.',
  firstName: 'Prénom',
  lastName: 'Nom',
  function: 'Fonction',
  functionHint: 'par exemple : présidente, trésorier, assistante sociale',
  town: 'Organisation ou commune',
  consent: 'On peut me citer',
  consents: {
    'name-and-function': 'avec mon nom et ma fonction',
    function: 'avec ma fonction seulement',
    none: 'sans rien qui me désigne',
  },
  consentMissing: 'Choisir d’abord comment on peut vous citer.',
  consentHint: 'Ce choix vaut pour les contributions de l’atelier et pour les actes.',
  enter: 'Entrer dans l’atelier',
  entering: 'Entrée…',
  otherCode: 'Saisir un autre code',
  alreadyIn: 'Vous avez déjà rejoint cet atelier sur cet appareil.',
  goBackIn: (name: string): string => (name === '' ? 'Retourner dans l’atelier' : `Continuer : ${name}`),
  someoneElse: 'Ou entrer comme une autre personne, sur ce même appareil :',
};
