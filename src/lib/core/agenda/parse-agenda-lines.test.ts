import { describe, expect, it } from 'vitest';
import { LONGEST_AGENDA_CHARACTERS, parseAgenda } from './parse-agenda.ts';
import type { ParsedAgenda } from './parse-agenda.ts';

const points = (text: string) => parseAgenda(text).items.map(({ title, minutes }) => [title, minutes]);
const codes = (agenda: ParsedAgenda) => agenda.warnings.map(({ code, line }) => [code, line]);
const missed = (agenda: ParsedAgenda) => agenda.notUnderstood.map(({ reason, line }) => [reason, line]);

describe('[IM23] a line cut by the edge of a page is one line', () => {
  it('a title goes on in small letters', () => {
    expect(
      points(
        '1- La vie des jardins partagés dans une ville qui grandit\net où la terre manque : 1 heure\n2- Suite : 5 min',
      ),
    ).toEqual([
      ['La vie des jardins partagés dans une ville qui grandit et où la terre manque', 60],
      ['Suite', 5],
    ]);
  });

  it('so does a question', () => {
    expect(
      parseAgenda(
        '1- Bilan : 20 min\nComment les familles et les aînés du quartier vivent-ils\nla fin de la saison ?',
      ).items,
    ).toMatchObject([
      { questions: ['Comment les familles et les aînés du quartier vivent-ils la fin de la saison ?'] },
    ]);
  });

  it('a mark may stand on the line before its title', () => {
    expect(points('1-\nBilan : 20 min\n2- 10 min\nSuite')).toEqual([
      ['Bilan', 20],
      ['Suite', 10],
    ]);
  });

  it('a mark without a title is pointed at', () => {
    expect(missed(parseAgenda('1- Bilan : 20 min\n2- 10 min'))).toEqual([['agenda/untitled', 2]]);
  });

  it('a title too long to be one ends with its first sentence, or with a word', () => {
    const long = 'La terre est basse et le jardinier est grand'.repeat(3);
    const [item] = parseAgenda(`1- ${long}. Le reste suit. Pour qui ?${' mot'.repeat(40)} (20 min)`).items;
    expect(item).toMatchObject({ title: `${long}.`, minutes: 20, questions: ['Pour qui ?'] });
    expect(item?.context[0]).toBe('Le reste suit.');
    const [words] = parseAgenda(`1- ${'mot '.repeat(100)}: 20 min`).items;
    expect(words?.title.length).toBeLessThanOrEqual(200);
    expect([words?.title, ...(words?.context ?? [])].join(' ').split(' ')).toHaveLength(100);
  });
});

describe('[IM24] what is not understood is listed with its line and reason', () => {
  it('above the points', () => {
    expect(parseAgenda('Réunion\nLieu : Dijon\n1- Bilan : 20 min').notUnderstood).toEqual([
      { line: 2, text: 'Lieu : Dijon', reason: 'agenda/before-first-item' },
    ]);
  });

  it('lines without words', () => {
    expect(missed(parseAgenda('Réunion\n=====\n1- Bilan : 20 min\n-----'))).toEqual([
      ['agenda/no-words', 2],
      ['agenda/no-words', 4],
    ]);
  });

  it('a text without points', () => {
    const agenda = parseAgenda('Réunion\nOn verra bien.\nMerci');
    expect([agenda.items, codes(agenda), missed(agenda)]).toEqual([
      [],
      [['agenda/no-item', 1]],
      [
        ['agenda/no-item', 2],
        ['agenda/no-item', 3],
      ],
    ]);
  });
});

describe('[IM25] what is no agenda is answered with a reason', () => {
  it.each([[''], [' \n\t\r\n'], ['\ufeff'], ['\u200b\n\u00a0']])('empty: %j', (text) => {
    expect(parseAgenda(text)).toEqual({
      items: [],
      notUnderstood: [],
      warnings: [{ code: 'agenda/empty', line: 1 }],
    });
  });

  it.each([
    ['%PDF-1.7\nsuite'],
    ['\u0000\u0001\u0002\u0003abc'],
    ['PK\u0003\u0004 mot'],
    ['\ufffdPNG\r\n\u001a\n'],
  ])('binary: %j', (text) => {
    const agenda = parseAgenda(text);
    expect([agenda.items, codes(agenda), missed(agenda)]).toEqual([
      [],
      [['agenda/binary', 1]],
      [['agenda/binary', 1]],
    ]);
  });

  it('a damaged line does not spoil the others', () => {
    const agenda = parseAgenda(
      `1- Bilan : 20 min\n${'Le contexte de ce point. '.repeat(8)}\n\u0000\u0001x\u0002\n2- Suite : 5 min`,
    );
    expect(agenda.items).toHaveLength(2);
    expect(missed(agenda)).toEqual([['agenda/binary', 3]]);
  });

  it('too long: read to the last whole line within the limit, the rest listed', () => {
    const line = '1- Bilan : 20 min\n';
    const fitting = Math.floor(LONGEST_AGENDA_CHARACTERS / line.length);
    const agenda = parseAgenda(line.repeat(fitting + 2) + 'fin');
    expect(agenda.items).toHaveLength(fitting);
    expect(codes(agenda)).toEqual([['agenda/too-long', fitting + 1]]);
    expect(agenda.notUnderstood).toEqual([
      { line: fitting + 1, text: `${line.repeat(2)}fin`, reason: 'agenda/too-long' },
    ]);
  });

  it('one line longer than the limit is cut there', () => {
    const agenda = parseAgenda('mot '.repeat(LONGEST_AGENDA_CHARACTERS));
    expect(missed(agenda)).toContainEqual(['agenda/too-long', 1]);
  });
});
