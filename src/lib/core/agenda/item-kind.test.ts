import { describe, expect, it } from 'vitest';
import { kindOfTitle } from './item-kind.ts';
import type { AgendaItemKind } from './plan.ts';

describe('[IM18] the kind of a point is told by its title', () => {
  it.each<[string, AgendaItemKind]>([
    ['Synthèse par les animateurs', 'synthesis'],
    ['SYNTHESE', 'synthesis'],
    ['Préparer la restitution en plénière', 'synthesis'],
    ['Présentation de la synthèse', 'synthesis'],
    ['Pause', 'break'],
    ['Pause café', 'break'],
    ['Déjeuner sur place', 'break'],
    ['Petite pause', 'break'],
    ['Repas', 'break'],
    ['La pause méridienne des agents', 'discussion'],
    ['Tour de table', 'round'],
    ['Accueil et tour de table', 'round'],
    ['Vote du budget', 'vote'],
    ['Débat et vote', 'vote'],
    ['Dévotes et pivots', 'discussion'],
    ['Présentation du rapport', 'presentation'],
    ['Introduction', 'presentation'],
    ['Accueil des participants', 'presentation'],
    ["Mot d'accueil", 'presentation'],
    ['Exposé du trésorier', 'presentation'],
    ["L'accueil des nouveaux agents", 'discussion'],
    ['Les risques où nous sommes exposés', 'discussion'],
    ['Le rôle du comité', 'discussion'],
    ['', 'discussion'],
  ])('%s → %s', (title, kind) => {
    expect(kindOfTitle(title)).toBe(kind);
  });
});
