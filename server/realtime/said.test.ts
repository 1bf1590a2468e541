import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#core/access/roles.ts';
import { minutes } from '#core/time/instant.ts';
import type { SittingState } from '#protocol/views.ts';
import { CONSOLE, PARTICIPANT, READER, REGIE, room, said, SCREEN, WRITER } from './room.test-support.ts';

const CROWD = [READER, PARTICIPANT];
const STAFF = [CONSOLE, WRITER];
const idOf = (actor: Actor): string => actor.grants[0]?.personId ?? '';

async function opened() {
  const all = await room();
  const maelle = await all.desk.participant('Maëlle');
  const reticent = await all.desk.people.find(idOf(maelle));
  if (reticent) await all.desk.people.save({ ...reticent, consent: 'none' });
  await all.gathered();
  all.forget();
  const stateOf = async (by: Actor, audience: SittingState['audience']): Promise<SittingState> => {
    const state = await all.states.sittingState(by, 'sitting-1', audience, 'http://localhost:3000');
    if (typeof state === 'string') throw new Error(state);
    return state;
  };
  const typesTo = (name: string) => all.changesTo(name).map(({ type }) => type);
  return { ...all, maelle, stateOf, typesTo };
}

describe('what was said', () => {
  test('comes under the name its author agreed to; those who sort know whose it is', async () => {
    const { happen, maelle, gathered, changesTo, sent } = await opened();
    await happen('contribution/made', said('contribution-1', 'Une permanence.'), idOf(maelle));
    await gathered();
    for (const name of CROWD) {
      expect(changesTo(name)).toMatchObject([
        { contribution: { attribution: { name: null, function: null, town: null }, sorting: null } },
      ]);
      expect(JSON.stringify(changesTo(name))).not.toContain('Maëlle');
      expect(JSON.stringify(changesTo(name))).not.toContain(idOf(maelle));
    }
    for (const name of STAFF) {
      expect(changesTo(name)).toMatchObject([
        { contribution: { sorting: { personId: idOf(maelle), name: 'Maëlle LE GOFF', hidden: null } } },
      ]);
    }
    expect(sent.filter((it) => it.room === SCREEN)).toHaveLength(0);
  });

  test('without a name it shows what its author chose, and nobody to anybody', async () => {
    const { happen, gathered, changesTo } = await opened();
    const words = said('contribution-1', 'Sans moi.', {
      unnamed: true,
      function: 'directrice',
      town: 'Auray',
    });
    await happen('contribution/made', words);
    await gathered();
    for (const name of [...CROWD, ...STAFF])
      expect(changesTo(name)).toMatchObject([
        { contribution: { attribution: { name: null, function: 'directrice', town: 'Auray' } } },
      ]);
    expect(changesTo(CONSOLE)).toMatchObject([{ contribution: { sorting: { personId: null, name: '' } } }]);
  });

  test('entered for someone, the room sees no name until they agree', async () => {
    const { happen, yann, gathered, changesTo, forget } = await opened();
    const attributed = said('contribution-1', 'Dit à voix haute.', {
      entry: 'speech',
      attributedTo: idOf(yann),
    });
    await happen('contribution/made', attributed, 'person-rapporteur');
    await gathered();
    expect(changesTo(PARTICIPANT)).toMatchObject([
      { contribution: { toConfirm: true, attribution: { name: null } } },
    ]);
    expect(changesTo(WRITER)).toMatchObject([
      { contribution: { toConfirm: true, sorting: { name: 'Yann LE GOFF' } } },
    ]);
    forget();
    await happen('contribution/agreed', { contributionIds: ['contribution-1'], on: 'phone' }, idOf(yann));
    await gathered();
    expect(changesTo(PARTICIPANT)).toMatchObject([
      { contribution: { toConfirm: false, attribution: { name: 'Yann LE GOFF' } } },
    ]);
  });

  test('hidden or withdrawn it leaves the room, and stays before those who sort', async () => {
    const { happen, yann, actor, gathered, changesTo, forget, stateOf, desk, states } = await opened();
    await happen('contribution/made', said('contribution-1', 'Un nom propre.'), idOf(yann));
    await happen('contribution/made', said('contribution-2', 'Une idée.'), idOf(yann));
    await gathered();
    forget();
    const reason = 'Une personne absente est nommée.';
    await happen('contribution/hidden', { contributionId: 'contribution-1', reason }, 'person-animateur');
    await happen('contribution/withdrawn', { contributionId: 'contribution-2' }, idOf(yann));
    await gathered();
    for (const name of CROWD)
      expect(changesTo(name)).toMatchObject([
        { type: 'contributions-gone', ids: ['contribution-1', 'contribution-2'], count: 0 },
      ]);
    for (const name of STAFF)
      expect(changesTo(name)).toMatchObject([
        { type: 'contribution', contribution: { sorting: { hidden: reason } }, count: 0 },
        { type: 'contribution', contribution: { sorting: { withdrawn: true } }, count: 0 },
      ]);
    expect((await stateOf(yann, 'participant')).contributions).toEqual([]);
    expect((await stateOf(actor, 'console')).contributions).toHaveLength(2);
    const rapporteur = await desk.byLink('rapporteur');
    const page = await states.page(rapporteur, 'sitting-1', 100, null, 'console');
    expect(page).toMatchObject({ contributions: [{ sorting: { withdrawn: true } }, { sorting: {} }] });
    expect(await states.page(yann, 'sitting-1', 100, null, 'console')).toMatchObject({ contributions: [] });
    expect(await states.page(rapporteur, 'sitting-1', 100)).toMatchObject({ contributions: [] });
  });

  test('changed, the words before are for those who sort, until the atelier closes', async () => {
    const { happen, yann, actor, gathered, changesTo, forget, stateOf, to } = await opened();
    const where = { itemId: null, questionId: null, kind: null };
    await happen('contribution/made', said('contribution-1', 'Mots vifs.'), idOf(yann));
    await gathered();
    forget();
    const changed = { contributionId: 'contribution-1', ...where, text: 'Mots choisis.', reworded: true };
    await happen('contribution/changed', { ...changed, function: null, town: null }, idOf(yann));
    await gathered();
    for (const name of CROWD) {
      expect(changesTo(name)).toMatchObject([{ contribution: { text: 'Mots choisis.', changed: true } }]);
      expect(JSON.stringify(changesTo(name))).not.toContain('Mots vifs.');
    }
    expect(changesTo(WRITER)).toMatchObject([{ contribution: { sorting: { earlier: ['Mots vifs.'] } } }]);
    forget();
    await happen('sitting/closed', {}, idOf(actor));
    await gathered();
    // Those who sort have missed something, and read anew.
    const [frame] = to(CONSOLE).map((it) => it.frame);
    expect(frame?.changes).toEqual([]);
    expect(frame?.prev).toBe(frame?.seq);
    expect(JSON.stringify(await stateOf(actor, 'console'))).not.toContain('Mots vifs.');
    expect(changesTo(PARTICIPANT)).toMatchObject([{ type: 'floor' }, { type: 'standing', closed: true }]);
  });

  test('very many words before a change come as the first and the newest', async () => {
    const { happen, yann, actor, stateOf } = await opened();
    const words = (at: number) => `${at} `.padEnd(1900, 'x');
    await happen('contribution/made', said('contribution-1', words(0)), idOf(yann));
    for (let at = 1; at <= 12; at += 1)
      await happen(
        'contribution/changed',
        {
          ...{ contributionId: 'contribution-1', itemId: null, questionId: null, kind: null },
          ...{ text: words(at), reworded: true, function: null, town: null },
        },
        idOf(yann),
      );
    const state = await stateOf(actor, 'console');
    expect(Buffer.byteLength(JSON.stringify(state))).toBeLessThan(32 * 1024);
    const earlier = state.contributions[0]?.sorting?.earlier.map((text) => Number.parseInt(text, 10));
    expect(earlier).toEqual([0, 9, 10, 11]);
  });
});

