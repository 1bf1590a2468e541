import { describe, expect, test } from 'vitest';
import { MOST_GROUPS, MOST_PINNED } from './contribution.ts';
import { make, sittingHere } from './contributions.test-support.ts';

const on = <T extends string>(type: T, contributionId = 'one') => ({ type, contributionId }) as const;
const place = (itemId: string | null, questionId: string | null = null) =>
  ({ type: 'contribution/place', contributionId: 'one', itemId, questionId }) as const;
const hide = { type: 'contribution/hide', contributionId: 'one', reason: 'Hors sujet.' } as const;
const nothing = { refused: null, written: [] };

describe('sorting', () => {
  test('[CT20] places where the plan has a place', () => {
    const here = sittingHere();
    here.send(make());
    expect(here.send(place('gone')).refused).toBe('run/unknown-item');
    expect(here.send(place('next', 'question')).refused).toBe('run/unknown-question');
    here.send(place('next'));
    expect(here.the()).toMatchObject({ itemId: 'next', questionId: null });
    expect(here.send(place('next'))).toEqual(nothing);
    here.send(place(null));
    expect(here.the().itemId).toBeNull();
  });

  test('[CT20] hides with a reason, which unpins, and shows again', () => {
    const here = sittingHere();
    here.send(make());
    here.send(on('contribution/pin'));
    here.send(hide);
    expect(here.the()).toMatchObject({ hidden: { reason: 'Hors sujet.' }, pinned: false });
    expect(here.send(hide)).toEqual(nothing);
    for (const type of ['contribution/pin', 'contribution/approve'] as const)
      expect(here.send(on(type)).refused).toBe('contribution/hidden');
    here.send(on('contribution/show'));
    expect(here.the().hidden).toBeNull();
    expect(here.send(on('contribution/show'))).toEqual(nothing);
  });

  test('[CT20] what was withdrawn is neither placed, pinned nor approved', () => {
    const here = sittingHere();
    here.send(make());
    here.send(on('contribution/pin'));
    here.send(on('contribution/withdraw'));
    expect(here.the().pinned).toBe(false);
    for (const type of ['contribution/pin', 'contribution/approve'] as const)
      expect(here.send(on(type)).refused).toBe('contribution/withdrawn');
    expect(here.send(place('next')).refused).toBe('contribution/withdrawn');
  });

  test('[CT21] pins no more than the projector shows', () => {
    const here = sittingHere();
    const ids = Array.from({ length: MOST_PINNED + 1 }, (_, index) => `said-${index}`);
    const last = ids.at(-1) ?? '';
    ids.forEach((id) => here.send(make(id)));
    ids.slice(0, -1).forEach((id) => here.send(on('contribution/pin', id)));
    expect(here.send(on('contribution/pin', last)).refused).toBe('contribution/too-many-pinned');
    expect(here.send(on('contribution/pin', 'said-0'))).toEqual(nothing);
    here.send(on('contribution/unpin', 'said-0'));
    expect(here.send(on('contribution/pin', last)).refused).toBeNull();
  });

  test('[CT22] groups are as many as a list has headings for', () => {
    const here = sittingHere();
    here.send(make('one'));
    const group = (groupId: string) =>
      ({ type: 'group/make', groupId, heading: 'Horaires', contributionIds: ['one'] }) as const;
    for (let index = 0; index < MOST_GROUPS; index += 1) here.send(group(`g-${index}`));
    expect(here.send(group('one-more')).refused).toBe('group/too-many');
    here.send({ type: 'group/dissolve', groupId: 'g-0' });
    expect(here.send(group('one-more')).refused).toBeNull();
  });

  test('[CT22] groups under a heading, and lets go', () => {
    const here = sittingHere();
    ['one', 'two', 'three'].forEach((id) => here.send(make(id)));
    const group = {
      type: 'group/make',
      groupId: 'g',
      heading: 'Horaires',
      contributionIds: ['one'],
    } as const;
    const into = (groupId: string | null, ...contributionIds: string[]) =>
      ({ type: 'contribution/group', groupId, contributionIds }) as const;
    expect(here.send(into('g', 'one')).refused).toBe('group/unknown');
    expect(here.send({ ...group, contributionIds: ['gone'] }).refused).toBe('contribution/unknown');
    here.send(group);
    expect(here.send(group).refused).toBe('group/exists');
    expect(here.send(into('g', 'one', 'two', 'two')).written).toMatchObject([
      { payload: { contributionIds: ['two'] } },
    ]);
    here.send({ ...group, groupId: 'h', heading: 'Lieux', contributionIds: ['two'] });
    expect(here.the('two').groupId).toBe('h');
    here.send(into(null, 'one'));
    expect(here.the().groupId).toBeNull();
    expect(here.send(into(null, 'one'))).toEqual(nothing);

    const rename = { type: 'group/rename', groupId: 'h', heading: 'Où' } as const;
    here.send(rename);
    expect(here.send(rename)).toEqual(nothing);
    expect(here.all().groups).toEqual([
      { id: 'g', heading: 'Horaires' },
      { id: 'h', heading: 'Où' },
    ]);
    here.send({ type: 'group/dissolve', groupId: 'h' });
    expect(here.send({ type: 'group/dissolve', groupId: 'h' })).toEqual(nothing);
    expect(here.the('two')).toMatchObject({ groupId: null, text: 'Une permanence le samedi.' });
    expect(here.send({ ...rename, heading: 'Quand' }).refused).toBe('group/unknown');
  });

  test('the wall is set once', () => {
    const here = sittingHere();
    here.send({ type: 'wall/set', shows: 'approved' });
    expect(here.all().wall).toBe('approved');
    expect(here.send({ type: 'wall/set', shows: 'approved' })).toEqual(nothing);
  });
});

