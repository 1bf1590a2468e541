/** Every refusal: what happened, what was kept, what to do. One entry for each error code. */
type Words = { readonly happened: string; readonly kept: string; readonly todo: string };

const KEPT = 'Ce que vous avez écrit est gardé.';
const NOTHING_LOST = 'Rien n’est perdu.';
const TEXTS_KEPT = 'Les textes sont intacts.';
const RUN_KEPT = 'Le déroulé n’a pas changé.';

const words = (happened: string, kept: string, todo: string): Words => ({ happened, kept, todo });

export default {
  network: words('Le serveur ne répond pas.', KEPT, 'Vérifier la connexion au réseau, puis réessayer.'),
  'protocol/malformed': words('Le serveur n’a pas compris l’envoi.', KEPT, 'Recharger la page et réessayer.'),
  'protocol/stale-client': words('Cette page est plus ancienne que le serveur.', KEPT, 'Recharger la page.'),
  'protocol/too-large': words(
    'Le texte est trop long pour être reçu.',
    KEPT,
    'Le raccourcir ou l’envoyer en plusieurs fois.',
  ),
  'protocol/not-found': words(
    'Cette page ou ce document n’existe pas.',
    NOTHING_LOST,
    'Vérifier l’adresse, ou revenir à l’accueil.',
  ),
  'protocol/foreign-origin': words(
    'La demande vient d’une autre adresse que celle de Plénière.',
    'Rien n’a été changé.',
    'Ouvrir Plénière à son adresse et recommencer.',
  ),
  'protocol/too-many': words(
    'Trop de demandes en peu de temps.',
    KEPT,
    'Attendre une minute, puis réessayer.',
  ),
  'protocol/unavailable': words(
    'Le serveur ne peut pas enregistrer en ce moment.',
    KEPT,
    'Réessayer dans un instant.',
  ),
  'protocol/internal': words(
    'Le serveur a rencontré une erreur.',
    'Ce qui était enregistré l’est toujours.',
    'Réessayer ; si cela recommence, prévenir l’organisation.',
  ),
  'protocol/too-late': words(
    'La commande est arrivée trop tard : elle valait pour le moment où elle a été donnée.',
    'Rien n’a été changé.',
    'Regarder où en est la salle, puis recommencer si besoin.',
  ),
  'access/no-session': words(
    'Cet appareil n’a pas encore d’accès.',
    NOTHING_LOST,
    'Saisir le code affiché dans la salle, ou rouvrir le lien reçu.',
  ),
  'access/forbidden': words(
    'Votre accès ne permet pas cela.',
    'Rien n’a été changé.',
    'Rouvrir le lien reçu de l’organisation, ou saisir le code de la salle.',
  ),
  'access/unknown-code': words(
    'Ce code n’ouvre aucun atelier.',
    'Il reste dans le champ.',
    'Le comparer à celui qui est affiché en ce moment, car il a pu changer : ni O, ni 0, ni I, ni 1.',
  ),
  'access/unknown-link': words(
    'Ce lien n’ouvre plus rien : il est incomplet ou a été remplacé.',
    NOTHING_LOST,
    'Demander un nouveau lien à l’organisation.',
  ),
  'agenda/stale-revision': words(
    'Une autre personne a modifié ces points pendant que vous les corrigiez.',
    'Vos corrections sont encore à l’écran.',
    'Comparer avec la version enregistrée, puis choisir laquelle garder.',
  ),
  'agenda/no-start': words(
    'Aucune heure de début n’est indiquée : il n’y a pas de rendez-vous à mettre au calendrier.',
    NOTHING_LOST,
    'Indiquer l’heure de début de la séance, puis télécharger à nouveau.',
  ),
  'run/stale': words(
    'Le déroulé a changé entre-temps.',
    RUN_KEPT,
    'Regarder où en est l’atelier, puis recommencer si besoin.',
  ),
  'run/empty-plan': words(
    'Cet atelier n’a encore aucun point.',
    NOTHING_LOST,
    'Ajouter des points dans la préparation.',
  ),
  'run/already-started': words('L’atelier est déjà démarré.', RUN_KEPT, 'Continuer avec le point en cours.'),
  'run/not-started': words('L’atelier n’est pas démarré.', RUN_KEPT, 'Démarrer l’atelier d’abord.'),
  'run/finished': words('L’atelier est terminé.', RUN_KEPT, 'Annuler la fin pour le reprendre.'),
  'run/already-suspended': words(
    'Le temps est déjà suspendu.',
    RUN_KEPT,
    'Reprendre quand le groupe est prêt.',
  ),
  'run/not-suspended': words(
    'Le temps n’est pas suspendu.',
    RUN_KEPT,
    'Continuer : il n’y a rien à reprendre.',
  ),
  'run/no-next': words('C’est le dernier point.', RUN_KEPT, 'Terminer l’atelier quand le groupe a fini.'),
  'run/no-previous': words('C’est le premier point.', RUN_KEPT, 'Continuer avec ce point.'),
  'run/invalid-minutes': words(
    'Cette durée n’est pas possible.',
    RUN_KEPT,
    'Indiquer un nombre entier de minutes, d’un jour au plus.',
  ),
  'run/too-short': words('Le point ne peut pas être plus court.', RUN_KEPT, 'Passer au point suivant.'),
  'run/unknown-item': words('Ce point n’est plus dans l’atelier.', RUN_KEPT, 'Choisir un autre point.'),
  'run/unknown-question': words(
    'Cette question n’est plus dans ce point.',
    RUN_KEPT,
    'Choisir une autre question.',
  ),
  'run/question-already-put': words('Cette question est déjà posée.', RUN_KEPT, 'Continuer avec elle.'),
  'run/undo-not-last': words(
    'Une autre action a eu lieu depuis.',
    RUN_KEPT,
    'Annuler d’abord la plus récente.',
  ),
  'run/already-there': words('L’atelier est déjà à ce point.', RUN_KEPT, 'Continuer avec ce point.'),
  'run/impossible-start': words(
    'L’atelier n’a pas pu démarrer à cette heure : elle est à venir, ou après le point suivant.',
    RUN_KEPT,
    'Indiquer une heure passée, avant la première action qui a suivi.',
  ),
  'run/eats-synthesis': words(
    'Ces minutes seraient prises sur le temps protégé de la synthèse.',
    RUN_KEPT,
    'Prolonger de moins, reprendre du temps ailleurs, ou confirmer en connaissance de cause.',
  ),
  'run/below-floor': words(
    'Un point deviendrait plus court que son minimum.',
    RUN_KEPT,
    'Regarder à nouveau la proposition, puis l’appliquer.',
  ),
  'run/protected': words(
    'Le temps de ce point est protégé.',
    RUN_KEPT,
    'Prendre les minutes sur d’autres points.',
  ),
  'run/no-shared-time': words(
    'Aucun temps commun n’interrompt la salle en ce moment.',
    RUN_KEPT,
    'Continuer avec le point en cours.',
  ),
  'run/no-synthesis': words(
    'Aucune synthèse protégée n’est à venir.',
    RUN_KEPT,
    'Continuer avec le point en cours.',
  ),
  'run/impossible-instant': words(
    'Une action de la coupure n’a pas pu avoir lieu à cette heure.',
    RUN_KEPT,
    'Reprendre d’où en est la salle, puis corriger à la main si besoin.',
  ),
  'contribution/unknown': words(
    'Cette contribution n’existe pas ou plus.',
    NOTHING_LOST,
    'Recharger la page pour revoir la liste.',
  ),
  'contribution/exists': words(
    'Cette contribution est déjà enregistrée.',
    NOTHING_LOST,
    'Il n’y a rien à refaire.',
  ),
  'contribution/withdrawn': words(
    'Cette contribution a été retirée.',
    KEPT,
    'Copier votre texte si vous voulez en faire une autre contribution.',
  ),
  'contribution/hidden': words(
    'Cette contribution est masquée.',
    NOTHING_LOST,
    'La réafficher d’abord, puis recommencer.',
  ),
  'contribution/wrong-key': words(
    'Sans nom, une contribution ne se modifie que sur l’appareil où elle a été écrite.',
    KEPT,
    'La modifier depuis cet appareil, ou demander à l’animation de la masquer.',
  ),
  'contribution/too-many-pinned': words(
    'L’écran montre déjà autant de contributions épinglées qu’il peut.',
    'Elles y restent.',
    'En détacher une, puis épingler celle-ci.',
  ),
  'group/unknown': words(
    'Ce groupe n’existe plus.',
    'Les contributions sont toutes là.',
    'Choisir un autre groupe, ou en faire un nouveau.',
  ),
  'group/exists': words(
    'Ce groupe est déjà enregistré.',
    NOTHING_LOST,
    'Y ajouter les contributions une à une.',
  ),
  'group/too-many': words(
    'La séance a déjà cent groupes : c’est le plus qu’elle peut tenir.',
    'Les contributions sont toutes là.',
    'Les mettre dans un groupe qui existe, ou défaire un groupe.',
  ),
  'silence/unknown': words(
    'Ce temps d’écriture silencieuse est terminé.',
    'Ce qui y a été écrit est gardé.',
    'En ouvrir un autre si besoin.',
  ),
  'silence/going-on': words(
    'Un temps d’écriture silencieuse est déjà en cours.',
    'Ce qui s’y écrit est gardé.',
    'Le révéler avant d’en ouvrir un autre.',
  ),
  'dots/unknown': words(
    'Ce vote par gommettes est terminé.',
    'Les gommettes placées avant sont comptées.',
    'Regarder le résultat, ou attendre le prochain vote.',
  ),
  'dots/over-budget': words(
    'Vous avez placé toutes vos gommettes.',
    'Celles qui sont placées le restent.',
    'En retirer d’une contribution pour les mettre ailleurs.',
  ),
  'dots/going-on': words(
    'Un vote par gommettes est déjà en cours.',
    'Les gommettes placées sont gardées.',
    'Montrer son résultat ou le ranger avant d’en ouvrir un autre.',
  ),
  'floor/unknown': words(
    'Cette demande de parole n’attend plus.',
    NOTHING_LOST,
    'Regarder la liste, et demander à nouveau la parole si besoin.',
  ),
  'floor/already-asked': words(
    'La parole est déjà demandée.',
    'La demande garde sa place.',
    'Attendre son tour, ou retirer la demande.',
  ),
  'round/unknown': words(
    'Ce tour de table est terminé.',
    'Ce qui y a été écrit est gardé.',
    'En ouvrir un autre si besoin.',
  ),
  'round/going-on': words(
    'Un tour de table est déjà en cours.',
    'Rien n’a été changé.',
    'Le poursuivre, ou le terminer avant d’en ouvrir un autre.',
  ),
  'photo/unknown': words(
    'Cette photo n’est plus dans l’atelier.',
    NOTHING_LOST,
    'Recharger la page pour revoir les photos.',
  ),
  'photo/too-many': words(
    'L’atelier a atteint son nombre de photos.',
    'La photo est encore sur votre appareil.',
    'Retirer une photo qui ne sert pas, puis ajouter celle-ci.',
  ),
  'photo/unreadable': words(
    'Ce fichier n’est pas une photo que Plénière sait lire.',
    'Il est encore sur votre appareil.',
    'Choisir une photo JPEG, PNG ou WebP, ou photographier à nouveau.',
  ),
  'person/unknown': words(
    'Cette personne n’est pas, ou plus, sur la liste.',
    KEPT,
    'Choisir quelqu’un d’autre, ou ajouter d’abord la personne à la liste.',
  ),
  'join/same-name': words(
    'Quelqu’un de ce nom est déjà sur la liste.',
    'Ce que vous avez saisi est encore à l’écran.',
    'Dire si c’est vous, ou une autre personne du même nom.',
  ),
  'synthesis/empty': words(
    'Personne n’a encore écrit dans cette synthèse.',
    'Les contributions sont toutes là.',
    'Écrire la synthèse, ou y reprendre des contributions, puis recommencer.',
  ),
  'synthesis/validated': words(
    'La synthèse de l’atelier est validée : elle ne change plus, et les contributions gardent leur point.',
    KEPT,
    'Demander à l’animation de rouvrir la synthèse, ou laisser la contribution à son point.',
  ),
  'synthesis/not-validated': words(
    'Cette synthèse n’est pas validée : elle est déjà ouverte.',
    TEXTS_KEPT,
    'Y écrire directement.',
  ),
  'restitution/nothing-shown': words(
    'Aucune synthèse n’est à l’écran de la plénière.',
    TEXTS_KEPT,
    'Choisir celle qui doit être présentée.',
  ),
  'actes/stale-revision': words(
    'Une autre personne a modifié les actes entre-temps.',
    'Vos changements sont encore à l’écran.',
    'Ils se refont sur la dernière version ; sinon, recharger la page.',
  ),
  'actes/unknown-version': words(
    'Cette version des actes n’existe pas.',
    TEXTS_KEPT,
    'Recharger la page pour revoir les versions.',
  ),
  'actes/not-in-review': words(
    'Les actes ne sont pas en relecture.',
    KEPT,
    'Attendre que l’organisation ouvre la relecture.',
  ),
  'actes/review-over': words(
    'La relecture est terminée.',
    KEPT,
    'Écrire directement à l’organisation, en copiant votre texte.',
  ),
  'actes/unknown-correction': words(
    'Cette correction n’existe plus.',
    NOTHING_LOST,
    'Recharger la page pour revoir les corrections.',
  ),
  'actes/too-many': words(
    'Les actes ont atteint ce qu’ils peuvent garder de corrections ou de versions.',
    KEPT,
    'Régler les corrections en attente, puis réessayer.',
  ),
  'actes/no-approval-asked': words(
    'Le bon pour diffusion n’est plus demandé pour cette version.',
    KEPT,
    'Recharger la page pour voir où en sont les actes.',
  ),
  'actes/not-approved': words(
    'Cette version n’a pas reçu le bon pour diffusion.',
    'Rien n’a été publié.',
    'Demander d’abord le bon pour diffusion.',
  ),
  'actes/until-over': words(
    'Le dernier jour en ligne est déjà passé.',
    'Rien n’a été publié ni changé, la version approuvée reste là.',
    'Choisir un jour à venir, ou « Sans date de fin ».',
  ),
  'actes/not-published': words(
    'Ces actes ne sont pas publiés.',
    TEXTS_KEPT,
    'Recharger la page pour voir où ils en sont.',
  ),
  'actes/already-published': words(
    'Ces actes sont déjà publiés.',
    TEXTS_KEPT,
    'Les corriger par un erratum, ou les retirer d’abord.',
  ),
  'seminar/closed': words(
    'Le séminaire est clos : plus rien ne s’y ajoute.',
    KEPT,
    'Copier votre texte pour l’envoyer à l’organisation, qui peut aussi rouvrir le séminaire.',
  ),
  'seminar/unknown': words(
    'Ce séminaire ou cet atelier n’existe pas.',
    NOTHING_LOST,
    'Vérifier l’adresse, ou revenir à l’accueil.',
  ),
  'seminar/exists': words(
    'Cet élément est déjà enregistré.',
    NOTHING_LOST,
    'Recharger la page pour le voir.',
  ),
  'seminar/too-many-ateliers': words(
    'Le séminaire a atteint son nombre d’ateliers.',
    KEPT,
    'Regrouper des ateliers, ou créer un second séminaire.',
  ),
  'seminar/too-many-sittings': words(
    'Le séminaire a atteint son nombre de séances.',
    KEPT,
    'Retirer des séances qui n’ont pas servi, ou créer un second séminaire.',
  ),
  'seminar/last-sitting': words(
    'C’est la seule séance de cet atelier.',
    'Rien n’a été retiré.',
    'Ajouter d’abord une autre séance à l’atelier.',
  ),
  'sitting/closed': words(
    'L’atelier est clos.',
    'Ce que vous avez écrit reste sur cet appareil.',
    'Demander à l’animation de le rouvrir.',
  ),
  'sitting/in-use': words(
    'Des personnes ont rejoint cette séance, ou elle a démarré.',
    'Rien n’a été retiré.',
    'La garder : ce qui y a été dit et fait y reste.',
  ),
  'programme/stale-revision': words(
    'Une autre personne a modifié le programme entre-temps.',
    'Vos modifications sont encore à l’écran.',
    'Comparer avec le programme enregistré, puis recommencer.',
  ),
  'programme/nothing-to-restore': words(
    'Le programme n’a pas de modification à annuler.',
    'Le programme n’a pas changé.',
    'Le modifier directement.',
  ),
  'message/unknown': words(
    'Ce message n’existe pas, ou a été retiré.',
    NOTHING_LOST,
    'Recharger la page pour revoir les messages.',
  ),
  'help/unknown': words(
    'Cet appel n’est plus en cours.',
    NOTHING_LOST,
    'Regarder où en est la salle, et appeler à nouveau si besoin.',
  ),
  'pairing/unknown-number': words(
    'Aucun écran n’attend avec ce numéro.',
    'Il reste dans le champ.',
    'Le comparer à celui que l’écran affiche : il change au bout de dix minutes.',
  ),
  'pairing/unknown': words(
    'Cet écran n’est plus associé.',
    NOTHING_LOST,
    'Ouvrir la page d’appairage sur l’écran, puis saisir son nouveau numéro.',
  ),
  'export/too-slow': words(
    'Le document a mis trop de temps à se faire.',
    TEXTS_KEPT,
    'Réessayer, ou télécharger le Markdown.',
  ),
  'export/too-large': words('Le document est trop grand.', TEXTS_KEPT, 'Télécharger le Markdown.'),
  'export/crashed': words(
    'Le document n’a pas pu être fait.',
    TEXTS_KEPT,
    'Réessayer, ou télécharger le Markdown.',
  ),
  'export/refused': words(
    'Le document n’a pas pu être mis en page.',
    TEXTS_KEPT,
    'Télécharger le Markdown, et prévenir l’organisation.',
  ),
  'export/busy': words(
    'Beaucoup de documents se font en ce moment.',
    TEXTS_KEPT,
    'Réessayer dans une minute.',
  ),
  'export/cancelled': words('Le document a été annulé.', TEXTS_KEPT, 'Le demander à nouveau si besoin.'),
  'export/closed': words('Le serveur s’arrête.', TEXTS_KEPT, 'Réessayer dans un instant.'),
};
