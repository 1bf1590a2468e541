/** Before opening: what will hurt, and how to mend it. */
export default {
  title: 'Avant d’ouvrir',
  none: 'Rien ne semble devoir gêner la journée.',
  count: (count: number): string => (count < 2 ? 'Un point à regarder' : `${count} points à regarder`),
  mend: 'Corriger',
};
