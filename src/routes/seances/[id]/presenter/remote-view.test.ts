import { expect, test } from 'vitest';
import type { Block } from '#core/actes/rich-text.ts';
import type { Slide } from '#core/restitution/restitution.ts';
import fr from '#i18n/fr.ts';
import type { SideBySideView } from '#protocol/views.ts';
import { mayTurn, notesAt, slideLine } from './remote-view.ts';

const paragraph = (text: string): Block => ({
  ...{ type: 'paragraph', sources: [], content: [{ type: 'text', text }] },
});
const idea = (heading: string, ...texts: readonly string[]): Slide => ({
  ...{ type: 'idea', heading, content: texts.map(paragraph) },
});
const line = (slide: Slide): string => slideLine(slide, fr.restitution);

test('each slide in a line', () => {
  expect(line({ type: 'title', title: 'Accueillir' })).toBe('Accueillir');
  expect(line(idea('Le samedi', 'Ouvrir.', 'Dire.'))).toBe('Le samedi — Ouvrir. Dire.');
  expect(line(idea('Le samedi'))).toBe('Le samedi');
  expect(line(idea('Le samedi', '– ouvrir ;'))).toBe('Le samedi — ouvrir ;');
  const content = [paragraph('Ouvrir.')];
  expect(line({ type: 'quotation', heading: 'Un', content, attribution: 'Inès' })).toBe('« Ouvrir. »');
  const marked = [paragraph('« Ouvrir. »')];
  expect(line({ type: 'quotation', heading: 'Un', content: marked, attribution: '' })).toBe('« Ouvrir. »');
  expect(line({ type: 'proposal', heading: 'Un', kind: 'decision', content })).toBe('Décision : Ouvrir.');
  expect(line({ type: 'page', heading: '', content, screens: 2 })).toBe(fr.restitution.page);
  expect(line({ type: 'page', heading: 'Un', content, screens: 2 })).toBe('Un — Tableau');
  expect(line({ type: 'further', screen: 1 })).toBe(fr.restitution.further);
  expect(line(idea('Un', 'mot '.repeat(90)))).toMatch(/^Un — (mot )+mot…$/);
  expect(line(idea('Un', 'mot. '.repeat(90)))).toMatch(/^Un — (mot\. )+mot…$/);
});

const view = (...points: readonly (readonly [string | null, string, ...string[]])[]): SideBySideView => ({
  sittings: [],
  points: points.map(([itemId, title, ...notes]) => ({
    itemId,
    title,
    said: notes.map((it) => ({ contributions: [], more: 0, notes: it })),
  })),
});

test('the notes of a point stand under its slides, those of no point under the title', () => {
  const all = view([null, '', 'avant'], ['p', 'Le  Samedi', 'groupe 1', ' ', 'groupe 2']);
  expect(notesAt(idea('Le samedi', 'Ouvrir.'), all)).toEqual(['groupe 1', 'groupe 2']);
  expect(notesAt({ type: 'title', title: 'Accueillir' }, all)).toEqual(['avant']);
  expect(notesAt(idea('Autre'), all)).toEqual([]);
  const typed = view(['p', "Et l'accueil?", 'groupe 1']);
  expect(notesAt(idea('Et l’accueil\u202f?'), typed)).toEqual(['groupe 1']);
  expect(notesAt(idea('Le samedi'), null)).toEqual([]);
});

test('whoever conducts the plenary turns any slides, others theirs when it is their turn', () => {
  const grant = (role: 'organiser' | 'rapporteur' | 'screen', sittingId: string | null) => ({
    ...{ role, seminarId: 's', sittingId },
  });
  const turns = (
    grants: Parameters<typeof mayTurn>[0]['grants'],
    shown: string | null,
    now: string | null = null,
  ): boolean =>
    mayTurn({
      ...{ grants, seminarId: 's', sittingId: 'plenary', atelierId: 'mine', presentedNow: now },
      shown: shown === null ? null : { atelierId: shown, slide: 0 },
    });
  expect(turns([grant('organiser', null)], 'other')).toBe(true);
  expect(turns([grant('rapporteur', 'plenary')], 'other')).toBe(true);
  const own = [grant('rapporteur', 'group'), grant('screen', 'plenary')];
  expect([turns(own, null), turns(own, 'mine'), turns(own, 'other')]).toEqual([true, true, false]);
  expect(turns(own, 'other', 'mine')).toBe(true);
  expect(turns([{ ...grant('organiser', null), seminarId: 'another' }], 'other')).toBe(false);
});