describe('a silent writing', () => {
  const open = (silenceId = 'quiet') =>
    ({ type: 'silence/open', silenceId, itemId: 'point', questionId: 'gone', minutes: 5 }) as const;
  const extend = { type: 'silence/extend', silenceId: 'quiet', minutes: 2 } as const;
  const reveal = { type: 'silence/reveal', silenceId: 'quiet' } as const;

  test('[CT31] is one at a time, longer if asked, and over when it is revealed', () => {
    const here = sittingHere();
    expect(here.send(extend).refused).toBe('silence/unknown');
    here.send(open());
    expect(here.send(open())).toEqual(nothing);
    expect(here.send(open('other')).refused).toBe('silence/going-on');
    here.send(extend);
    expect(here.all().silence).toMatchObject({ itemId: 'point', questionId: null, minutes: 7 });
    here.send(reveal);
    expect(here.send(reveal)).toEqual(nothing);
    expect(here.send(extend).refused).toBe('silence/unknown');
    expect(here.send(open('other')).refused).toBeNull();
    expect(here.send(reveal).refused).toBe('silence/unknown');
  });

  test('[CT31] what is written in it is for nobody else there, until it is revealed', () => {
    const here = sittingHere();
    here.send(open());
    here.send(make('one', { silenceId: 'quiet' }));
    const others = [
      on('contribution/support'),
      on('contribution/pin'),
      on('contribution/approve'),
      place('next'),
      { type: 'contribution/group', groupId: null, contributionIds: ['one'] },
      { type: 'dots/open', dotsId: 'd', budget: 3, contributionIds: ['one'] },
      hide,
    ] as const;
    for (const command of others) expect(here.send(command, 'maelle').refused).toBe('contribution/unknown');
    expect(
      here.send({ ...place('next'), type: 'contribution/change', kind: null, text: 'A' }).refused,
    ).toBeNull();
    here.send(reveal);
    for (const command of others) expect(here.send(command, 'maelle').refused).toBeNull();
  });

  test('[CT31] a silence that was revealed hides nothing again; another name binds no words', () => {
    const here = sittingHere();
    here.send(make('before', { silenceId: 'quiet' }));
    expect(here.the('before').silenceId).toBeNull();
    here.send(open());
    here.send(make('one', { silenceId: 'quiet' }));
    here.send(reveal);
    here.send(open('other'));
    here.send({ type: 'silence/reveal', silenceId: 'other' });
    expect(here.send(open())).toEqual(nothing);
    here.send(make('late', { silenceId: 'quiet' }));
    expect(here.the('late').silenceId).toBeNull();
  });

  test('[CT7] is not begun in a closed séminaire, but revealed', () => {
    const here = sittingHere();
    const closed = { seminarClosed: true };
    here.send(open());
    expect(here.send(extend, 'ines', closed).refused).toBe('seminar/closed');
    expect(here.send(reveal, 'ines', closed).refused).toBeNull();
    expect(here.send(open('other'), 'ines', closed).refused).toBe('seminar/closed');
  });
});

