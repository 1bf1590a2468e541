import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Actor, Role } from '#core/access/roles.ts';
import { ENOUGH_PEOPLE } from '#core/contributions/contribution.ts';
import { seminarDesk } from '../../tests/support/seminar-desk.ts';
import type { SeminarCommand } from './commands.ts';
import type { ContributionCommandHere } from './contribution-commands.ts';

type Here = ReturnType<typeof seminarDesk>;
type Make = Extract<SeminarCommand, { type: 'contribution/make' }>;

let sent = 0;
const commandId = () => `command-${String((sent += 1)).padStart(12, '0')}`;
const send = (here: Here, actor: Actor, as: Role, command: SeminarCommand) =>
  here.commands.execute({ actor, as }, commandId(), command);
const refusedWith = (code: string) => ({ ok: false, error: { code } });
const personOf = (actor: Actor): string => actor.grants[0]?.personId ?? '';

const here = { sittingId: 'sitting-1' } as const;
const make = (contributionId: string, more: Partial<Make> = {}): Make => ({
  type: 'contribution/make',
  ...here,
  contributionId,
  itemId: 'item-one',
  questionId: null,
  kind: null,
  text: 'Une permanence le samedi.',
  unnamed: false,
  ...more,
});
const change = (contributionId: string, text: string, key: string | null = null): SeminarCommand => ({
  type: 'contribution/change',
  ...here,
  ...{ contributionId, itemId: 'item-one', questionId: null, kind: null, text, key },
});
const one = <T extends string>(type: T, contributionId = 'contribution-1') => ({
  type,
  ...here,
  contributionId,
});

const KEY = 'k'.repeat(22);
const keyHash = createHash('sha256').update(KEY).digest('hex');

async function opened() {
  const desk = seminarDesk();
  const { actor: organiser } = await desk.seminar();
  const yann = await desk.participant('Yann');
  const maelle = await desk.participant('Maëlle');
  const the = async (id = 'contribution-1') =>
    (await desk.streams.sitting('sitting-1')).state?.contributions.byId.get(id);
  return { desk, organiser, yann, maelle, the };
}

