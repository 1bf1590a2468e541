/** The programme as it was planned: each day's times, what they held, and who spoke. */
import { dayIn } from '../agenda/days.ts';
import type { Seminar } from '../seminar/seminar.ts';
import { formatDay, formatTimeOfDay } from '../time/formats.ts';
import type { Instant } from '../time/instant.ts';
import type { ActesBlock } from './actes.ts';
import { atelierName } from './build-atelier.ts';
import type { Making } from './text-blocks.ts';
import { heading, textCell } from './text-blocks.ts';

type Row = {
  readonly start: Instant;
  readonly time: string;
  readonly what: string;
  readonly where: string;
  readonly speakers: string;
};

/** A table for each day, under its date when there are several; the ateliers stand where their sittings are planned to start. */
export function programmeBlocks({ material, labels, language }: Making): readonly ActesBlock[] {
  const { programme, sittings, ateliers, description } = material.seminar;
  const { zone } = description;
  const clock = (moment: Instant) => formatTimeOfDay(moment, zone, language);
  const shared = programme.times.map(({ id, title, place, start, end }): Row => ({
    ...{ start, time: start === end ? clock(start) : `${clock(start)} – ${clock(end)}` },
    ...{ what: title.trim(), where: place.trim(), speakers: programme.speakers[id]?.trim() ?? '' },
  }));
  const held = sittings.flatMap(({ atelierId, start, room, label }): Row[] => {
    const atelier = ateliers.find(({ id }) => id === atelierId);
    if (start === null || atelier === undefined || atelier.plenary) return [];
    const what = [atelierName(atelier, labels), label].filter((it) => it !== '').join(' – ');
    return [{ start, time: clock(start), what, where: room.trim(), speakers: '' }];
  });
  const rows = [...shared, ...held].toSorted((a, b) => a.start - b.start);
  const days = [...new Set(rows.map(({ start }) => dayIn(zone, start)))];
  const placed = placedAs(rows.some(({ what, where }) => where !== '' && ENDED.test(what)));
  const columns = rows.some(({ speakers }) => speakers !== '') ? 3 : 2;
  const { time, what, speakers } = labels.programme;
  return days.flatMap((day): ActesBlock[] => [
    ...(days.length === 1 ? [] : [heading(2, formatDay(day, language), false)]),
    {
      ...{ type: 'table', columns },
      rows: [
        [time, what, speakers].slice(0, columns).map((text) => textCell(text, true)),
        ...rows
          .filter(({ start }) => dayIn(zone, start) === day)
          .map((row) =>
            [row.time, placed(row), row.speakers].slice(0, columns).map((text) => textCell(text, false)),
          ),
      ],
    },
  ]);
}

const ENDED = /[.?!…:;,]$/u;

/** `Accueil, salle 1`; behind a sign that ends a title a comma would be one too many, so all places stand in brackets. */
const placedAs =
  (inBrackets: boolean) =>
  ({ what, where }: Row): string => {
    if (what === '' || where === '') return what + where;
    return inBrackets ? `${what} (${where})` : `${what}, ${where}`;
  };

/** The days, as ISO days, on which something is planned. */
export const plannedDays = ({ programme, sittings, description }: Seminar): readonly string[] =>
  [...programme.times, ...sittings].flatMap(({ start }) =>
    start === null ? [] : [dayIn(description.zone, start)],
  );
