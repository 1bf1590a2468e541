/** An agenda in the form in which committees write them: numbered points, durations at the end, questions below. */
export const AGENDA = `Propositions de points pour les ateliers du 26 novembre 2026, rencontre régionale des comités d'entraide

Thème : Le rôle d'un comité d'entraide : 3 heures d'atelier

1- Le comité, interlocuteur des collègues en activité et à la retraite : 1 heure

Sur place, une action d'entraide commence par l'écoute de ce dont les gens ont besoin.

Comment votre comité, avec ses bénévoles, apprend-il ce qui manque à chacun et à tous?

2- Le comité, créateur de liens dans le service : ½ heure

Proche des équipes, le comité est d'abord là pour que les gens se parlent.

Comment s'est-il fait connaître des équipes, des responsables et des associations (amicale, mutuelle....)?

Quelles sorties ont été organisées, pour qui, avec qui et avec quel argent?

3- Le comité et les associations : ½ heure

Comment sont écrits et suivis les accords avec les associations de la maison (amicale, mutuelle), et avec les autres?

4- Le comité dans sa région : ½ heure

Le comité dépend d'un service présent dans plusieurs départements ; les réponses passent par un échange régulier.

Comment se passe la concertation régionale? A-t-elle permis de s'aider entre comités de la région ?

5- Synthèse de l'atelier par les animateurs en vue de la plénière: ½ heure
`;