describe('rights over what is said', () => {
  const SORTS: readonly Role[] = ['organiser', 'animateur', 'rapporteur'];
  const MODERATES: readonly Role[] = ['organiser', 'animateur'];
  const ALL: readonly Role[] = [...SORTS, 'participant'];
  const made = { ...here, contributionIds: ['contribution-1'] };
  const dots = { ...here, dotsId: 'dots-0001' };
  const silence = { ...here, silenceId: 'silence-1' };
  test.each<[ContributionCommandHere, readonly Role[]]>([
    [make('contribution-2'), ALL],
    [make('contribution-2', { entry: 'slip' }), SORTS],
    [make('contribution-2', { attributedTo: 'somebody' }), SORTS],
    [{ ...one('contribution/withdraw'), key: null }, [...MODERATES, 'participant']],
    [one('contribution/support'), ALL],
    [one('contribution/unsupport'), ALL],
    [{ type: 'contribution/agree-on-paper', ...made }, ['organiser']],
    [{ type: 'contribution/disown-on-paper', ...made }, ['organiser']],
    [{ ...one('contribution/place'), itemId: 'item-two', questionId: null }, SORTS],
    [{ type: 'contribution/group', ...made, groupId: null }, SORTS],
    [{ type: 'group/make', ...made, groupId: 'group-001', heading: 'Où' }, SORTS],
    [{ type: 'group/rename', ...here, groupId: 'group-001', heading: 'Où' }, SORTS],
    [{ type: 'group/dissolve', ...here, groupId: 'group-001' }, SORTS],
    [{ ...one('contribution/hide'), reason: 'Hors sujet.' }, MODERATES],
    [one('contribution/show'), MODERATES],
    [one('contribution/pin'), MODERATES],
    [one('contribution/unpin'), MODERATES],
    [one('contribution/approve'), MODERATES],
    [{ type: 'wall/set', ...here, shows: 'all' }, MODERATES],
    [{ type: 'silence/open', ...silence, itemId: null, questionId: null, minutes: 5 }, SORTS],
    [{ type: 'silence/extend', ...silence, minutes: 5 }, SORTS],
    [{ type: 'silence/reveal', ...silence }, SORTS],
    [{ type: 'dots/open', ...made, ...dots, budget: 3 }, SORTS],
    [{ type: 'dots/show', ...dots }, SORTS],
    [{ type: 'dots/put-away', ...dots }, SORTS],
  ])('$type is for %j', async (command, roles) => {
    const { desk, organiser, yann } = await opened();
    await send(desk, yann, 'participant', make('contribution-1'));
    for (const role of ['organiser', 'animateur', 'rapporteur', 'participant', 'screen'] as const) {
      const whose = { organiser, participant: yann };
      const actor = role === 'organiser' || role === 'participant' ? whose[role] : await desk.byLink(role);
      const answered = await send(desk, actor, role, command);
      const may = answered.ok || answered.error.code !== 'access/forbidden';
      expect([role, may]).toEqual([role, roles.includes(role)]);
    }
  });

  test('one’s own words are those one said, entered, or is said to have said', async () => {
    const { desk, yann, maelle, the } = await opened();
    const rapporteur = await desk.byLink('rapporteur');
    await send(desk, yann, 'participant', make('contribution-1'));
    const changed = change('contribution-1', 'Le dimanche.');
    expect(await send(desk, maelle, 'participant', changed)).toEqual(refusedWith('access/forbidden'));
    expect(await send(desk, rapporteur, 'rapporteur', changed)).toEqual(refusedWith('access/forbidden'));
    expect((await send(desk, yann, 'participant', changed)).ok).toBe(true);

    const heard = make('contribution-2', { entry: 'speech', attributedTo: personOf(maelle) });
    await send(desk, rapporteur, 'rapporteur', heard);
    expect(await the('contribution-2')).toMatchObject({ author: personOf(maelle), agreed: false });
    expect((await send(desk, rapporteur, 'rapporteur', change('contribution-2', 'Un.'))).ok).toBe(true);
    expect(await send(desk, yann, 'participant', one('contribution/agree', 'contribution-2'))).toEqual(
      refusedWith('access/forbidden'),
    );
    expect((await send(desk, maelle, 'participant', one('contribution/agree', 'contribution-2'))).ok).toBe(
      true,
    );
    expect((await send(desk, maelle, 'participant', change('contribution-2', 'Deux.'))).ok).toBe(true);
    expect(await the('contribution-2')).toMatchObject({ text: 'Deux.', agreed: true });
    const stranger = make('contribution-3', { entry: 'speech', attributedTo: 'stranger-1' });
    expect(await send(desk, rapporteur, 'rapporteur', stranger)).toEqual(refusedWith('person/unknown'));
  });
});

describe('words without a name', () => {
  test('are changed and withdrawn by their key alone, and the log tells neither who nor when', async () => {
    const { desk, organiser, yann, maelle, the } = await opened();
    await send(desk, yann, 'participant', make('contribution-1', { unnamed: true, keyHash }));
    for (const [actor, as] of [
      [organiser, 'organiser'],
      [maelle, 'participant'],
      [yann, 'participant'],
    ] as const)
      for (const key of [null, 'x'.repeat(22)])
        expect(await send(desk, actor, as, change('contribution-1', 'Autre', key))).toEqual(
          refusedWith('contribution/wrong-key'),
        );
    desk.clock.advance(95_432);
    expect((await send(desk, yann, 'participant', change('contribution-1', 'Le dimanche.', KEY))).ok).toBe(
      true,
    );
    // Something of that moment in between: what is cut to the minute still may lie before it.
    await send(desk, maelle, 'participant', make('contribution-2'));
    await send(desk, yann, 'participant', { ...one('contribution/withdraw'), key: KEY });
    expect((await the())?.withdrawn).toBe(true);
    const log = await desk.storage.events.read('sitting:sitting-1', 1);
    const unnamed = log.filter(
      ({ payload }) => 'contributionId' in payload && payload.contributionId === 'contribution-1',
    );
    expect(unnamed.map(({ type }) => type)).toEqual([
      'contribution/made',
      'contribution/changed',
      'contribution/withdrawn',
    ]);
    for (const { actor, at } of unnamed) expect([actor, at % 60_000]).toEqual([null, 0]);
    expect(JSON.stringify(unnamed)).not.toContain(personOf(yann));
    expect(JSON.stringify(log)).not.toContain(KEY);
  });

  test('show function and town only among enough people, to who agreed to be quoted with them', async () => {
    const { desk, yann, maelle, the } = await opened();
    const asked = { unnamed: true, withFunction: true };
    await send(desk, yann, 'participant', make('too-few-1', asked));
    for (let count = 2; count < ENOUGH_PEOPLE; count += 1) await desk.participant(`Prénom${count}`);
    const shy = await desk.people.find(personOf(maelle));
    if (!shy) throw new Error('nobody');
    await desk.people.save({ ...shy, consent: 'none' });
    await send(desk, yann, 'participant', make('enough-01', asked));
    await send(desk, yann, 'participant', make('not-asked', { unnamed: true }));
    await send(desk, maelle, 'participant', make('no-consent', asked));
    expect(await the('enough-01')).toMatchObject({ function: 'bénévole', town: 'Lorient' });
    for (const id of ['too-few-1', 'not-asked', 'no-consent'])
      expect(await the(id)).toMatchObject({ function: null, town: null });
  });
});

