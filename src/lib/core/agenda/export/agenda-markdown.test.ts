import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { instant, minutes } from '#core/time/instant.ts';
import { parseAgenda } from '../parse-agenda.ts';
import { AGENDA_ITEM_KINDS, agendaItem } from '../plan.ts';
import type { AgendaItem } from '../plan.ts';
import { agendaMarkdown } from './agenda-markdown.ts';
import { onOneLine, shownLines } from './agenda-sheet.ts';
import { LABELS, SHEET } from './labels.test-support.ts';
import { readAgendaMarkdown } from './read-agenda-markdown.ts';

const item = agendaItem({
  id: 'item-1',
  title: 'Qui vient au jardin',
  kind: 'round',
  plannedMinutes: minutes(90),
  protected: true,
  floorMinutes: minutes(45),
  context: ['Les parcelles sont prises.', 'Deux lignes\nqui se suivent'],
  questions: [
    { id: 'q1', text: 'Qui cultive ?' },
    { id: 'q2', text: 'Les outils' },
  ],
  animateurNotes: 'Commencer par la gauche.\nGarder du temps.',
});

describe('an agenda as Markdown', () => {
  it('[EX1] reads as a page', () => {
    const times = new Map([
      ['item-1', { start: instant(Date.UTC(2026, 10, 26, 8)), end: instant(Date.UTC(2026, 10, 26, 9, 30)) }],
    ]);
    const text = agendaMarkdown(
      { ...SHEET, items: [item, agendaItem({ id: 'item-2', title: 'Suite' })], times },
      LABELS.fr,
    );
    expect(text.replaceAll('\u00a0', '~')).toBe(
      [
        '# Jardins partagés',
        '',
        '**Thème~:** Cultiver ensemble\\',
        '**Date~:** 26~novembre~2026\\',
        '**Lieu~:** Salle Ouessant, Vannes\\',
        '**Durée totale~:** 2~h',
        '',
        '## 1. Qui vient au jardin~: 1~h~30',
        '',
        '_9~h – 10~h~30 · tour de table · protégé · au moins 45~min_',
        '',
        'Les parcelles sont prises.',
        '',
        'Deux lignes\\',
        'qui se suivent',
        '',
        '**Questions**',
        '',
        '- Qui cultive ?',
        '- Les outils',
        '',
        '## 2. Suite~: ½~h',
        '',
      ].join('\n'),
    );
  });

  it('[EX2] holds the animateur’s notes only when asked', () => {
    const sheet = { ...SHEET, items: [item] };
    expect(agendaMarkdown(sheet, LABELS.fr)).not.toContain('gauche');
    const text = agendaMarkdown({ ...sheet, withAnimateurNotes: true }, LABELS.fr);
    expect(text).toContain(
      '> **Notes pour l’animateur**\\\n> Commencer par la gauche.\\\n> Garder du temps.\n',
    );
    expect(readAgendaMarkdown(text)?.items[0]?.animateurNotes).toBe(item.animateurNotes);
  });

  it('[EX3] the whole of it is read back', () => {
    const agenda = parseAgenda(agendaMarkdown({ ...SHEET, items: [item] }, LABELS.fr));
    expect(agenda).toMatchObject({
      title: 'Jardins partagés',
      theme: 'Cultiver ensemble',
      date: '2026-11-26',
      declaredMinutes: 90,
      warnings: [],
      items: [
        {
          title: 'Qui vient au jardin',
          kind: 'round',
          minutes: 90,
          protected: true,
          questions: ['Qui cultive ?', 'Les outils'],
          context: item.context,
        },
      ],
    });
    expect(agenda.notUnderstood.map(({ reason }) => reason)).toEqual(['agenda/before-first-item']);
  });

  it('[EX4] a copy that came back with other line ends, a BOM and plain spaces is the same', () => {
    const text = agendaMarkdown({ ...SHEET, items: [item] }, LABELS.fr);
    const back = parseAgenda(`\ufeff${text.replaceAll('\n', '\r\n').replaceAll('\u00a0', ' ')}`);
    expect(back).toEqual(parseAgenda(text));
  });

  it('[EX5] a text that departs from it is read as any other', () => {
    const text = agendaMarkdown({ ...SHEET, items: [item] }, LABELS.fr);
    expect(readAgendaMarkdown(`${text}\n| a | b |\n`)).toBeNull();
    expect(readAgendaMarkdown(text.replace('tour de table', 'en cercle'))).toBeNull();
    expect(readAgendaMarkdown('## 1. Bilan : 20 min\n\n- Un détail\n')).toBeNull();
    expect(parseAgenda(text.replace('tour de table', 'en cercle')).items[0]?.minutes).toBe(90);
  });
});