describe('a silent writing', () => {
  const opening = { silenceId: 'silence-1', itemId: null, questionId: null, minutes: minutes(5) };
  const silent = (index: number, text: string) =>
    said(`contribution-${index}`, text, { silenceId: 'silence-1' });

  test('tells how much was written and never what, until it is revealed', async () => {
    const { happen, yann, actor, gathered, changesTo, forget, stateOf, states, sent } = await opened();
    await happen('silence/opened', opening, idOf(actor));
    await happen('contribution/made', silent(1, 'Écrit en silence.'), idOf(yann));
    await happen('contribution/made', silent(2, 'Écrit aussi.'), idOf(yann));
    await gathered();
    for (const name of [...STAFF, ...CROWD, SCREEN])
      expect(changesTo(name).at(-1)).toMatchObject({ type: 'silence', silence: { written: 2 } });
    await happen('contribution/withdrawn', { contributionId: 'contribution-2' }, idOf(yann));
    await gathered();
    for (const name of [...STAFF, ...CROWD, SCREEN]) {
      expect(changesTo(name).at(-1)).toMatchObject({ type: 'silence', silence: { written: 1 } });
      expect(JSON.stringify(changesTo(name))).not.toMatch(/Écrit|contribution-/);
    }
    expect(JSON.stringify(sent.filter((it) => it.room === REGIE))).not.toContain('Écrit');
    for (const [by, audience] of [
      [actor, 'console'],
      [yann, 'participant'],
    ] as const) {
      const state = await stateOf(by, audience);
      expect(state).toMatchObject({ contributions: [], contributionsCount: 0, silence: { written: 1 } });
    }
    const own = await states.own(yann, 'sitting-1', null, []);
    expect(own).toMatchObject({
      contributions: [{ withdrawn: true }, { contribution: { text: 'Écrit en silence.' } }],
    });
    forget();
    await happen('silence/revealed', { silenceId: 'silence-1' }, idOf(actor));
    await gathered();
    expect(changesTo(PARTICIPANT)).toMatchObject([
      { type: 'contribution', contribution: { text: 'Écrit en silence.' }, count: 1 },
      { type: 'silence', silence: null },
    ]);
    expect(JSON.stringify(changesTo(PARTICIPANT))).not.toContain('Écrit aussi.');
  });

  test('much of it revealed together is read anew, which is bounded', async () => {
    const { happen, yann, actor, gathered, to, forget, stateOf } = await opened();
    await happen('silence/opened', opening, idOf(actor));
    for (let index = 0; index < 60; index += 1)
      await happen('contribution/made', silent(index, `Une phrase ${index}. `.repeat(8)), idOf(yann));
    await gathered();
    forget();
    await happen('silence/revealed', { silenceId: 'silence-1' }, idOf(actor));
    await gathered();
    for (const name of [...STAFF, ...CROWD]) {
      const [frame] = to(name).map((it) => it.frame);
      expect(frame?.changes).toEqual([]);
      expect(frame?.prev).toBe(frame?.seq);
    }
    const state = await stateOf(yann, 'participant');
    expect(state.contributionsCount).toBe(60);
    expect(Buffer.byteLength(JSON.stringify(state))).toBeLessThan(32 * 1024);
  });
});

