/** Sittings and the programme as calendars. */
import type { Programme, SharedTime } from '#core/programme/programme.ts';
import type { Refused, Ok } from '#core/result.ts';
import { ok, refused } from '#core/result.ts';
import { formatDuration, formatTimeOfDay } from '#core/time/formats.ts';
import { after, durationOf } from '#core/time/instant.ts';
import type { Instant } from '#core/time/instant.ts';
import type { AgendaItem } from '../plan.ts';
import type { AgendaSheet } from './agenda-sheet.ts';
import { onOneLine } from './agenda-sheet.ts';
import type { CalendarEvent } from './icalendar.ts';
import { icalendarOf } from './icalendar.ts';

/** A sitting with its agenda, as a calendar takes it. */
export type DatedSheet = {
  readonly sittingId: string;
  readonly start: Instant | null;
  readonly sheet: AgendaSheet;
};

/** One appointment for the whole sitting with its points in the description, or one for each point. */
export type CalendarGrain = 'sitting' | 'points';

/** The sittings as one calendar; refused when none of them has a start. */
export const agendaCalendar = (
  sittings: readonly DatedSheet[],
  grain: CalendarGrain,
  name: string,
  stamp: Instant,
): Ok<string> | Refused<'agenda/no-start'> => {
  const events = sittings.flatMap(({ sittingId, start, sheet }) => {
    if (start === null) return [];
    return grain === 'sitting' ? [sittingEvent(sittingId, start, sheet)] : pointEvents(sittingId, sheet);
  });
  return sittings.every(({ start }) => start === null)
    ? refused('agenda/no-start')
    : ok(icalendarOf(events, name, stamp));
};

/** The day as one calendar: the shared times, then the sittings that have a start. */
export const programmeCalendar = (
  programme: Programme,
  sittings: readonly DatedSheet[],
  name: string,
  stamp: Instant,
): Ok<string> | Refused<'agenda/no-start'> => {
  const events = [
    ...programme.times.map((time) => sharedTimeEvent(time, programme.speakers[time.id] ?? '')),
    ...sittings.flatMap(({ sittingId, start, sheet }) =>
      start === null ? [] : [sittingEvent(sittingId, start, sheet)],
    ),
  ];
  return events.length === 0 ? refused('agenda/no-start') : ok(icalendarOf(events, name, stamp));
};

const sharedTimeEvent = (time: SharedTime, speakers: string): CalendarEvent => ({
  uid: time.id,
  start: time.start,
  end: time.end,
  summary: onOneLine(time.title),
  location: onOneLine(time.place),
  description: onOneLine(speakers),
});

/** The last planned end, or without any the start and the sum of the minutes. */
const endOf = (start: Instant, { items, times }: AgendaSheet): Instant | null => {
  if (items.length === 0) return null;
  const lastEnd = items.map(({ id }) => times.get(id)?.end).findLast((end) => end !== undefined);
  return lastEnd ?? items.reduce((end, item) => after(end, durationOf(item.plannedMinutes)), start);
};

const sittingEvent = (sittingId: string, start: Instant, sheet: AgendaSheet): CalendarEvent => ({
  uid: sittingId,
  start,
  end: endOf(start, sheet),
  summary: onOneLine(sheet.title),
  location: onOneLine(sheet.place),
  description: sheet.items.map((item) => pointLines(item, sheet)).join('\n'),
});

const pointLines = (item: AgendaItem, sheet: AgendaSheet): string => {
  const times = sheet.times.get(item.id);
  const at = times === undefined ? '' : `${formatTimeOfDay(times.start, sheet.zone, sheet.language)} – `;
  return [
    `${at}${onOneLine(item.title)} (${formatDuration(item.plannedMinutes)})`,
    ...questionLines(item),
  ].join('\n');
};

const questionLines = (item: AgendaItem): readonly string[] =>
  item.questions.map(({ text }) => `• ${onOneLine(text)}`);

const pointEvents = (sittingId: string, sheet: AgendaSheet): readonly CalendarEvent[] =>
  sheet.items.flatMap((item) => {
    const times = sheet.times.get(item.id);
    if (times === undefined) return [];
    return [
      {
        uid: `${sittingId}-${item.id}`,
        ...times,
        summary: [onOneLine(item.title), onOneLine(sheet.title)].filter((text) => text !== '').join(' – '),
        location: onOneLine(sheet.place),
        description: [...item.context.map(onOneLine), ...questionLines(item)].join('\n'),
      },
    ];
  });
