/** What a point is, from its title. */
import type { AgendaItemKind } from './plan.ts';

const BREAK =
  /^(?:(?:petite|grande|courte)\s)?(?:pause|déjeuner|dejeuner|repas|collation|goûter|dîner|buffet|cocktail)(?!\p{L})/iu;
const SYNTHESIS = /(?<!\p{L})(?:synth[èe]ses?|restitutions?|restituer)(?!\p{L})/iu;
const VOTE = /(?<!\p{L})(?:votes?|mise\saux\svoix|scrutin)(?!\p{L})/iu;
const ROUND = /(?<!\p{L})tours?\sde\stable(?!\p{L})/iu;
const PRESENTATION =
  /(?<!\p{L})(?:pr[ée]sentations?|introduction|exposé)(?!\p{L})|^(?:mots?\sd['’]\s?)?(?:accueil|ouverture|expose)(?!\p{L})/iu;

const KINDS: readonly (readonly [AgendaItemKind, RegExp])[] = [
  ['break', BREAK],
  ['synthesis', SYNTHESIS],
  ['vote', VOTE],
  ['round', ROUND],
  ['presentation', PRESENTATION],
];

/** The kind a title tells of; without a sign, a discussion. */
export const kindOfTitle = (title: string): AgendaItemKind =>
  KINDS.find(([, sign]) => sign.test(title))?.[0] ?? 'discussion';
