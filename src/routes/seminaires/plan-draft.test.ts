import { describe, expect, it } from 'vitest';
import { parseAgenda } from '#core/agenda/parse-agenda.ts';
import { PlanDraft } from './plan-draft.svelte.ts';

const agenda = parseAgenda('1. Accueil (30 min)\n2. Partenaires (1 h)');
const titles = (draft: PlanDraft): readonly string[] => draft.items.map(({ title }) => title);

describe('understanding the text again', () => {
  it('keeps nothing while nothing was corrected', () => {
    const draft = new PlanDraft([]);
    draft.replaceWithAgenda(agenda);
    draft.replaceWithAgenda(agenda);
    expect(draft.hasReplaced).toBe(false);
  });
  it('keeps the corrections it replaces, and gives them back', () => {
    const draft = new PlanDraft([]);
    draft.replaceWithAgenda(agenda);
    const [first] = draft.items;
    if (first) first.title = 'Tour de table';
    draft.add('Synthèse');
    draft.replaceWithAgenda(agenda);
    expect(titles(draft)).toEqual(['Accueil', 'Partenaires']);
    expect(draft.hasReplaced).toBe(true);
    draft.returnToCorrections();
    expect(titles(draft)).toEqual(['Tour de table', 'Partenaires', 'Synthèse']);
    expect(draft.hasReplaced).toBe(false);
    expect(draft.isChanged).toBe(true);
  });
  it('forgets them once the points are saved', () => {
    const draft = new PlanDraft([]);
    draft.add('Synthèse');
    draft.replaceWithAgenda(agenda);
    draft.replaceWith([]);
    expect(draft.hasReplaced).toBe(false);
  });
});

describe('editing points', () => {
  const started = (): PlanDraft => {
    const draft = new PlanDraft([]);
    draft.replaceWithAgenda(agenda);
    return draft;
  };

  it('takes edits back and does them again, words typed in a field as one', () => {
    const draft = started();
    draft.move(0, 1);
    const [first] = draft.items;
    if (first) first.title = 'Les partenaires';
    expect(draft.hasUnsettled).toBe(true);
    draft.undo();
    expect(titles(draft)).toEqual(['Partenaires', 'Accueil']);
    draft.undo();
    expect(titles(draft)).toEqual(['Accueil', 'Partenaires']);
    expect(draft.canUndo).toBe(false);
    draft.redo();
    draft.redo();
    expect(titles(draft)).toEqual(['Les partenaires', 'Accueil']);
    expect(draft.canRedo).toBe(false);
  });

  it('duplicates a point with an id of its own', () => {
    const draft = started();
    draft.duplicate(0);
    expect(titles(draft)).toEqual(['Accueil', 'Accueil', 'Partenaires']);
    expect(new Set(draft.items.map(({ id }) => id)).size).toBe(3);
  });

  it('cuts a point in two that share its minutes', () => {
    const draft = started();
    expect(draft.cut(1, 0, 'Partenaires (suite)')).toBe(true);
    expect(draft.items.map(({ plannedMinutes }) => plannedMinutes)).toEqual([30, 30, 30]);
    draft.undo();
    expect(titles(draft)).toEqual(['Accueil', 'Partenaires']);
  });

  it('puts a removed point back, by its own button or as an edit', () => {
    const draft = started();
    draft.remove(0);
    draft.restore();
    expect(titles(draft)).toEqual(['Accueil', 'Partenaires']);
    draft.remove(0);
    draft.undo();
    expect(titles(draft)).toEqual(['Accueil', 'Partenaires']);
    expect(draft.lastRemoved).toBeNull();
  });

  it('forgets its edits once it is saved', () => {
    const draft = started();
    draft.add('Synthèse');
    draft.replaceWith([]);
    expect(draft.canUndo).toBe(false);
  });
});