describe('the projector', () => {
  test('shows those pinned, then what the wall shows, and never what was hidden or is in a silence', async () => {
    const { happen, yann, actor, gathered, changesTo, forget, desk, stateOf } = await opened();
    for (let index = 1; index <= 15; index += 1)
      await happen('contribution/made', said(`contribution-${index}`, `Parole ${index}.`), idOf(yann));
    await gathered();
    expect(changesTo(SCREEN)).toEqual([]);
    await happen('contribution/pinned', { contributionId: 'contribution-2' }, idOf(actor));
    await gathered();
    const texts = () => {
      const change = changesTo(SCREEN).findLast(({ type }) => type === 'screen-texts');
      return change?.type === 'screen-texts' ? change.screenTexts.map(({ text }) => text) : null;
    };
    expect(texts()).toEqual(['Parole 2.']);
    await happen('wall/set', { shows: 'approved' }, idOf(actor));
    await happen('contribution/approved', { contributionId: 'contribution-9' }, idOf(actor));
    await gathered();
    expect(texts()).toEqual(['Parole 2.', 'Parole 9.']);
    await happen('wall/set', { shows: 'all' }, idOf(actor));
    await happen('contribution/hidden', { contributionId: 'contribution-15', reason: 'Vif.' }, idOf(actor));
    await gathered();
    expect(texts()).toHaveLength(13);
    expect(texts()?.slice(0, 2)).toEqual(['Parole 2.', 'Parole 14.']);
    const screen = await desk.byLink('screen');
    const state = await stateOf(screen, 'screen');
    expect(state.screenTexts.map(({ text }) => text)).toEqual(texts());
    expect(state).toMatchObject({ contributions: [], groups: [], photos: [] });
    forget();
    const silence = { silenceId: 'silence-1', itemId: null, questionId: null, minutes: minutes(5) };
    await happen('silence/opened', silence, idOf(actor));
    const silent = said('contribution-16', 'Tout bas.', { silenceId: 'silence-1' });
    await happen('contribution/made', silent, idOf(yann));
    await gathered();
    expect(JSON.stringify(changesTo(SCREEN))).not.toContain('Tout bas.');
    await happen('contribution/supported', { contributionId: 'contribution-14' }, idOf(actor));
    await gathered();
    const supported = changesTo(SCREEN).at(-1);
    expect(supported?.type === 'screen-texts' && supported.screenTexts[1]).toMatchObject({ supports: 1 });
  });

  test('shows beside a point what is said of it and of none, and those pinned whatever their point', async () => {
    const { happen, actor, yann, gathered, changesTo, forget } = await opened();
    for (const itemId of ['item-one', 'item-two', 'item-gone', null])
      await happen('contribution/made', said(`of-${itemId}`, `De ${itemId}.`, { itemId }), idOf(yann));
    await happen('wall/set', { shows: 'all' }, idOf(actor));
    const ids = async () => {
      await gathered();
      const change = changesTo(SCREEN).findLast(({ type }) => type === 'screen-texts');
      forget();
      return change?.type === 'screen-texts' ? change.screenTexts.map(({ id }) => id) : null;
    };
    expect(await ids()).toEqual(['of-null', 'of-item-gone', 'of-item-two', 'of-item-one']);
    await happen('run/started', {
      ...{ runId: 'run-1', planRevision: 1, itemId: 'item-one', rehearsal: false, baseline: null },
    });
    expect(await ids()).toEqual(['of-null', 'of-item-gone', 'of-item-one']);
    await happen('run/moved', { itemId: 'item-two', automatic: false }, idOf(actor));
    expect(await ids()).toEqual(['of-null', 'of-item-gone', 'of-item-two']);
    await happen('contribution/placed', {
      ...{ contributionId: 'of-item-two', itemId: 'item-one', questionId: null },
    });
    expect(await ids()).toEqual(['of-null', 'of-item-gone']);
    await happen('contribution/pinned', { contributionId: 'of-item-one' }, idOf(actor));
    expect(await ids()).toEqual(['of-item-one', 'of-null', 'of-item-gone']);
    await happen('run/extended', { itemId: 'item-two', minutes: minutes(5) }, idOf(actor));
    expect(await ids()).toBeNull();
    await happen('run/finished', {}, idOf(actor));
    expect(await ids()).toEqual(['of-item-one', 'of-null', 'of-item-gone', 'of-item-two']);
  });
});