describe('what arrives late or twice', () => {
  test('a resend long after its receipt is gone counts once', async () => {
    const { desk, yann } = await opened();
    const said = make('contribution-1', { unnamed: true, keyHash });
    const id = commandId();
    await desk.commands.execute({ actor: yann, as: 'participant' }, id, said);
    await desk.storage.events.forgetReceipts(desk.clock.now());
    expect(await desk.storage.events.receipt(id)).toBeNull();
    const before = desk.committed.length;
    expect(await desk.commands.execute({ actor: yann, as: 'participant' }, id, said)).toEqual(
      refusedWith('contribution/exists'),
    );
    expect(desk.committed.length).toBe(before);
  });

  test('words are entered after the run and after the atelier, not after the séminaire', async () => {
    const { desk, organiser, yann, the } = await opened();
    const run = (type: 'run/start' | 'run/finish', expectedRunEvents: number) =>
      send(desk, organiser, 'organiser', { type, ...here, expectedRunEvents });
    await run('run/start', 0);
    await send(desk, yann, 'participant', make('during-01'));
    await run('run/finish', 1);
    await send(desk, organiser, 'organiser', { type: 'sitting/close', ...here });
    const rapporteur = await desk.byLink('rapporteur');
    expect((await send(desk, rapporteur, 'rapporteur', make('after-001', { entry: 'slip' }))).ok).toBe(true);
    expect((await the('during-01'))?.runId).not.toBeNull();
    expect(await the('after-001')).toMatchObject({ runId: null, itemId: 'item-one', entry: 'slip' });

    const seminar = { seminarId: 'seminar-1' } as const;
    expect(await send(desk, yann, 'participant', { type: 'seminar/close', ...seminar })).toEqual(
      refusedWith('access/forbidden'),
    );
    await send(desk, organiser, 'organiser', { type: 'seminar/close', ...seminar });
    expect(await send(desk, yann, 'participant', make('too-late-1'))).toEqual(refusedWith('seminar/closed'));
    expect((await send(desk, yann, 'participant', change('during-01', 'Mieux dit.'))).ok).toBe(true);
    await send(desk, organiser, 'organiser', { type: 'seminar/reopen', ...seminar });
    expect((await send(desk, yann, 'participant', make('too-late-1'))).ok).toBe(true);
  });

  test('a second device does not take back what the first supports', async () => {
    const { desk, yann, maelle, the } = await opened();
    await send(desk, maelle, 'participant', make('contribution-1'));
    await send(desk, yann, 'participant', one('contribution/support'));
    const code = (await desk.access.ofSeminar('seminar-1')).find((it) => it.kind === 'code');
    if (!code) throw new Error('no code');
    const { session } = await desk.access.openSession();
    const me = { firstName: 'Yann', lastName: 'LE GOFF', function: '', town: '', consent: 'none' as const };
    await desk.join.join(session, code, 'second-phone', me, 'me');
    const phone = await desk.access.actorOf(session);
    await send(desk, phone, 'participant', one('contribution/unsupport'));
    expect((await the())?.supporters).toEqual([personOf(yann)]);
    expect((await send(desk, phone, 'participant', one('contribution/support'))).ok).toBe(true);
    expect((await the())?.supporters).toEqual([personOf(yann), 'second-phone']);
  });
});
