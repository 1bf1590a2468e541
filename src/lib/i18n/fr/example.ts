/** The agenda that « Essayer avec un exemple » pastes. */
export default `Rencontre des comités d’entraide, le 26 novembre 2026

Thème : Faire vivre l’entraide entre collègues : 3 heures d’atelier

1- Connaître les besoins de ses collègues : 1 heure

Les comités voient peu les agents des petits sites et les retraités.

Comment repérez-vous les besoins qui ne s’expriment pas ? Par qui les apprenez-vous ?

2- Accueillir les nouveaux arrivants : ½ heure

Une arrivée sur deux se fait en cours d’année, loin de la famille.

Quels gestes simples ont compté chez vous pour les premières semaines ?

Que pourrait-on préparer en commun ?

3- Travailler avec les associations : ½ heure

Comment vos accords avec les associations sont-ils écrits, suivis et relus ?

4- Se faire aider entre comités voisins : ½ heure

Quelles actions avez-vous menées à plusieurs comités ? Qu’est-ce qui les a rendues possibles ?

5- Synthèse de l’atelier pour la plénière : ½ heure
`;
