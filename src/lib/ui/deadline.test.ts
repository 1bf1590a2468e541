import { describe, expect, it } from 'vitest';
import type { SharedTime } from '#core/programme/programme.ts';
import { duration, instant } from '#core/time/instant.ts';
import clock from '#i18n/fr/clock.ts';
import { deadlineOf, deadlineWords, marginWords, overruns } from './deadline.ts';

const at = (clock: string) => instant(Date.parse(`2026-11-26T${clock}:00Z`));
const minutes = (count: number) => duration(count * 60_000);
const PLENARY: SharedTime = {
  id: 'pleniere',
  kind: 'plenary',
  title: 'Plénière',
  place: '',
  start: at('11:45'),
  end: at('12:30'),
  atelierId: null,
};

const NOTHING = { deadline: null, estimatedEnd: null } as const;

describe('until when a room has', () => {
  it('is the shared time that begins then, with what is left before it', () => {
    const projection = {
      status: 'running',
      deadline: at('11:45'),
      estimatedEnd: at('11:41'),
    } as const;
    const deadline = deadlineOf(projection, [PLENARY]);
    expect(deadline).toEqual({ at: at('11:45'), title: 'Plénière', margin: minutes(4) });
    expect(deadline && deadlineWords(deadline, 'UTC', 'fr', clock)).toBe('Plénière à 11\u00a0h\u00a045');
  });
  it('is overrun by what the room would take of it', () => {
    const late = { status: 'running', deadline: at('11:45'), estimatedEnd: at('11:50') } as const;
    expect(deadlineOf(late, [PLENARY])?.margin).toBe(minutes(-5));
  });
  it('is the planned end when nothing shared begins then', () => {
    const projection = { ...NOTHING, status: 'not-started', deadline: at('12:00') } as const;
    const deadline = deadlineOf(projection, [PLENARY]);
    expect(deadline).toEqual({ at: at('12:00'), title: '', margin: null });
    expect(deadline && deadlineWords(deadline, 'UTC', 'fr', clock)).toBe('fin prévue à 12\u00a0h');
  });
  it('is told no more once the room has finished, nor where nothing is known', () => {
    const ended = { ...NOTHING, status: 'finished', deadline: at('12:00') } as const;
    expect(deadlineOf(ended, [])).toBeNull();
    expect(deadlineOf({ ...ended, status: 'running', deadline: null }, [])).toBeNull();
  });
  it('reads in whole minutes, as a lateness does', () => {
    const said = (count: number) => marginWords(minutes(count), clock).replaceAll('\u00a0', ' ');
    expect([4.9, 90, 0.5, 0, -0.5, -1, -6.9, -75].map(said)).toEqual([
      'marge 4 min',
      'marge 1 h 30',
      'sans marge',
      'sans marge',
      'sans marge',
      'déborde de 1 min',
      'déborde de 6 min',
      'déborde de 1 h 15',
    ]);
    expect(marginWords(null, clock)).toBe('');
    const overrunBy = (count: number) => overruns({ at: at('12:00'), title: '', margin: minutes(count) });
    expect([-4.9, -5, 5].map(overrunBy)).toEqual([false, true, false]);
    expect(overruns(null)).toBe(false);
  });
});
