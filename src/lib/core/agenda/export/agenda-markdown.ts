/** An agenda as Markdown: read on paper by people, and read back exactly by `readAgendaMarkdown`. */
import { inlineMarkdown, lineMarkdown } from '#core/actes/markdown-inline.ts';
import type { Inline } from '#core/actes/rich-text.ts';
import { formatDay, formatDuration, formatTimeOfDay } from '#core/time/formats.ts';
import { minutes } from '#core/time/instant.ts';
import type { AgendaItem } from '../plan.ts';
import type { AgendaLabels, AgendaSheet } from './agenda-sheet.ts';
import { onOneLine, shownLines } from './agenda-sheet.ts';

/** The agenda as one text; lines end with `\n`, the title is the only heading of level 1. */
export const agendaMarkdown = (sheet: AgendaSheet, labels: AgendaLabels): string =>
  `${[
    `# ${headingWords(sheet.title)}`.trimEnd(),
    factsOf(sheet, labels).join('\\\n'),
    ...sheet.items.map((item, index) => pointMarkdown(item, index + 1, sheet, labels)),
  ]
    .filter((block) => block !== '')
    .join('\n\n')}\n`;

/** The words of a heading are not at its line's start; a `#` at its end belongs to them. */
const headingWords = (text: string): string =>
  inlineMarkdown([{ type: 'text', text: onOneLine(text) }], ' ').replace(/(?<!\\)#$/u, '\\#');

const factsOf = (sheet: AgendaSheet, labels: AgendaLabels): readonly string[] => {
  const total = sheet.items.reduce((sum, item) => sum + item.plannedMinutes, 0);
  const facts: readonly (readonly [string, string])[] = [
    [labels.theme, onOneLine(sheet.theme)],
    [labels.day, formatDay(sheet.day, sheet.language)],
    [labels.place, onOneLine(sheet.place)],
    [labels.total, total === 0 ? '' : formatDuration(minutes(total))],
  ];
  return facts
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `**${label}${labels.colon}** ${lineMarkdown(value)}`);
};

const pointMarkdown = (
  item: AgendaItem,
  number: number,
  sheet: AgendaSheet,
  labels: AgendaLabels,
): string => {
  const asked = item.questions.map(({ text }) => onOneLine(text)).filter((text) => text !== '');
  return [
    `## ${number}. ${headingWords(item.title)}${labels.colon} ${formatDuration(item.plannedMinutes)}`,
    pointFacts(item, sheet, labels),
    ...item.context.map(paragraph),
    asked.length === 0
      ? ''
      : [`**${labels.questions}**\n`, ...asked.map((text) => `- ${lineMarkdown(text)}`)].join('\n'),
    sheet.withAnimateurNotes ? notesMarkdown(item.animateurNotes, labels) : '',
  ]
    .filter((block) => block !== '')
    .join('\n\n');
};

const pointFacts = (item: AgendaItem, sheet: AgendaSheet, labels: AgendaLabels): string => {
  const times = sheet.times.get(item.id);
  const facts = [
    ...(times === undefined
      ? []
      : [
          [times.start, times.end]
            .map((moment) => formatTimeOfDay(moment, sheet.zone, sheet.language))
            .join(' – '),
        ]),
    ...(item.kind === 'discussion' ? [] : [labels.kind[item.kind]]),
    ...(item.protected ? [labels.protected] : []),
    ...(item.floorMinutes === null ? [] : [labels.floor(formatDuration(item.floorMinutes))]),
  ];
  return facts.length === 0 ? '' : `_${facts.join(' · ')}_`;
};

const brokenLines = (lines: readonly string[]): readonly Inline[] =>
  lines.flatMap((text, index): Inline[] => [
    ...(index > 0 ? [{ type: 'break' } as const] : []),
    { type: 'text', text },
  ]);

const paragraph = (text: string): string => inlineMarkdown(brokenLines(shownLines(text)));

const notesMarkdown = (notes: string, labels: AgendaLabels): string => {
  const words = paragraph(notes);
  if (words === '') return '';
  return [`**${labels.animateurNotes}**\\`, ...words.split('\n')].map((line) => `> ${line}`).join('\n');
};
