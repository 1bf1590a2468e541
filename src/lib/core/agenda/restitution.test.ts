import { describe, expect, it } from 'vitest';
import { minutes } from '#core/time/instant.ts';
import { restitutionItems } from './restitution.ts';

const atelier = (id: string, number: number, plenary = false) => ({
  id,
  number,
  plenary,
  title: `Titre ${id}`,
});

const wishes = (exchange: number | null) => {
  let count = 0;
  return {
    minutesEach: minutes(12),
    exchangeMinutes: exchange === null ? null : minutes(exchange),
    words: {
      atelier: (number: number, title: string) => `Atelier ${number} : ${title}`,
      exchange: 'Échanges avec la salle',
    },
    newId: () => `new-${(count += 1)}`,
  };
};

describe('the plenary’s agenda from the ateliers', () => {
  it('[RE1] each atelier is a presentation of the same minutes that restitutes it, in their order', () => {
    const items = restitutionItems([atelier('a', 1), atelier('p', 0, true), atelier('b', 2)], wishes(null));
    expect(items).toMatchObject([
      {
        id: 'new-1',
        title: 'Atelier 1 : Titre a',
        kind: 'presentation',
        plannedMinutes: 12,
        restitutes: 'a',
        protected: false,
      },
      { id: 'new-2', title: 'Atelier 2 : Titre b', restitutes: 'b' },
    ]);
    expect(items).toHaveLength(2);
  });

  it('[RE2] the hall speaks once all were presented, if it is given minutes', () => {
    const items = restitutionItems([atelier('a', 1), atelier('b', 2)], wishes(20));
    expect(items.at(-1)).toMatchObject({
      id: 'new-3',
      title: 'Échanges avec la salle',
      kind: 'discussion',
      plannedMinutes: 20,
      restitutes: null,
    });
  });

  it('[RE3] without an atelier there is nothing to restitute', () => {
    expect(restitutionItems([atelier('p', 0, true)], wishes(20))).toEqual([]);
  });
});
