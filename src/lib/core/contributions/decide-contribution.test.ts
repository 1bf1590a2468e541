import { describe, expect, test } from 'vitest';
import { supportsOf } from '../seminar/seminar.ts';
import { change, make, MINUTE, NOW, sittingHere } from './contributions.test-support.ts';

const KEY = { keyHash: 'a'.repeat(64) };
const support = (contributionId = 'one') => ({ type: 'contribution/support', contributionId }) as const;
const unsupport = { type: 'contribution/unsupport', contributionId: 'one' } as const;
const withdraw = { type: 'contribution/withdraw', contributionId: 'one' } as const;
const agree = { type: 'contribution/agree', contributionId: 'one' } as const;
const disown = { type: 'contribution/disown', contributionId: 'one' } as const;
const enteredFor = (author: string | null) =>
  make('one', { entry: 'speech', attributedTo: author }) satisfies object;

describe('saying', () => {
  test('[CT1] keeps words, place, author, moment and run', () => {
    const here = sittingHere();
    here.send(make());
    expect(here.the()).toEqual({
      id: 'one',
      seq: 1,
      itemId: 'point',
      questionId: 'question',
      kind: null,
      text: 'Une permanence le samedi.',
      author: 'yann',
      unnamed: false,
      at: NOW,
      runId: 'run',
      supporters: [],
      entry: 'typed',
      enteredBy: null,
      agreed: true,
      keyHash: null,
      function: null,
      town: null,
      silenceId: null,
      earlier: [],
      changed: false,
      changedBy: null,
      withdrawn: false,
      hidden: null,
      pinned: false,
      approved: false,
      groupId: null,
    });
  });

  test.each([
    ['a point that is gone', { itemId: 'gone' }, { itemId: null, questionId: null }],
    ['a question of no such point', { questionId: 'gone' }, { itemId: 'point', questionId: null }],
    ['a question without its point', { itemId: null }, { itemId: null, questionId: null }],
  ])('[CT1] %s is let go, never the words', (_what, asked, kept) => {
    const here = sittingHere();
    here.send(make('one', asked));
    expect(here.the()).toMatchObject({ ...kept, text: 'Une permanence le samedi.' });
  });

  test('[CT2] the same id makes nothing twice, whoever sends it and whatever closed meanwhile', () => {
    const here = sittingHere();
    here.send(make());
    const again = make('one', { text: 'Autre' });
    expect(here.send(again, 'maelle').refused).toBe('contribution/exists');
    expect(here.send(again, 'yann', { seminarClosed: true }).refused).toBe('contribution/exists');
    expect(here.the().text).toBe('Une permanence le samedi.');
  });

  test('[CT3] without a name nothing tells who, and of the moment only the minute', () => {
    const here = sittingHere();
    const unnamed = make('one', { unnamed: true, attributedTo: 'maelle', ...KEY });
    const { written } = here.send(unnamed);
    const changed = here.send(change('Le dimanche.'), 'yann', KEY);
    const withdrawn = here.send(withdraw, 'yann', KEY);
    for (const event of [...written, ...changed.written, ...withdrawn.written])
      expect(event).toMatchObject({ actor: null, at: MINUTE });
    expect(JSON.stringify(here.log)).not.toMatch(/yann|maelle/);
    expect(here.log).toHaveLength(3);
  });

  test('[CT4] function and town stand beside words without a name, when asked for and allowed', () => {
    const beside = { beside: { function: 'directrice', town: 'Auray' } };
    const here = sittingHere();
    here.send(make('one', { unnamed: true, withFunction: true, ...KEY }), 'yann', beside);
    here.send(make('not-asked', { unnamed: true }), 'yann', beside);
    here.send(make('too-few', { unnamed: true, withFunction: true }), 'yann');
    here.send(make('named', { withFunction: true }), 'yann', beside);
    expect(here.the()).toMatchObject(beside.beside);
    for (const id of ['not-asked', 'too-few', 'named'])
      expect(here.the(id)).toMatchObject({ function: null, town: null });
    here.send(change('Le dimanche.'), 'yann', KEY);
    expect(here.the()).toMatchObject({ text: 'Le dimanche.', ...beside.beside });
  });

  test('[CT5] what another entered is agreed to on the phone', () => {
    const here = sittingHere();
    here.send(enteredFor('maelle'), 'ines');
    expect(here.the()).toMatchObject({ author: 'maelle', enteredBy: 'ines', agreed: false });
    expect(here.send(agree, 'maelle').written).toMatchObject([{ payload: { on: 'phone' } }]);
    expect(here.the().agreed).toBe(true);
    expect(here.send(agree, 'maelle')).toEqual({ refused: null, written: [] });
  });

  test('[CT5] or on paper: what waits, and nothing else', () => {
    const here = sittingHere();
    here.send(enteredFor('maelle'), 'ines');
    here.send(make('typed'));
    here.send(make('nobody', { entry: 'slip' }), 'ines');
    const agreeOnPaper = (...contributionIds: string[]) =>
      here.send({ type: 'contribution/agree-on-paper', contributionIds }, 'ines');
    expect(agreeOnPaper('one', 'gone').refused).toBe('contribution/unknown');
    expect(agreeOnPaper('one', 'typed', 'nobody', 'one').written).toMatchObject([
      { payload: { contributionIds: ['one'], on: 'paper' } },
    ]);
    expect(agreeOnPaper('one').written).toEqual([]);
  });

  test('[CT6] or left without a name on paper, as long as they wait', () => {
    const here = sittingHere();
    here.send(enteredFor('maelle'), 'ines');
    here.send(make('typed'), 'yann');
    const disown = (...contributionIds: string[]) =>
      here.send({ type: 'contribution/disown-on-paper', contributionIds }, 'ines');
    expect(disown('one', 'gone').refused).toBe('contribution/unknown');
    expect(disown('one', 'typed').written).toMatchObject([{ payload: { contributionId: 'one' } }]);
    expect(here.the()).toMatchObject({ author: null, agreed: true, text: expect.any(String) as string });
    expect(disown('one').written).toEqual([]);
  });

  test('[CT5] nobody unknown is given words; those of nobody are nobody’s', () => {
    const here = sittingHere();
    expect(here.send(enteredFor('stranger'), 'ines').refused).toBe('person/unknown');
    here.send(enteredFor(null), 'ines');
    expect(here.the()).toMatchObject({ author: null, enteredBy: 'ines', agreed: true });
  });

  test('[CT6] only whose name stands there owns or disowns words', () => {
    const here = sittingHere();
    here.send(enteredFor('maelle'), 'ines');
    for (const other of ['ines', 'yann', null]) {
      expect(here.send(agree, other).refused).toBe('access/forbidden');
      expect(here.send(disown, other).refused).toBe('access/forbidden');
    }
    here.send(disown, 'maelle');
    expect(here.the()).toMatchObject({ author: null, enteredBy: 'ines', agreed: true });
    expect(here.the().text).toBe('Une permanence le samedi.');
    expect(here.send(disown, 'maelle')).toEqual({ refused: null, written: [] });
    here.send(make('unnamed', { unnamed: true, ...KEY }));
    expect(here.send({ ...disown, contributionId: 'unnamed' }, null).refused).toBe('access/forbidden');
  });

  test('[CT7] a closed séminaire takes no new words, but what was said can be put right', () => {
    const here = sittingHere();
    here.send(make());
    const closed = { seminarClosed: true };
    expect(here.send(make('two'), 'yann', closed).refused).toBe('seminar/closed');
    expect(here.send(support(), 'maelle', closed).refused).toBe('seminar/closed');
    expect(here.send(change('Le dimanche.'), 'yann', closed).refused).toBeNull();
    expect(here.send(withdraw, 'yann', closed).refused).toBeNull();
  });
});

