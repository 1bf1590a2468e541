import { describe, expect, test } from 'vitest';
import type { Actor } from '#core/access/roles.ts';
import { minutes } from '#core/time/instant.ts';
import { item } from '../../tests/support/seminar-desk.ts';
import { room, said } from './room.test-support.ts';

const WORDS = 'Une permanence tenue le jour de paie, dans le hall, par deux bénévoles de l’union. ';

/** A room in which everything that can go on goes on at once, as far as its limits let it. */
async function fullRoom(points: number) {
  const all = await room();
  const { happen, desk, actor } = all;
  const question = 'Comment vos partenariats sont-ils organisés, écrits, suivis et relus ?';
  const items = Array.from({ length: points }, (_, index) =>
    item(`item-long-${index}`, 30, [question, question]),
  );
  const plan = { type: 'plan/revise', atelierId: 'atelier-1', expectedRevision: 1, items } as const;
  await desk.commands.execute({ actor, as: 'organiser' }, 'command-plan-00000001', plan);
  const people: Actor[] = [];
  for (let index = 0; index < 80; index += 1) people.push(await desk.participant(`Personne ${index}`));
  const idOf = (index: number): string => people[index % people.length]?.grants[0]?.personId ?? '';
  const ids = Array.from({ length: 100 }, (_, index) => `contribution-of-22-l-${index}`);
  for (const [index, id] of ids.entries())
    await happen('contribution/made', said(id, WORDS.repeat(5)), idOf(index));
  const [dotted, pinned] = [ids.slice(0, 40), ids.slice(40, 43)];
  await happen('dots/opened', { dotsId: 'dots-1', budget: 20, contributionIds: dotted });
  for (const contributionId of dotted.slice(0, 20))
    await happen('dots/placed', { dotsId: 'dots-1', contributionId, count: 1 }, idOf(0));
  await happen('dots/shown', { dotsId: 'dots-1' });
  for (const contributionId of pinned) await happen('contribution/pinned', { contributionId });
  await happen('wall/set', { shows: 'all' });
  for (let index = 0; index < 100; index += 1)
    await happen('group/made', {
      groupId: `group-of-22-letters-${index}`,
      heading: WORDS,
      contributionIds: [],
    });
  await happen('floor/announced', { announced: true });
  for (let index = 0; index < 80; index += 1)
    await happen('floor/asked', {
      askId: `ask-of-22-letters---${index}`,
      personId: idOf(index),
      about: WORDS,
    });
  for (let index = 0; index < 20; index += 1)
    await happen('photo/added', {
      ...{
        photoId: `photo-of-22-letters-${index}`,
        itemId: 'item-long-1',
        questionId: null,
        file: 'f'.repeat(64),
      },
      ...{ mediaType: 'image/jpeg', width: 1600, height: 1200, description: WORDS.repeat(3) },
    });
  await happen('round/opened', { roundId: 'round-1' });
  for (let index = 0; index < 60; index += 1)
    await happen('round/turned', { roundId: 'round-1', personId: idOf(index) });
  const silence = { silenceId: 'silence-1', itemId: null, questionId: null, minutes: minutes(5) };
  await happen('silence/opened', silence);
  const [first] = people;
  if (!first) throw new Error('nobody');
  return { ...all, first, dotted };
}

describe('a first state in which everything goes on', () => {
  test.each([4, 15])('stays under 32 KB with %i points, for every audience', async (points) => {
    const { states, actor, first, desk, dotted } = await fullRoom(points);
    for (const [by, audience] of [
      [actor, 'console'],
      [await desk.byLink('rapporteur'), 'console'],
      [first, 'participant'],
      [await desk.byLink('screen'), 'screen'],
    ] as const) {
      const state = await states.sittingState(by, 'sitting-1', audience, 'http://localhost:3000');
      if (typeof state === 'string') throw new Error(state);
      expect(Buffer.byteLength(JSON.stringify(state))).toBeLessThan(32 * 1024);
      // What people act on is all there; what they read is cut, and the list is paged.
      expect(state.dots?.contributions.map(({ id }) => id)).toEqual(dotted);
      expect(state.floor.asks.length).toBeGreaterThan(0);
      expect(state.screenTexts).toHaveLength(audience === 'screen' ? 15 : 0);
      expect(state.photos).toHaveLength(audience === 'screen' ? 0 : 20);
      expect(state.contributions.length > 0).toBe(audience !== 'screen');
    }
  });

  test('shows everything whole where there is room for it', async () => {
    const { states, yann, happen } = await room();
    await happen('contribution/made', said('contribution-1', WORDS.repeat(20)), 'person-1');
    await happen('dots/opened', { dotsId: 'dots-1', budget: 3, contributionIds: ['contribution-1'] });
    const state = await states.sittingState(yann, 'sitting-1', 'participant', '');
    expect(state).toMatchObject({ dots: { contributions: [{ text: WORDS.repeat(20) }] } });
  });
});