describe('groups and gommettes', () => {
  test('a heading goes to those who have the list, and what stands under it as ids', async () => {
    const { happen, yann, actor, gathered, changesTo, forget, typesTo } = await opened();
    const ids = Array.from({ length: 40 }, (_, index) => `contribution-${index}`);
    for (const id of ids) await happen('contribution/made', said(id, 'Une phrase entière.'), idOf(yann));
    await gathered();
    forget();
    const group = { groupId: 'group-1', heading: 'Horaires', contributionIds: ids };
    await happen('group/made', group, idOf(actor));
    await gathered();
    for (const name of [...STAFF, ...CROWD]) {
      expect(typesTo(name)).toEqual(['grouped', 'groups']);
      expect(JSON.stringify(changesTo(name)).length).toBeLessThan(2_000);
    }
    expect(typesTo(SCREEN)).toEqual([]);
  });

  test('who voted is counted, for what is a secret until it is shown', async () => {
    const { happen, yann, maelle, actor, gathered, changesTo, forget, stateOf, sent } = await opened();
    for (const id of ['contribution-1', 'contribution-2'])
      await happen('contribution/made', said(id, 'Une idée.'), idOf(yann));
    const dots = { dotsId: 'dots-1', budget: 3, contributionIds: ['contribution-1', 'contribution-2'] };
    await happen('dots/opened', dots, idOf(actor));
    await gathered();
    forget();
    const placed = { dotsId: 'dots-1', contributionId: 'contribution-1' };
    await happen('dots/placed', { ...placed, count: 2 }, idOf(yann));
    await happen('dots/placed', { ...placed, count: 1 }, idOf(maelle));
    await gathered();
    for (const name of [...STAFF, ...CROWD, SCREEN])
      expect(changesTo(name)).toEqual([{ type: 'dots-voters', dotsId: 'dots-1', voters: 2 }]);
    expect(sent.filter((it) => it.room === REGIE)).toEqual([]);
    expect((await stateOf(yann, 'participant')).me.dots).toEqual({ 'contribution-1': 2 });
    expect((await stateOf(actor, 'console')).dots).toMatchObject({ voters: 2, counts: null });
    await happen('dots/shown', { dotsId: 'dots-1' }, idOf(actor));
    await gathered();
    expect(changesTo(SCREEN).at(-1)).toMatchObject({
      dots: { shown: true, counts: { 'contribution-1': 3, 'contribution-2': 0 } },
    });
  });
});

