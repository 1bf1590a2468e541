/** What a person said, and what is done with it on their phone: own words, silent writing, gommettes, where things stand. */
const plural = (count: number, one: string, other: string): string => `${count} ${count < 2 ? one : other}`;

export default {
  title: 'Ce que j’ai dit',
  open: (count: number) => (count === 0 ? 'Ce que j’ai dit' : `Ce que j’ai dit (${count})`),
  empty: 'Rien encore. Ce que vous écrivez dans cet atelier se retrouve ici.',
  elsewhere:
    'Sans votre nom, un texte ne se retrouve que sur l’appareil où il a été écrit : lui seul en garde la clé.',
  state: {
    saved: 'Enregistrée',
    waiting: 'En attente d’envoi',
    mixed: 'Part d’ici une minute, mêlée aux autres',
    changing: 'Modification en attente d’envoi',
    withdrawing: 'Retrait en attente d’envoi',
    withdrawn: 'Retirée',
    hidden: 'Masquée par l’animation',
    'to-agree': 'À confirmer par vous',
  },
  hiddenNow: (count: number) =>
    count < 2 ? 'Une de vos contributions a été masquée.' : `${count} de vos contributions ont été masquées.`,
  hiddenSee: 'Voir pourquoi',
  reason: (reason: string) => `Motif : ${reason}`,
  unnamed: 'sans mon nom',
  change: 'Modifier',
  changeOf: (words: string) => `Modifier : ${words}`,
  changeTitle: 'Modifier',
  changeField: 'Vos mots',
  changeApply: 'Enregistrer',
  placeFixed: 'La synthèse de l’atelier est validée : cette contribution garde son point.',
  changeMeaning:
    'L’animation peut lire les mots d’avant jusqu’à la clôture de l’atelier ; puis ils sont effacés.',
  withdraw: 'Retirer',
  withdrawOf: (words: string) => `Retirer : ${words}`,
  withdrawSure: 'Retirer ce texte ? Les autres ne le verront plus.',
  withdrawApply: 'Oui, retirer',
  keep: 'Le garder',
  keyGone:
    'Cet appareil n’a plus la clé de ce texte sans nom : il ne peut plus être modifié. L’animation peut le masquer.',
  noted: {
    label: 'Noté pour vous',
    line: (words: string) => `On a noté pour vous : « ${words} »`,
    meaning: 'Jusqu’à votre réponse, ces mots restent sans nom.',
    others: (count: number) => (count < 2 ? 'Une autre suit.' : `${count} autres suivent.`),
    agree: 'C’est bien ça',
    correct: 'Corriger',
    disown: 'Pas sous mon nom',
    agreed: 'Merci : ces mots sont les vôtres.',
    disowned: 'C’est noté : ces mots restent, sans votre nom.',
  },
  marks: {
    changed: 'modifiée',
    toConfirm: 'à confirmer',
    speech: 'entendu en séance',
    slip: 'bulletin',
    afterwards: 'saisie après coup',
    pinned: 'à l’écran',
  },
  gone: 'Contribution retirée',
  rearranged: 'La liste a été rangée',
  rearrange: 'La mettre à jour',
  untitledGroup: 'Groupe sans intitulé',
  ungrouped: 'Autres contributions',
  photos: {
    label: 'Photos du paperboard',
    open: (description: string) => `Agrandir la photo : ${description}`,
    title: 'Photo du paperboard',
  },
  silence: {
    title: 'Écriture silencieuse',
    left: (length: string) => `encore ${length}`,
    meaning: 'Personne ne voit ce que vous écrivez avant la fin.',
    over: 'Le temps est écoulé : l’animateur va tout montrer. Vous pouvez finir votre phrase.',
    written: (count: number) =>
      count === 0
        ? 'rien d’écrit encore dans la salle'
        : plural(count, 'texte écrit dans la salle', 'textes écrits dans la salle'),
    mine: 'Ce que j’ai écrit pendant ce temps',
    before: (count: number) => `Ce qui était déjà dit (${count})`,
    bound: 'Ce texte a été commencé pendant l’écriture silencieuse : il paraît avec les autres.',
  },
  dots: {
    title: 'Gommettes',
    meaning: 'Placez-les où vous voulez ; personne ne voit vos choix ni les résultats avant la fin.',
    left: (count: number) =>
      count === 0
        ? 'Il ne vous reste plus de gommette'
        : `Il vous reste ${plural(count, 'gommette', 'gommettes')}`,
    more: (words: string) => `Ajouter une gommette : ${words}`,
    less: (words: string) => `Ôter une gommette : ${words}`,
    placed: (count: number) => plural(count, 'gommette de vous', 'gommettes de vous'),
    results: 'Résultat des gommettes',
    voters: (count: number) => (count < 2 ? `${count} personne a voté` : `${count} personnes ont voté`),
    count: (count: number) => plural(count, 'gommette', 'gommettes'),
    mine: (count: number) => `dont ${count} de vous`,
    offline: 'Hors ligne : vos gommettes sont gardées et partiront dès que possible.',
  },
  standing: {
    title: 'Où en est-on',
    at: (position: number, count: number) => `point ${position} sur ${count}`,
    empty: 'Les points de cet atelier ne sont pas encore là.',
    now: 'en cours',
    done: 'fait',
    notHeld: 'non tenu',
    estimated: (time: string) => `estimé ${time}`,
    planned: (time: string) => `prévu ${time}`,
    from: (time: string) => `depuis ${time}`,
    synthesis: 'synthèse',
    end: (time: string) => `fin estimée ${time}`,
    plannedEnd: (time: string) => `fin prévue ${time}`,
    ended: (time: string) => `terminé à ${time}`,
  },
  over: {
    atelier: 'L’atelier est clos.',
    atelierMeaning:
      'Tout se relit, et vous pouvez encore ajouter ce qui manque : ce sera une saisie après coup.',
    seminar: 'Le séminaire est clos.',
    seminarMeaning:
      'Tout se relit ici ; rien ne s’ajoute plus. Vos propres mots peuvent encore être corrigés ou retirés.',
    deviceLetGo: 'Tout est sur le serveur ; cet appareil n’en garde plus de copie.',
    keptHere: (count: number) =>
      count < 2
        ? 'Un texte n’était pas parti : il est gardé ici, à copier où vous voulez.'
        : `${count} textes n’étaient pas partis : ils sont gardés ici, à copier où vous voulez.`,
    keptWords: 'Texte gardé sur cet appareil',
    giveUp: 'L’effacer de cet appareil',
  },
};
