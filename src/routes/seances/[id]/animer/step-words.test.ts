import { describe, expect, it } from 'vitest';
import { agendaItem, EMPTY_PLAN } from '#core/agenda/plan.ts';
import { minutes } from '#core/time/instant.ts';
import words from '#i18n/fr/console.ts';
import { stepInList, stepWords } from './step-words.ts';

const PLAN = { ...EMPTY_PLAN, items: [agendaItem({ id: 'partenaires', title: 'Partenaires' })] };
const step = (type: Parameters<typeof stepWords>[0]['type'], more = {}) => ({
  type,
  minutes: null,
  itemId: null,
  automatic: false,
  ...more,
});
const said = (it: ReturnType<typeof step>) => stepWords(it, PLAN, words.undo).replaceAll('\u00a0', ' ');
const listed = (it: ReturnType<typeof step>) => stepInList(it, PLAN, words.undo).replaceAll('\u00a0', ' ');

describe('a step in words', () => {
  it('names the point it went to, and says when nobody did it', () => {
    expect(said(step('run/moved', { itemId: 'partenaires' }))).toBe('passage à « Partenaires »');
    expect(said(step('run/moved', { itemId: 'partenaires', automatic: true }))).toBe(
      'passage automatique à « Partenaires »',
    );
  });
  it('does without a point that was taken out of the plan', () => {
    expect(said(step('run/moved', { itemId: 'parti' }))).toBe('changement de point');
  });
  it('says minutes with their sign', () => {
    expect(said(step('run/extended', { minutes: minutes(-5) }))).toBe('− 5 min');
    expect(said(step('run/redistributed', { minutes: minutes(10) }))).toBe('rattrapage de 10 min');
    expect(said(step('run/redistributed', { minutes: minutes(-10) }))).toBe('10 min données aux points');
  });
  it('says in a list at which point it was', () => {
    expect(listed(step('run/extended', { minutes: minutes(5), itemId: 'partenaires' }))).toBe(
      '+ 5 min, « Partenaires »',
    );
    expect(listed(step('run/suspended'))).toBe('suspension');
  });
});
