import { describe, expect, test } from 'vitest';
import type { DomainEvent } from '../events/event-types.ts';
import { instant } from '../time/instant.ts';
import type { PresentationCommand, RoundCommand } from './decide-round.ts';
import { decidePresentation, decideRound } from './decide-round.ts';
import { foldPresentations } from './fold-presentations.ts';
import { foldRound } from './fold-round.ts';
import { nextInRound } from './next-in-round.ts';
import type { Presentation, Round } from './round.ts';

const attendance = ['ana', 'yann', 'maelle'];
const by = (actor: string) => ({ now: instant(1000), actor, newId: () => 'event' });
const stored = (event: object): DomainEvent =>
  ({ ...event, stream: 'sitting:s', seq: 1 }) as unknown as DomainEvent;

const eventsOf = (round: Round | null, command: RoundCommand) => {
  const decided = decideRound({ round, attendance }, command, by('animateur'));
  return decided.ok ? decided.value : decided.error.code;
};
const after = (round: Round | null, ...commands: readonly RoundCommand[]): Round | null =>
  commands.reduce((present, command) => {
    const events = eventsOf(present, command);
    return typeof events === 'string' ? present : events.map(stored).reduce(foldRound, present);
  }, round);

const open = (roundId: string): RoundCommand => ({ type: 'round/open', roundId });
const turn = (personId: string, roundId = 'r1'): RoundCommand => ({ type: 'round/turn', roundId, personId });
const close = (roundId: string): RoundCommand => ({ type: 'round/close', roundId });

describe('the tour de table', () => {
  test('[TT1] one goes on at a time', () => {
    const going = after(null, open('r1'));
    expect(eventsOf(going, open('r1'))).toEqual([]);
    expect(eventsOf(going, open('r2'))).toBe('round/going-on');
    expect(after(going, close('r1'), open('r2'))).toMatchObject({ id: 'r2', done: [], closed: false });
  });

  test('[TT2] a turn goes to somebody on the list, in any order, and again', () => {
    const going = after(null, open('r1'), turn('maelle'), turn('ana'));
    expect(going).toMatchObject({ personId: 'ana', done: ['maelle'] });
    expect(eventsOf(going, turn('ana'))).toEqual([]);
    expect(eventsOf(going, turn('nobody'))).toBe('person/unknown');
    expect(after(going, turn('maelle'))).toMatchObject({ personId: 'maelle', done: ['ana'] });
  });

  test('[TT3] the next one, those passed over, then nobody', () => {
    const going = after(null, open('r1'));
    const next = (round: Round | null): string | null => round && nextInRound(round, attendance);
    expect(next(going)).toBe('ana');
    const second = after(going, turn('yann'));
    expect(next(second)).toBe('maelle');
    const third = after(second, turn('maelle'));
    expect(next(third)).toBe('ana');
    expect(next(after(third, turn('ana')))).toBeNull();
  });

  test('[TT4] closed or unknown, it takes no turn', () => {
    const closed = after(null, open('r1'), turn('ana'), close('r1'));
    expect(closed).toMatchObject({ personId: null, done: ['ana'], closed: true });
    expect(eventsOf(closed, turn('yann'))).toBe('round/unknown');
    expect(eventsOf(closed, close('r1'))).toEqual([]);
    expect(eventsOf(null, close('r1'))).toBe('round/unknown');
    expect(eventsOf(closed, turn('yann', 'r9'))).toBe('round/unknown');
  });
});

type Presentations = ReadonlyMap<string, Presentation>;
const presented = (all: Presentations, command: PresentationCommand, actor: string) => {
  const decided = decidePresentation(all, command, by(actor));
  return decided.ok ? decided.value : decided.error.code;
};
const afterWriting = (all: Presentations, command: PresentationCommand, actor: string): Presentations => {
  const events = presented(all, command, actor);
  return typeof events === 'string' ? all : events.map(stored).reduce(foldPresentations, all);
};
const write = (text: string, quotation = ''): PresentationCommand => ({
  type: 'presentation/write',
  personId: 'ana',
  quotation,
  text,
});

describe('a presentation', () => {
  const nothing: Presentations = new Map();

  test('[TT5] one’s own is agreed, another’s is to confirm', () => {
    const mine = afterWriting(nothing, write('Vingt ans d’accueil.', 'Aller vers'), 'ana');
    expect(mine.get('ana')).toMatchObject({ quotation: 'Aller vers', agreed: true });
    expect(presented(mine, write('Vingt ans d’accueil.', 'Aller vers'), 'rapporteur')).toEqual([]);
    const theirs = afterWriting(mine, write('Trente ans.'), 'rapporteur');
    expect(theirs.get('ana')).toMatchObject({ text: 'Trente ans.', agreed: false });
  });

  test('[TT6] agreed on the phone, by the same words, or on paper, once', () => {
    const theirs = afterWriting(nothing, write('Trente ans.'), 'rapporteur');
    const agree = { type: 'presentation/agree', personId: 'ana' } as const;
    const onPaper = { type: 'presentation/agree-on-paper', personId: 'ana' } as const;
    expect(presented(nothing, agree, 'ana')).toBe('person/unknown');
    expect(presented(theirs, onPaper, 'organiser')).toMatchObject([{ payload: { on: 'paper' } }]);
    const agreed = afterWriting(theirs, agree, 'ana');
    expect(agreed.get('ana')?.agreed).toBe(true);
    expect(presented(agreed, agree, 'ana')).toEqual([]);
    expect(afterWriting(theirs, write('Trente ans.'), 'ana').get('ana')?.agreed).toBe(true);
  });
});
