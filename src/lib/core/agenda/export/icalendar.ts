/** Calendar files (RFC 5545): what the calendar of a phone or an office reads. */
import type { Instant } from '#core/time/instant.ts';

/** An appointment; `uid` stays the same from export to export, so that a second one replaces the first. */
export type CalendarEvent = {
  readonly uid: string;
  readonly start: Instant;
  /** null when nobody knows how long it lasts. */
  readonly end: Instant | null;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
};

const MOST_OCTETS = 75;

/** The events as one calendar; `stamp` is the moment of the export. Times are UTC, lines end in CRLF. */
export const icalendarOf = (events: readonly CalendarEvent[], name: string, stamp: Instant): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Pleniere//Agenda//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...textLine('X-WR-CALNAME', name),
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${event.uid}@pleniere`,
      `DTSTAMP:${utc(stamp)}`,
      `DTSTART:${utc(event.start)}`,
      ...(event.end === null || event.end <= event.start ? [] : [`DTEND:${utc(event.end)}`]),
      ...textLine('SUMMARY', event.summary),
      ...textLine('LOCATION', event.location),
      ...textLine('DESCRIPTION', event.description),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');

/** `20261126T080000Z` */
const utc = (moment: Instant): string =>
  new Date(moment)
    .toISOString()
    .replace(/\.\d{3}/u, '')
    .replace(/[-:]/gu, '');

const textLine = (name: string, text: string): readonly string[] => {
  const escaped = escapedText(text);
  return escaped === '' ? [] : [`${name}:${escaped}`];
};

const escapedText = (text: string): string =>
  text
    .replace(/\r\n|[\r\u2028\u2029]/gu, '\n')
    .replace(/(?!\n)[\p{Cc}\ufffe\uffff]/gu, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim()
    .replace(/[\\;,]/gu, '\\$&')
    .replaceAll('\n', '\\n');

const octetsOf = (character: string): number => {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
};

/** No line is longer than 75 octets, and no character is cut; a line that goes on begins with a space. */
const folded = (line: string): string => {
  let result = '';
  let octets = 0;
  for (const character of line) {
    const length = octetsOf(character);
    if (octets + length > MOST_OCTETS) {
      result += '\r\n ';
      octets = 1;
    }
    result += character;
    octets += length;
  }
  return result;
};