describe('changing and withdrawing', () => {
  test('[CT10] without a name it takes the key, and nothing else does', () => {
    const here = sittingHere();
    here.send(make('one', { unnamed: true, ...KEY }));
    for (const room of [{}, { keyHash: 'b'.repeat(64) }])
      for (const actor of ['yann', 'ines', null]) {
        expect(here.send(change('Autre'), actor, room).refused).toBe('contribution/wrong-key');
        expect(here.send(withdraw, actor, room).refused).toBe('contribution/wrong-key');
      }
    expect(here.send(change('Autre'), null, KEY).refused).toBeNull();
    here.send(make('keyless', { unnamed: true }));
    expect(here.send(change('Autre', 'keyless'), 'yann').refused).toBe('contribution/wrong-key');
  });

  test('[CT10] a key given with a name is not kept', () => {
    const here = sittingHere();
    here.send(make('one', KEY));
    expect(here.the().keyHash).toBeNull();
    expect(here.send(change('Autre')).refused).toBeNull();
  });

  test('[CT11] a change keeps the words before, and none when only the place is another', () => {
    const here = sittingHere();
    here.send(make());
    here.send({ ...change('Une permanence le samedi.'), itemId: 'next', kind: 'proposal' });
    expect(here.the()).toMatchObject({ kind: 'proposal', itemId: 'next', questionId: null });
    expect(here.the()).toMatchObject({ changed: false, earlier: [] });
    here.send(change('Le dimanche.'));
    here.send(change('Le lundi.'));
    const earlier = ['Une permanence le samedi.', 'Le dimanche.'];
    expect(here.the()).toMatchObject({ text: 'Le lundi.', changed: true, changedBy: null });
    expect(here.the().earlier).toEqual(earlier);
    expect(here.send(change('Le lundi.'))).toEqual({ refused: null, written: [] });
  });

  test('[CT11] withdrawn once, and for good', () => {
    const here = sittingHere();
    here.send(make());
    here.send(withdraw);
    expect(here.the().withdrawn).toBe(true);
    expect(here.send(withdraw)).toEqual({ refused: null, written: [] });
    expect(here.send(change('Autre')).refused).toBe('contribution/withdrawn');
    expect(here.send(support(), 'maelle').refused).toBe('contribution/withdrawn');
    expect(here.send({ ...withdraw, contributionId: 'gone' }).refused).toBe('contribution/unknown');
  });

  test('[CT12] what another puts in its author’s place is to be agreed to anew', () => {
    const here = sittingHere();
    here.send(make());
    here.send(change('Le dimanche.'), 'ines');
    expect(here.the()).toMatchObject({ author: 'yann', agreed: false, changedBy: 'ines' });
    here.send(agree, 'yann');
    here.send({ ...change('Le dimanche.'), kind: 'proposal' }, 'ines');
    expect(here.the().agreed).toBe(true);
    here.send(change('Le lundi.'), 'yann');
    expect(here.the()).toMatchObject({ agreed: true, changedBy: 'ines' });
  });

  test('[CT13] new words of an author are not those that were approved or pinned', () => {
    const here = sittingHere();
    here.send(make());
    const approve = () => {
      here.send({ type: 'contribution/approve', contributionId: 'one' }, 'ines');
      here.send({ type: 'contribution/pin', contributionId: 'one' }, 'ines');
    };
    approve();
    here.send(change('Le dimanche.'), 'ines');
    expect(here.the()).toMatchObject({ approved: true, pinned: true });
    here.send(change('Autre chose.'), 'yann');
    expect(here.the()).toMatchObject({ approved: false, pinned: false });
  });

  test('[CT14] words keep their point once the synthesis is validated', () => {
    const here = sittingHere();
    const validated = { synthesisValidated: true };
    here.send(make());
    const moved = { ...change('Le dimanche.'), itemId: 'next', questionId: null };
    expect(here.send(moved, 'yann', validated).refused).toBe('synthesis/validated');
    expect(here.send(change('Le dimanche.'), 'yann', validated).refused).toBeNull();
    expect(here.the()).toMatchObject({ text: 'Le dimanche.', itemId: 'point' });
    expect(here.send(make('late', { itemId: 'next' }), 'yann', validated).refused).toBeNull();
    const place = {
      type: 'contribution/place',
      contributionId: 'late',
      itemId: null,
      questionId: null,
    } as const;
    expect(here.send(place, 'ines', validated).refused).toBeNull();
    expect(here.send(moved).refused).toBeNull();
  });
});

describe('supporting', () => {
  test('[CT15] each device for itself, a person and their second one counted once, and may be let go', () => {
    const here = sittingHere();
    here.send(make('one'), 'maelle');
    here.send(support(), 'yann');
    expect(here.send(support(), 'yann').written).toEqual([]);
    expect(here.send(unsupport, 'phone').written).toEqual([]);
    here.send(support(), 'phone');
    expect(supportsOf(here.the(), { samePerson: { phone: 'yann' } })).toBe(1);
    here.send(unsupport, 'yann');
    expect(here.the().supporters).toEqual(['phone']);
  });

  test('[CT15] not one’s own, not what is not there, and not as nobody', () => {
    const here = sittingHere();
    here.send(make());
    expect(here.send(support(), 'yann')).toEqual({ refused: null, written: [] });
    expect(here.send(support(), 'phone')).toEqual({ refused: null, written: [] });
    expect(here.send(support('gone'), 'maelle').refused).toBe('contribution/unknown');
    expect(here.send(support(), null).refused).toBe('access/forbidden');
  });
});
