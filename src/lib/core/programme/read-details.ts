/** Takes places and speakers off the title of a shared time or an atelier. */
import { trimTitle } from '../agenda/take-duration.ts';

const PLACE_WORD = String.raw`(?:(?:grande\s|petite\s|main\s)?salles?|amphith[ée][âa]tre|amphi|auditorium|(?:grand\s|main\s)?hall|gymnase|r[ée]fectoire|restaurant|caf[ée]t[ée]ria|cantine|canteen|foyer|lobby|parvis|b[âa]timent|building|room|theatre)`;
const IN_PLACE = String.raw`(?:(?:en|dans|à|au|aux|in|at)\s(?:la\s|le\s|l\s?['’]\s?|the\s)?)?`;
const PLACE_ALONE = new RegExp(
  String.raw`^(?:(?:lieu|salle|place|room|where|o[ùu])\s?:\s?)?(?<place>${IN_PLACE}${PLACE_WORD}(?!\p{L})[^()]{0,80})$`,
  'iu',
);
const PLACE_LABEL = /^(?:lieu|salle|place|room|venue)\s?:\s?(?<place>\S.{0,120})$/iu;
const PLACE_AFTER = new RegExp(
  String.raw`(?:\s?[–—|,;/-]\s?|\t|\s(?=(?:en|dans|au|à|in|at)\s))(?<place>${IN_PLACE}${PLACE_WORD}(?!\p{L})[^–—|,;()]{0,60})$`,
  'iu',
);
const NUMBERED_ROOM = /(?:^|[–—|,;-]\s?)(?<place>(?:[\p{Lu}\d]\w{0,12}\s)room)$/u;

const CIVILITY = String.raw`(?:MM?\.|Mmes?|Mlles?|Mr|Mrs|Ms|Dr|Pr|Prof\.?|Me|Monsieur|Madame|Messieurs|Mesdames)`;
const PERSON = String.raw`(?:${CIVILITY}\s\p{Lu}|(?:le|la|the)\s(?:Dr|Pr|pr[ée]sidente?|directeur|directrice|maire|chair|mayor)|\p{Lu}[\p{L}'’.-]*\s\p{Lu})`;
const SPEAKERS_LABEL =
  /^(?:intervenant(?:e|s|es)?|intervention|animation|animateur(?:s)?|animatrice(?:s)?|anim[ée]e?\spar|orateurs?|oratrices?|rapporteurs?|rapporteure?s?|mod[ée]rat(?:eur|rice)s?|pr[ée]sent[ée]e?\spar|avec|par|speakers?|facilitators?|moderators?|led\sby|hosted\sby|chair|with|by)\s?:\s?(?<who>\S.*)$/iu;
const SPEAKERS_ALONE = new RegExp(
  String.raw`^(?:(?:anim[ée]e?s?\s|pr[ée]sent[ée]e?s?\s|led\s|hosted\s)?(?:par|by|avec|with)\s)?(?<who>${CIVILITY}\s\p{Lu}.*)$`,
  'u',
);
const SPEAKERS_AFTER = new RegExp(
  String.raw`(?:[\s,–—:-]{1,3}(?:anim[ée]e?s?\s|pr[ée]sent[ée]e?s?\s|led\s|hosted\s)?(?:par|by|avec|with)\s(?=${PERSON})|\s?[–—,:]\s(?=${CIVILITY}\s\p{Lu}))(?<who>.*)$`,
  'u',
);

/** What a text says of place and speakers, and what is left of it; '' where it says nothing. */
export type Details = { readonly title: string; readonly place: string; readonly speakers: string };

const LONGEST = 400;
const tidy = (text: string): string => text.replace(/[\s.,;:–—-]+$/u, '').trim();

const placeOf = (text: string): string | null => {
  const found =
    PLACE_ALONE.exec(text) ??
    PLACE_LABEL.exec(text) ??
    (NUMBERED_ROOM.exec(text)?.index === 0 ? NUMBERED_ROOM.exec(text) : null);
  return found?.groups?.place === undefined ? null : tidy(found.groups.place);
};
const speakersOf = (text: string): string | null => {
  const found = SPEAKERS_LABEL.exec(text) ?? SPEAKERS_ALONE.exec(text);
  return found?.groups?.who === undefined ? null : tidy(found.groups.who);
};

/** Reads a line or title; what stands in brackets at its end is looked at first. */
export const readDetails = (text: string): Details => {
  let title = text.trim();
  let place = '';
  let speakers = '';
  if (title.length > LONGEST) return { title, place, speakers };
  const take = (piece: string): boolean => {
    const where = place === '' ? placeOf(piece) : null;
    const who = where === null && speakers === '' ? speakersOf(piece) : null;
    if (where !== null) place = where;
    if (who !== null) speakers = who;
    return where !== null || who !== null;
  };
  for (let pass = 0; pass < 3; pass += 1) {
    if (title !== '' && take(title)) {
      title = '';
      break;
    }
    const bracket = /\s?\((?<inner>[^()]{1,200})\)\s?[.;:]?$/u.exec(title);
    const inner = bracket?.groups?.inner?.trim();
    if (bracket !== null && inner !== undefined) {
      const comma = inner.search(/[,;–]/u);
      const [first, second] =
        comma < 0 ? [inner, ''] : [inner.slice(0, comma).trim(), inner.slice(comma + 1).trim()];
      const both = second !== '' && place === '' && placeOf(first) !== null && speakersOf(second) !== null;
      if (both && speakers === '') {
        take(first);
        take(second);
        title = title.slice(0, bracket.index).trim();
      } else if (take(inner)) title = title.slice(0, bracket.index).trim();
    }
    const where = place === '' ? PLACE_AFTER.exec(title) : null;
    if (where?.groups?.place !== undefined && where.index > 0) {
      place = tidy(where.groups.place);
      title = title.slice(0, where.index).trim();
    }
    const who = speakers === '' ? SPEAKERS_AFTER.exec(title) : null;
    if (who?.groups?.who !== undefined && who.index > 0) {
      speakers = tidy(who.groups.who);
      title = title.slice(0, who.index).trim();
    }
  }
  // A place may stand behind the speakers: « par Mme Roy, directrice (salle B) ».
  if (speakers !== '' && place === '') {
    const inner = /^(?<who>[^()]*)\((?<inner>[^()]{1,200})\)$/u.exec(speakers);
    const found = inner?.groups?.inner === undefined ? null : placeOf(inner.groups.inner.trim());
    if (found !== null) {
      place = found;
      speakers = tidy(inner?.groups?.who ?? '');
    }
  }
  return { title: trimTitle(title), place, speakers };
};
