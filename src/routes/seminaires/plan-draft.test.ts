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
