/** On the phone: asking for the floor, and the tour de table. */
const plural = (count: number, one: string, other: string): string => `${count} ${count < 2 ? one : other}`;

export default {
  ask: 'Demander la parole',
  askTitle: 'Demander la parole ?',
  askMeaning: 'L’animation voit votre demande tout de suite et donne la parole quand le moment est venu.',
  about: 'À quel sujet, si vous voulez',
  aboutHint: 'Seule l’animation le lit.',
  nobodyWaits: 'Personne n’attend.',
  waiting: (count: number) => `${plural(count, 'personne attend', 'personnes attendent')} déjà.`,
  speaking: (name: string) => `A la parole : ${name}`,
  apply: 'Demander la parole',
  sending: 'Envoi…',
  /** In the bar, short: where one stands. */
  nextIsYou: 'Bientôt à vous',
  place: (place: number) => `Vous êtes ${place}ᵉ`,
  noted: 'Demande notée',
  placeTitle: 'Votre demande de parole',
  nextIsYouMeaning: 'Personne n’est avant vous. L’animation vous donne la parole.',
  placeMeaning: (before: number) =>
    `${plural(before, 'personne parle', 'personnes parlent')} avant vous. Cette page vous le dit quand c’est à vous.`,
  notedMeaning: 'L’animation l’a reçue. Cette page vous le dit quand c’est à vous.',
  withdraw: 'Retirer ma demande',
  yours: 'Vous avez la parole',
  yoursMeaning: 'La salle vous écoute. L’animation met fin à la prise de parole.',
  offline:
    'Sans connexion, on ne peut pas demander la parole. Rien ne part plus tard tout seul : lever la main, ou recommencer quand la connexion revient.',
  offlineWithdraw: 'Sans connexion, la demande reste. Recommencer quand la connexion revient.',
  atelierClosed: 'Atelier clos : plus de demande de parole',
  seminarClosed: 'Séminaire clos : plus de demande de parole',
  round: {
    title: 'Tour de table',
    soon: 'Le tour de table commence.',
    speaks: (name: string) => `Se présente : ${name}`,
    speaksUnnamed: 'Une personne se présente.',
    yourTurn: 'C’est à vous de vous présenter',
    spoken: (done: number, people: number) =>
      done === 0 ? plural(people, 'personne', 'personnes') : `déjà ${done} sur ${people}`,
    present: 'Me présenter',
    review: 'Revoir ma présentation',
  },
  presentation: {
    title: 'Me présenter',
    about: 'Ce qui sera dit de moi dans « Qui sommes-nous »',
    meaning:
      'Ces lignes vous présentent dans les actes, sous « Qui sommes-nous », avec ce que vous avez accepté que l’on montre de vous.',
    consentNone:
      'Vous avez choisi « sans rien » : les actes ne montreront pas ces lignes, sauf si vous changez ce choix sous « Moi ».',
    quotation: 'Une phrase à citer',
    quotationHint: 'par exemple : « On vient pour un dossier, on reste pour un café. »',
    text: 'Quelques lignes',
    textHint: 'par exemple : ce que fait votre structure, ce qui vous amène',
    save: 'Enregistrer',
    /** Nothing is written yet. */
    nothing: 'Rien pour le moment.',
    write: 'Écrire',
    change: 'Corriger',
    waiting: 'Gardé sur cet appareil, envoyé dès que possible.',
    agreed: 'Écrit ou confirmé par vous.',
    toConfirm: 'À confirmer',
    /** Another has written it. */
    written: 'Voici ce qui a été noté pour vous présenter dans les actes',
    agree: 'C’est bien ça',
    correct: 'Corriger',
    draftKept: 'Brouillon gardé sur cet appareil',
    draftNotKept: 'Cet appareil ne garde rien : enregistrer avant de quitter cette page.',
    tooLong: (over: number) => `Trop long de ${plural(over, 'caractère', 'caractères')}`,
    seminarClosed: 'Le séminaire est clos : ces lignes ne changent plus ici.',
  },
};
