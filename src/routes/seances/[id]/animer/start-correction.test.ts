import { describe, expect, it } from 'vitest';
import { instant } from '#core/time/instant.ts';
import { correctedStart } from './start-correction.ts';

const at = (written: string) => instant(Date.parse(written));
const ROOM = {
  startedAt: at('2026-11-26T09:12:00+01:00'),
  firstChange: at('2026-11-26T10:00:00+01:00'),
  now: at('2026-11-26T10:30:00+01:00'),
  zone: 'Europe/Paris',
};

describe('a corrected start', () => {
  it('is read in the zone, on the day of the start', () => {
    expect(correctedStart('09:05', ROOM)).toEqual({
      ok: true,
      startedAt: at('2026-11-26T09:05:00+01:00'),
      yesterday: false,
    });
  });
  it('is no time when it is none', () => {
    expect(correctedStart('', ROOM)).toEqual({ ok: false, reason: 'wrong' });
    expect(correctedStart('25:00', ROOM)).toEqual({ ok: false, reason: 'wrong' });
  });
  it('is not in the future, nor after the first change', () => {
    expect(correctedStart('11:00', ROOM)).toEqual({ ok: false, reason: 'future' });
    expect(correctedStart('10:15', ROOM)).toEqual({ ok: false, reason: 'after-move' });
    expect(correctedStart('10:15', { ...ROOM, firstChange: null })).toMatchObject({ ok: true });
  });
  it('may lie on the day before, when the start was just after midnight', () => {
    const night = { ...ROOM, startedAt: at('2026-11-26T00:05:00+01:00'), firstChange: null };
    expect(correctedStart('23:50', night)).toEqual({
      ok: true,
      startedAt: at('2026-11-25T23:50:00+01:00'),
      yesterday: true,
    });
  });
  it('is yesterday evening only when that is at most twelve hours ago, and says so', () => {
    expect(correctedStart('23:00', ROOM)).toEqual({
      ok: true,
      startedAt: at('2026-11-25T23:00:00+01:00'),
      yesterday: true,
    });
    expect(correctedStart('22:00', ROOM)).toEqual({ ok: false, reason: 'future' });
  });
  it('stays on the day of a start that lies nights ago', () => {
    const second = { ...ROOM, startedAt: at('2026-11-24T09:12:00+01:00'), firstChange: null };
    expect(correctedStart('11:00', second)).toEqual({
      ok: true,
      startedAt: at('2026-11-24T11:00:00+01:00'),
      yesterday: false,
    });
  });
  it('may go past midnight towards now without a question', () => {
    const night = {
      ...ROOM,
      startedAt: at('2026-11-25T23:55:00+01:00'),
      firstChange: null,
      now: at('2026-11-26T00:30:00+01:00'),
    };
    expect(correctedStart('00:05', night)).toEqual({
      ok: true,
      startedAt: at('2026-11-26T00:05:00+01:00'),
      yesterday: false,
    });
  });
});
