import { describe, expect, it, test } from 'vitest';
import { typedLists } from './typed-lists.ts';

const listsOf = (text: string) =>
  typedLists(text.split('\n')).map(({ ordered, start, items }) => [
    ordered ? start : '•',
    ...items.map(({ words }) => words),
  ]);

describe('[AC121] lines that begin with a mark are a list', () => {
  it.each([
    ['•', '• la veille\n• l’accueil'],
    ['·', '· la veille\n· l’accueil'],
    ['a bullet of Word', '\uf0b7\tla veille\n\uf0b7\tl’accueil'],
    ['a bullet of Word without a space', '\uf0a7la veille\n\uf0a7l’accueil'],
    ['a tick of Wingdings', 'ü la veille\nü l’accueil'],
    ['a second level of Word', 'o\tla veille\no\tl’accueil'],
    ['dashes of all lengths', '- la veille\n– l’accueil'],
    ['empty lines and indents', '    • la veille\n\n    • l’accueil\n'],
    ['bullets alone on their lines', '•\nla veille\n•\nl’accueil'],
  ])('%s', (_name, text) => {
    expect(listsOf(text)).toEqual([['•', 'la veille', 'l’accueil']]);
  });

  it.each([
    ['1. la veille\n2. l’accueil', 1],
    ['3) la veille\n4) l’accueil', 3],
    ['1° la veille\n2° l’accueil', 1],
    ['(1) la veille\n(2) l’accueil', 1],
    ['1/ la veille\n2/ l’accueil', 1],
    ['a) la veille\nb) l’accueil', 1],
    ['ii) rien\ni) la veille\nii) l’accueil', 1],
  ])('%j is numbered', (text, start) => {
    expect(listsOf(text)).toEqual([[start, 'la veille', 'l’accueil']]);
  });

  it.each([
    ['• Une puce seule.'],
    ['– Une réplique.\nEt la suite.\n– Une autre.'],
    ['A. Martin, Claix\nB. Roy, Vif'],
    ['M. Roy\nN. Perrin'],
    ['10 h Accueil\n11 h Atelier'],
    ['12 octobre 2013\n13 octobre 2013'],
    ['1986. Une année\n1987. Une autre'],
    ['+ de moyens\n+ de temps'],
    ['→ donc un poste\n→ donc un local'],
    ['☐ à faire\n☑ fait'],
    ['> dit hier\n> dit avant'],
    ['– Une réplique.\nEt la suite.\n\n– Une autre.'],
    ['-5 degrés\n-6 degrés'],
    ['9 - 12 ans\n10 - 13 ans'],
    ['3 – 5 rue du Port\n4 – 6 rue du Port'],
    ['— Bonjour, madame.\n— Bonjour, monsieur.'],
    ['– Vous venez ?\n– Demain.\n– Je note.'],
    ['– Demain, dit-il.\n– Trop tard, répondit-elle.'],
    ['– Demain, ajouta-t-elle.\n\n– Trop tard.'],
    ['– Il a dit « demain »\n– Je note.'],
    ['*important*\n*très important*'],
    ['1. une\n3. trois'],
    ['§ 3 de la loi\n§ 4 de la loi'],
    ['à part cela\no'],
  ])('%j is none', (text) => {
    expect(listsOf(text)).toEqual([]);
  });
});

test.each([
  ['• Quel lieu ?\n• Quel jour ?', ['Quel lieu ?', 'Quel jour ?']],
  ['– prêter « le car » ;\n– ouvrir « la halle »', ['prêter « le car » ;', 'ouvrir « la halle »']],
  ['– relire, dit-on\n— Non.\n– un\n– deux', ['un', 'deux']],
])('[AC121] %j is no speech', (text, items) => {
  expect(listsOf(text)).toEqual([['•', ...items]]);
});

const WRAPPED = 'faire connaître le service à celles et ceux qui';

test.each([
  [
    'aligned under its words',
    '• la veille et\n  Monsieur Untel\n• l’accueil',
    ['la veille et Monsieur Untel', 'l’accueil'],
  ],
  [
    'cut by the page’s edge',
    `• la veille\n• ${WRAPPED}\nn’y viennent pas`,
    ['la veille', `${WRAPPED} n’y viennent pas`],
  ],
  [
    'cut between two items',
    '• la veille avec\n« les voisins »\n• l’accueil',
    ['la veille avec « les voisins »', 'l’accueil'],
  ],
  [
    'ended, what follows is none of it',
    `• la veille\n• ${WRAPPED}.\net puis tout le reste`,
    ['la veille', `${WRAPPED}.`],
  ],
  [
    'short, what follows is none of it',
    '• la veille\n• l’accueil\nvoilà pour hier',
    ['la veille', 'l’accueil'],
  ],
  [
    'whole between empty lines',
    `• ${WRAPPED}.\nLes autres aussi.\n\n• l’accueil\n\nMonsieur Untel.`,
    [`${WRAPPED}. Les autres aussi.`, 'l’accueil'],
  ],
  ['before a sentence', '• la veille\n• l’accueil\nLa séance est levée.', ['la veille', 'l’accueil']],
])('[AC121] an item %s', (_name, text, items) => {
  expect(listsOf(text)).toEqual([['•', ...items]]);
});

test('[AC121] two lists are parted by words, and by marks of another family', () => {
  expect(listsOf('• un\n• deux\nTitre\n– trois\n– quatre\n1. cinq\n2. six')).toEqual([
    ['•', 'un', 'deux'],
    ['•', 'trois', 'quatre'],
    [1, 'cinq', 'six'],
  ]);
});
