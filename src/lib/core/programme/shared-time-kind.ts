/** What a shared time is, from its title. */
import type { SharedTimeKind } from './programme.ts';

const KINDS: readonly (readonly [SharedTimeKind, RegExp])[] = [
  [
    'welcome',
    /(?<!\p{L})(?:accueil|[ée]margement|petit[\s-]d[ée]jeuner|welcome|registration|arriv[ée]es?|arrivals?|check-in)(?!\p{L})/iu,
  ],
  [
    'opening',
    /(?<!\p{L})(?:ouverture|mots?\sd\s?['’]\s?accueil|mots?\sde\sbienvenue|allocutions?|discours|lancement|opening|introduction|launch)(?!\p{L})/iu,
  ],
  [
    'plenary',
    /(?<!\p{L})(?:(?:s[ée]ances?\s)?pl[ée]ni[èe]res?|plenary|plenaries|restitutions?|conf[ée]rences?|tables?\srondes?|keynote|assembl[ée]e|assembly|report(?:ing)?[\s-]back|panel|synth[èe]ses?)(?!\p{L})/iu,
  ],
  [
    'meal',
    /(?<!\p{L})(?<!petit[\s-])(?:d[ée]jeuner|repas|lunch|d[îi]ner|dinner|buffet|cocktail|ap[ée]ritif)(?!\p{L})/iu,
  ],
  [
    'break',
    /(?<!\p{L})(?:pauses?|breaks?|coffee|intermission)(?!\p{L})|^(?:caf[ée]|tea|th[ée])(?!\p{L}\sd)/iu,
  ],
  [
    'closing',
    /(?<!\p{L})(?:cl[ôo]ture|conclusions?|closing|wrap[\s-]?up|mots?\sde\s(?:la\s)?fin)(?!\p{L})/iu,
  ],
];

/** The kind a title tells of: the sign that comes first, and a meal rather than its pause; without a sign, other. */
export const kindOfSharedTime = (title: string): SharedTimeKind => {
  const found = KINDS.flatMap(([kind, sign]) => {
    const at = title.search(sign);
    return at < 0 ? [] : [{ kind, at }];
  }).toSorted((one, other) => one.at - other.at);
  const first = found[0]?.kind ?? 'other';
  return first === 'break' && found.some(({ kind }) => kind === 'meal') ? 'meal' : first;
};
