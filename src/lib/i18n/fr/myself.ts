/** « Moi »: who one is here, one's other phone, one's other sittings, and leaving a shared device. */
export default {
  open: 'Moi',
  title: 'Moi',
  noName: 'Vous n’avez pas donné de nom.',
  quoted: {
    'name-and-function': 'On peut vous citer avec nom et fonction.',
    function: 'On peut vous citer avec votre fonction, sans votre nom.',
    none: 'On ne peut vous citer sans rien qui vous désigne.',
  },
  unknown: 'Ce que vous avez dit de vous s’affiche ici dès que le serveur répond.',
  change: 'Modifier',
  changeTitle: 'Modifier ce que j’ai dit de moi',
  save: 'Enregistrer',
  saved: 'Enregistré',
  saving: 'Enregistrement…',
  otherPhone: 'Continuer sur un autre téléphone',
  otherPhoneMeaning:
    'Scanner ce QR code avec l’autre téléphone, ou y ouvrir ce lien : vous y êtes la même personne, comptée une fois, et vous y retrouvez ce que vous avez dit.',
  otherPhoneSecret: 'Ce lien ouvre aussi vos propos et permet de les changer : ne le donner à personne.',
  otherPhoneLimit:
    'Il ne rend pas ce que vous avez dit sans votre nom : rien ne le relie à vous, et seul l’appareil où vous l’avez écrit peut encore le changer.',
  showLink: 'Montrer mon QR code',
  hideLink: 'Masquer',
  loadingLink: 'Préparation du lien…',
  link: 'Mon lien personnel',
  sittings: 'Mes séances',
  here: 'vous êtes ici',
  sittingsOffline: 'La liste de vos séances s’affiche avec le réseau.',
  another: 'Rejoindre une autre séance',
  code: 'Son code',
  codeWrong: 'Un code a huit lettres et chiffres, par exemple K7MX 4RPD.',
  join: 'Rejoindre',
  erasing:
    'Pour faire effacer ce qui vous concerne, le demander à l’organisation : votre nom s’efface partout, vos mots restent, sans nom.',
  removed: {
    title: 'Vous n’êtes plus sur la liste de cette séance',
    meaning: 'L’animation vous en a retiré, ou cet accès a pris fin. Ce que vous y avez dit reste en place.',
    todo: 'Pour revenir, saisir le code affiché dans la salle. Si c’est une erreur, en parler à l’animation.',
  },
  left: 'C’est fini : rien de la dernière visite ne reste sur cet appareil.',
  forgetting:
    'Cet appareil ne garde plus rien de la personne qui vient de finir. Sans réseau, le serveur n’a pas encore pu lui retirer l’accès : cela se fera dès que la connexion revient, si cette page est ouverte.',
};