describe('gommettes', () => {
  const open = (dotsId = 'd', ...contributionIds: string[]) =>
    ({ type: 'dots/open', dotsId, budget: 3, contributionIds }) as const;
  const put = (contributionId: string, count: number) =>
    ({ type: 'dots/place', dotsId: 'd', contributionId, count }) as const;
  const voting = () => {
    const here = sittingHere();
    ['one', 'two', 'other'].forEach((id) => here.send(make(id)));
    here.send(open('d', 'one', 'two', 'one'), 'ines');
    return here;
  };
  const counts = (here: ReturnType<typeof sittingHere>, person: string) =>
    here.all().dots?.placed.get(person) ?? {};

  test('[CT35] are a budget per person, whatever the device', () => {
    const here = voting();
    expect(here.all().dots?.contributionIds).toEqual(['one', 'two']);
    here.send(put('one', 2));
    expect(here.send(put('two', 2), 'phone').refused).toBe('dots/over-budget');
    expect(here.send(put('two', 2), 'maelle').refused).toBeNull();
    here.send(put('one', 1), 'phone');
    expect(here.send(put('one', 2))).toEqual(nothing);
    expect(here.send(put('two', 1)).refused).toBe('dots/over-budget');
    // A second device takes nothing back of the first one's.
    here.send(put('one', 0), 'phone');
    expect(counts(here, 'yann')).toEqual({ one: 2 });
    here.send(put('two', 1));
    expect(counts(here, 'yann')).toEqual({ one: 2, two: 1 });
  });

  test('[CT35] go on the selection, while it is open, by somebody', () => {
    const here = voting();
    expect(here.send(put('other', 1)).refused).toBe('contribution/unknown');
    expect(here.send({ ...put('one', 1), dotsId: 'x' }).refused).toBe('dots/unknown');
    expect(here.send(put('one', 1), null).refused).toBe('access/forbidden');
    here.send(put('one', 2));
    here.send(hide, 'ines');
    expect(here.send(put('one', 3)).refused).toBe('contribution/hidden');
    expect(here.send(put('one', 0)).refused).toBeNull();
    here.send({ type: 'dots/show', dotsId: 'd' });
    expect(here.send(put('two', 1)).refused).toBe('dots/unknown');
  });

  test('[CT35] are one vote at a time; those shown give way', () => {
    const here = voting();
    expect(here.send(open('d', 'one'))).toEqual(nothing);
    expect(here.send(open('e', 'one')).refused).toBe('dots/going-on');
    const show = { type: 'dots/show', dotsId: 'd' } as const;
    here.send(show);
    expect(here.send(show)).toEqual(nothing);
    here.send(open('e', 'one'));
    expect(here.send(show).refused).toBe('dots/unknown');
    const away = { type: 'dots/put-away', dotsId: 'e' } as const;
    expect(here.send({ ...away, dotsId: 'd' }).refused).toBe('dots/unknown');
    here.send(away);
    expect(here.all().dots).toBeNull();
    expect(here.send(away)).toEqual(nothing);
    expect(here.send(open('f', 'one'), 'ines', { seminarClosed: true }).refused).toBe('seminar/closed');
  });
});
