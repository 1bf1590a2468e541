/** What a point is, from its title. */
import type { AgendaItemKind } from './plan.ts';

const BREAK =
  /^(?:(?:petite|grande|courte|short|long|coffee|tea|lunch|morning|afternoon|comfort)[\s-])?(?:pause|déjeuner|dejeuner|repas|collation|goûter|dîner|buffet|cocktail|break|lunch|dinner)(?!\p{L})|^(?:(?:café|coffee|tea|thé)(?:\s(?:pause|break))?|pause[\s-](?:café|déjeuner))$/iu;
const SYNTHESIS =
  /(?<!\p{L})(?:synth[èe]s[ei]s?|restitutions?|restituer|wrap[\s-]?up|report(?:ing)?[\s-]back|summary)(?!\p{L})/iu;
const VOTE = /(?<!\p{L})(?:votes?|mise\saux\svoix|scrutin|voting|ballot)(?!\p{L})/iu;
const ROUND =
  /(?<!\p{L})(?:tours?\sde\stable|tour\sde\sparole|go[\s-]round|introductions\sround|round\sof\sintroductions|tour\sof\sthe\s(?:table|room)|round(?:\sof\sthe\s(?:table|room)|$))(?!\p{L})/iu;
const PRESENTATION =
  /(?<!\p{L})(?:pr[ée]sentations?|introductions?|exposé|keynote)(?!\p{L})|^(?:mots?\sd['’]\s?)?(?:accueil|ouverture|expose|opening|welcome)(?!\p{L})/iu;

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