const TRAPS = [
  '1986. Une année',
  '# x',
  '- x',
  '1) y',
  'a_b_c',
  '_c_',
  '&amp;',
  '&nbsp;',
  '**gras**',
  '`code`',
  '[lien](http://a.fr/b_c)',
  'voir https://exemple.fr/a_b*c.',
  'www.exemple.fr',
  '<script>alert(1)</script>',
  'a | b',
  '\\',
  'fin #',
  '---',
  '===',
  '> cité',
  '~~~',
  '+ plus',
  'Bilan : 20 min',
  '## 3. Faux point : 5 min',
  '**Questions**',
  '_vote_',
  'de 9h à 10h',
  '½ h',
  'à bientôt 👩‍🌾',
  '  deux  blancs ',
  'CR\r\nLF',
  '\u2028',
  '\ud800',
  '\u0007',
  'jeudi 26 novembre 2026',
];
const words = fc
  .array(fc.oneof(fc.constantFrom(...TRAPS), fc.string({ unit: 'binary', maxLength: 12 }), fc.string()), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(' '))
  .filter((text) => onOneLine(text) !== '');
const agendaItems = fc.array(
  fc.record({
    title: words,
    kind: fc.constantFrom(...AGENDA_ITEM_KINDS),
    plannedMinutes: fc.integer({ min: 1, max: 1440 }).map(minutes),
    protected: fc.boolean(),
    floorMinutes: fc.option(fc.integer({ min: 1, max: 1440 }).map(minutes)),
    context: fc.array(words, { maxLength: 3 }),
    questions: fc.array(
      words.map((text) => ({ id: 'q', text })),
      { maxLength: 3 },
    ),
    animateurNotes: fc.oneof(fc.constant(''), words),
  }),
  { minLength: 1, maxLength: 5 },
);

describe('[EX6] whatever the words are', () => {
  const run = (check: (items: readonly AgendaItem[], language: 'fr' | 'en', notes: boolean) => void): void =>
    fc.assert(
      fc.property(agendaItems, fc.constantFrom('fr', 'en'), fc.boolean(), (made, language, notes) =>
        check(
          made.map((it, index) => agendaItem({ id: `item-${index}`, ...it })),
          language,
          notes,
        ),
      ),
    );

  it('titles, minutes, kinds, questions and contexts come back as they were', () => {
    run((items, language, withAnimateurNotes) => {
      const text = agendaMarkdown({ ...SHEET, language, items, withAnimateurNotes }, LABELS[language]);
      const agenda = parseAgenda(text);
      expect(
        agenda.items.map(({ title, minutes: length, kind, protected: kept, questions, context }) => ({
          title,
          length,
          kind,
          kept,
          questions,
          context,
        })),
      ).toEqual(
        items.map((it) => ({
          title: onOneLine(it.title),
          length: it.plannedMinutes,
          kind: it.kind,
          kept: it.protected,
          questions: it.questions.map((question) => onOneLine(question.text)),
          context: it.context.map((one) => shownLines(one).join('\n')),
        })),
      );
      expect(agenda.date).toBe(SHEET.day);
      const read = readAgendaMarkdown(text);
      expect(read?.items.map(({ floorMinutes }) => floorMinutes ?? null)).toEqual(
        items.map(({ floorMinutes }) => floorMinutes),
      );
      expect(read?.items.map(({ animateurNotes }) => animateurNotes ?? '')).toEqual(
        items.map((it) => (withAnimateurNotes ? shownLines(it.animateurNotes).join('\n') : '')),
      );
    });
  });

  it('a Markdown reader sees one heading a point, and no markup of theirs', () => {
    run((items, language) => {
      const tokens = marked.lexer(agendaMarkdown({ ...SHEET, language, items }, LABELS[language]));
      expect(tokens.filter(({ type }) => type === 'heading')).toHaveLength(items.length + 1);
      const types = new Set(tokens.map(({ type }) => type));
      for (const never of ['code', 'html', 'table', 'hr', 'blockquote', 'def']) {
        expect(types).not.toContain(never);
      }
    });
  });
});
