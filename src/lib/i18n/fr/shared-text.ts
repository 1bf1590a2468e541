/** What a text that several people write has to say of itself when it cannot go on as usual. */
export default {
  renewed: 'Ce texte a été renouvelé sur le serveur. Recharger la page pour continuer à écrire.',
  withdrawn:
    'Vous ne pouvez plus écrire dans ce texte. Vos derniers mots sont gardés ci-dessous ; recharger la page pour lire le texte.',
  refusal: {
    'read-only': 'Vous pouvez lire ce texte, pas l’écrire.',
    'not-saved':
      'Le serveur n’arrive pas à enregistrer. Vos mots restent à l’écran et partent dès qu’il le peut : laisser la page ouverte.',
    'foreign-client':
      'Le serveur n’a pas reconnu cet appareil. Copier vos derniers mots, puis recharger la page.',
    incomplete: 'Une partie du texte manque encore au serveur. Il la redemande : laisser la page ouverte.',
    'document-full':
      'Ce texte a atteint sa taille maximale. Vos derniers mots ne sont pas enregistrés : en retirer ailleurs, ou les copier.',
    'too-much': 'C’est trop de texte à la fois. Le coller en plusieurs morceaux.',
  },
  setAside:
    'Ces mots écrits sur cet appareil n’ont pas pu rejoindre le texte. Les copier, puis les remettre à leur place.',
  onlyHereLabel: 'Mots qui ne sont que sur cet appareil',
  setAsideLabel: 'Mots mis de côté',
  dropSetAside: 'Les effacer de cet appareil',
  menu: {
    label: 'Autres façons d’utiliser ce texte',
    copy: 'Copier en Markdown',
    download: 'Télécharger (.md)',
    paste: 'Coller du Markdown…',
    copied: 'Texte copié en Markdown.',
    copyTitle: 'Texte en Markdown',
    empty: 'Rien n’est encore écrit.',
    pasteTitle: 'Coller du Markdown',
    pasteIntro:
      'Titres, listes, citations, tableaux et liens deviennent ceux du texte, à l’endroit du curseur ou à la fin. « Annuler » retire tout d’un coup.',
    pasteField: 'Markdown à insérer',
    fromFile: 'Choisir un fichier…',
    insert: 'Insérer',
    nothing: 'Il n’y a rien à insérer : coller d’abord du texte dans le champ.',
    inserted: 'Texte inséré. « Annuler » le retire.',
  },
};
