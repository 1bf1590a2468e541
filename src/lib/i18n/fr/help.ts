/** Help, by role: short, and only what people ask in a room. */
export default {
  pageTitle: 'Aide',
  link: 'Aide',
  intro: 'Ce qu’on demande le plus souvent, selon ce que vous faites.',
  roles: 'Aller à',
  sections: [
    {
      id: 'participer',
      title: 'Participer',
      topics: [
        {
          title: 'Entrer dans l’atelier',
          steps: [
            'Lire le QR code de la salle avec l’appareil photo du téléphone, ou saisir le code à l’accueil.',
            'Dire son nom si l’on veut, et choisir comment on peut être cité.',
            'Pas de compte, pas d’application, pas de mot de passe.',
          ],
        },
        {
          title: 'Contribuer',
          steps: [
            'Écrire une idée par contribution, puis Envoyer. Elle est liée à la question affichée quand vous avez commencé.',
            'Préciser après coup, si vous voulez : constat, proposition, expérience, témoignage, à éclaircir.',
            'Vos propres mots se modifient et se retirent. Soutenir ceux des autres les fait remonter.',
          ],
        },
        {
          title: 'Dire quelque chose sans mon nom',
          steps: [
            'Cocher « Sans mon nom » avant d’envoyer : votre nom n’est pas enregistré avec le texte, et l’heure est arrondie.',
            'Seul cet appareil peut encore modifier ou retirer ce texte.',
            'Ce que cela ne cache pas : une façon d’écrire, ou une fonction que vous êtes seul à avoir.',
          ],
        },
        {
          title: 'Sans réseau',
          steps: [
            'Continuer à écrire : c’est gardé sur l’appareil et part dès que le réseau revient, sans doublon.',
            '« Enregistré » veut dire : sur le serveur. « En attente » veut dire : encore ici.',
            'Laisser la page ouverte si elle le demande.',
          ],
        },
        {
          title: 'Demander la parole',
          steps: [
            'Appuyer sur « Demander la parole », dire en un mot à quel sujet, confirmer.',
            'On peut retirer sa demande jusqu’à son tour.',
          ],
        },
        {
          title: 'Changer de téléphone, ou partager celui-ci',
          steps: [
            'Avec votre carte ou votre QR personnel, vous retrouvez vos paroles sur un autre téléphone.',
            'Sans lui, entrer par le code et dire « c’est moi » : vous n’êtes compté qu’une fois.',
            'Sur un appareil prêté, choisir « Poste partagé » en entrant, puis « J’ai fini » en partant.',
          ],
        },
      ],
    },
    {
      id: 'animer',
      title: 'Animer',
      topics: [
        {
          title: 'Tenir l’heure',
          steps: [
            'Démarrer, puis Point suivant ; 5 min de plus ou de moins, suspendre, revenir : chaque geste s’annule.',
            'En retard, Rattraper montre où reprendre les minutes perdues ; la synthèse garde les siennes.',
            'Coupé du serveur, la console continue et propose au retour ce qu’elle a fait.',
          ],
        },
        {
          title: 'Écriture silencieuse',
          steps: [
            'Plus…, Écriture silencieuse : choisir la durée. Chacun écrit pour soi, rien ne se voit.',
            'À la fin du temps, rien ne se montre tout seul : appuyer sur Tout montrer.',
            'Clore l’atelier ne montre rien non plus : ce qui n’est pas montré reste hors des actes.',
          ],
        },
        {
          title: 'Gommettes',
          steps: [
            'Choisir quelques contributions et le nombre de gommettes par personne.',
            'Les résultats restent cachés jusqu’à Montrer les résultats, qui termine le vote.',
          ],
        },
        {
          title: 'Tour de table',
          steps: [
            'Chacun parle à son tour, dans l’ordre de la liste ; on peut passer quelqu’un ou choisir le suivant.',
            'Ce que chacun a préparé sur son téléphone se complète ici, et nourrit « Qui sommes-nous » après son accord.',
          ],
        },
        {
          title: 'Paperboard',
          steps: [
            'Plus…, Photo du paperboard : la prendre, dire en une phrase ce qui y est écrit, choisir le point.',
            'Elle n’entre dans les actes que si l’organisation le décide.',
          ],
        },
        {
          title: 'Les personnes sans téléphone',
          steps: [
            'Les ajouter à la liste depuis la feuille d’émargement.',
            'Saisir ce qui se dit, ou les bulletins papier : une ligne, une contribution ; « DURAND : » en tête dit de qui elle est.',
            'Ces mots restent sans nom jusqu’à l’accord de la personne : sur un téléphone avec sa carte, ou sur la feuille à signer.',
          ],
        },
      ],
    },
    {
      id: 'rapporter',
      title: 'Écrire la synthèse',
      topics: [
        {
          title: 'Notes et synthèse',
          steps: [
            'Les notes sont communes et s’écrivent à plusieurs ; Annuler ne défait que vos propres mots.',
            'À côté de la synthèse, Reprendre place une contribution avec sa source ; la liste des non reprises reste visible.',
            'Coller depuis Word ou un message garde titres et listes.',
          ],
        },
      ],
    },
    {
      id: 'organiser',
      title: 'Organiser',
      topics: [
        {
          title: 'Avant',
          steps: [
            'Coller le programme ou l’ordre du jour ; vérifier ce qui est compris, puis enregistrer.',
            'Imprimer affiches, bulletins et feuille d’émargement depuis la préparation ; envoyer un lien à chaque personne qui anime.',
          ],
        },
        {
          title: 'Après',
          steps: [
            'Saisir la feuille d’émargement, imprimer les paroles à confirmer, les faire signer, reporter les réponses.',
            'Clore le séminaire : tout se lit encore, plus rien ne s’ajoute, les appareils effacent leur copie.',
          ],
        },
      ],
    },
  ],
};