describe('one’s own', () => {
  const key = 'k'.repeat(32);
  const keyHash = createHash('sha256').update(key).digest('hex');

  test('is told with the reason for which it is hidden; without a name only to who has the key', async () => {
    const { happen, yann, maelle, states, actor, desk } = await opened();
    const unnamed = said('contribution-1', 'Sans mon nom.', { unnamed: true, keyHash });
    await happen('contribution/made', unnamed);
    await happen(
      'contribution/hidden',
      { contributionId: 'contribution-1', reason: 'Hors sujet.' },
      idOf(actor),
    );
    const spoken = { entry: 'speech', attributedTo: idOf(yann) } as const;
    await happen('contribution/made', said('contribution-2', 'À voix haute.', spoken), 'person-rapporteur');
    const own = (by: Actor, keys: { contributionId: string; key: string }[] = []) =>
      states.own(by, 'sitting-1', null, keys);
    expect(await own(yann, [{ contributionId: 'contribution-1', key }])).toMatchObject({
      contributions: [
        { contribution: { text: 'À voix haute.', sorting: null }, toAgree: true },
        { contribution: { text: 'Sans mon nom.' }, hidden: 'Hors sujet.', toAgree: false },
      ],
      presentation: null,
    });
    expect(
      await own(maelle, [{ contributionId: 'contribution-1', key: 'another-key-of-22-letters' }]),
    ).toMatchObject({
      contributions: [],
      presentation: null,
    });
    expect(await own(maelle, [{ contributionId: 'contribution-2', key }])).toMatchObject({
      contributions: [],
    });
    expect(await own(await desk.byLink('screen'))).toBe('forbidden');
    expect(await own({ grants: [] })).toBe('forbidden');
    expect(await states.own(yann, 'sitting-nowhere', null, [])).toBe('unknown');
  });

  test('changed by another hand, the person’s pages are told, and nobody else’s', async () => {
    const { happen, yann, actor, gathered, to, listening, sent, forget } = await opened();
    const mine = `person:sitting-1:${idOf(yann)}`;
    listening.add(mine);
    listening.add('person:sitting-1:person-2');
    await happen('contribution/made', said('contribution-1', 'La mienne.'), idOf(yann));
    await gathered();
    expect(to(mine)).toEqual([]);
    const told = async (): Promise<number> => {
      await gathered();
      const count = to(mine).length;
      expect(sent.filter(({ event }) => event === 'own')).toHaveLength(count);
      forget();
      return count;
    };
    const one = { contributionId: 'contribution-1' };
    await happen('contribution/hidden', { ...one, reason: 'Vif.' }, idOf(actor));
    expect(await told()).toBe(1);
    await happen('contribution/shown', one, idOf(actor));
    expect(await told()).toBe(1);
    await happen(
      'presentation/written',
      { personId: idOf(yann), quotation: 'Voilà.', text: '' },
      idOf(actor),
    );
    expect(await told()).toBe(1);
    await happen('presentation/agreed', { personId: idOf(yann), on: 'phone' }, idOf(yann));
    expect(await told()).toBe(0);
    await happen('contribution/disowned', one, idOf(yann));
    expect(await told()).toBe(1);
  });
});
