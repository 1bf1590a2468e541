import { describe, expect, test } from 'vitest';
import type { Actor, Role } from '#core/access/roles.ts';
import { seminarDesk } from '../../tests/support/seminar-desk.ts';
import { openMemoryStorage } from '../storage/memory/memory-storage.ts';
import type { SeminarCommand } from './commands.ts';

type Here = ReturnType<typeof seminarDesk>;

let sent = 0;
const send = (desk: Here, actor: Actor, as: Role, command: SeminarCommand) =>
  desk.commands.execute({ actor, as }, `room-command-${String((sent += 1)).padStart(8, '0')}`, command);
const codeOf = (answered: Awaited<ReturnType<typeof send>>): string =>
  answered.ok ? 'ok' : answered.error.code;
const personOf = (actor: Actor): string => actor.grants[0]?.personId ?? '';

const here = { sittingId: 'sitting-1' } as const;
const ask = { ...here, askId: 'ask-00001' };
const round = { ...here, roundId: 'round-001' };
const photo = { ...here, photoId: 'photo-001' };

async function opened(desk: Here = seminarDesk()) {
  const { actor: organiser } = await desk.seminar();
  const [yann, maelle] = [await desk.participant('Yann'), await desk.participant('Maëlle')];
  const listed = async () => (await desk.streams.seminar('seminar-1')).state?.attendance['sitting-1'];
  return { desk, organiser, yann, maelle, listed };
}

const writes = (personId: string, text: string): SeminarCommand => ({
  ...{ type: 'presentation/write', ...here, personId, quotation: '', text },
});

describe('rights over what passes in a room', () => {
  const CONDUCTS: readonly Role[] = ['organiser', 'animateur', 'rapporteur'];
  const RUNS: readonly Role[] = ['organiser', 'animateur'];
  const PREPARES: readonly Role[] = ['organiser'];
  const ALL: readonly Role[] = [...CONDUCTS, 'participant'];
  test.each<[SeminarCommand, readonly Role[]]>([
    [{ type: 'floor/ask', ...ask, personId: null, about: '' }, ALL],
    [{ type: 'floor/ask', ...ask, personId: 'somebody', about: '' }, CONDUCTS],
    [{ type: 'floor/give', ...ask, minutes: 2 }, CONDUCTS],
    [{ type: 'floor/end', ...ask }, CONDUCTS],
    [{ type: 'floor/order', ...here, order: 'first-timers' }, CONDUCTS],
    [{ type: 'floor/announce', ...here, announced: true }, CONDUCTS],
    [{ type: 'round/open', ...round }, CONDUCTS],
    [{ type: 'round/turn', ...round, personId: 'somebody' }, CONDUCTS],
    [{ type: 'round/close', ...round }, CONDUCTS],
    [writes('somebody', 'Vingt ans ici.'), CONDUCTS],
    [{ type: 'presentation/agree', ...here, personId: 'somebody' }, []],
    [{ type: 'presentation/agree-on-paper', ...here, personId: 'somebody' }, PREPARES],
    [{ type: 'photo/describe', ...photo, description: 'Un arbre' }, CONDUCTS],
    [{ type: 'photo/place', ...photo, itemId: null, questionId: null }, CONDUCTS],
    [{ type: 'photo/remove', ...photo }, CONDUCTS],
    [{ type: 'photo/include', ...photo, included: true }, PREPARES],
    [{ type: 'notes/close', ...here }, PREPARES],
    [{ type: 'notes/open', ...here }, PREPARES],
    [{ type: 'person/remove', ...here, personId: 'somebody' }, RUNS],
    [{ type: 'sitting/close', ...here }, RUNS],
    [{ type: 'sitting/reopen', ...here }, RUNS],
  ])('$type is for %j', async (command, roles) => {
    const { desk, organiser, yann } = await opened();
    for (const role of ['organiser', 'animateur', 'rapporteur', 'participant', 'screen'] as const) {
      const whose = { organiser, participant: yann };
      const actor = role === 'organiser' || role === 'participant' ? whose[role] : await desk.byLink(role);
      const isAllowed = codeOf(await send(desk, actor, role, command)) !== 'access/forbidden';
      expect([role, isAllowed]).toEqual([role, roles.includes(role)]);
    }
  });
});

describe('somebody taken off the list', () => {
  test('has no right left by the time the list says so', async () => {
    const storage = openMemoryStorage();
    const heldThen: number[] = [];
    const desk = seminarDesk({
      ...storage,
      events: {
        ...storage.events,
        async append(appends, receipts) {
          if (appends.some(({ events }) => events.some(({ type }) => type === 'seminar/person-removed')))
            heldThen.push((await storage.access.holdersIn('sitting-1')).length);
          return storage.events.append(appends, receipts);
        },
      },
    });
    const { organiser, yann, maelle, listed } = await opened(desk);
    const remove = { type: 'person/remove', ...here, personId: personOf(yann) } as const;
    expect(codeOf(await send(desk, organiser, 'organiser', remove))).toBe('ok');
    expect(heldThen).toEqual([1]);
    expect(await listed()).toEqual([personOf(maelle)]);
  });

  test('goes on conducting the sitting, if that is what they do', async () => {
    const { desk, organiser, listed } = await opened();
    const animateur = await desk.byLink('animateur');
    const personId = personOf(animateur);
    const introduction = { firstName: 'Ana', lastName: '', function: '', town: '', consent: 'none' } as const;
    await desk.sittingPeople.enter(organiser, 'sitting-1', personId, introduction);
    expect(await listed()).toContain(personId);
    await send(desk, organiser, 'organiser', { type: 'person/remove', ...here, personId });
    expect(await listed()).not.toContain(personId);
    expect(await desk.storage.access.holdersIn('sitting-1')).toContainEqual(
      expect.objectContaining({ personId }),
    );
  });

  test('[AC114] is not named as conducting it, though only the link was opened', async () => {
    const { desk, organiser, listed } = await opened();
    const personId = personOf(await desk.byLink('animateur'));
    const seminar = async () => (await desk.streams.seminar('seminar-1')).state;
    const appointed = async () =>
      ((await seminar())?.appointments['sitting-1'] ?? []).map((it) => it.personId);
    const before = await listed();
    expect(await appointed()).toContain(personId);
    const remove = { type: 'person/remove', ...here, personId } as const;
    const removedFrom = async (from: 'list' | 'animateur' | 'rapporteur') => {
      expect(codeOf(await send(desk, organiser, 'organiser', { ...remove, from }))).toBe('ok');
      return (await desk.streams.seminar('seminar-1')).seq;
    };
    const { seq } = await desk.streams.seminar('seminar-1');
    expect([await removedFrom('list'), await removedFrom('rapporteur')]).toEqual([seq, seq]);
    expect(await appointed()).toContain(personId);
    await removedFrom('animateur');
    expect([await appointed(), await listed()]).toEqual([[], before]);
  });

  test('[AC114] is still named as conducting it; no longer so, they keep their right and their place', async () => {
    const { desk, organiser, yann, listed } = await opened();
    const animateur = await desk.byLink('animateur');
    const roles = async () =>
      ((await desk.streams.seminar('seminar-1')).state?.appointments['sitting-1'] ?? []).length;
    const before = await roles();
    const holders = () => desk.storage.access.holdersIn('sitting-1');
    const held = (await holders()).length;
    const remove = { type: 'person/remove', ...here } as const;
    const dismissed = { ...remove, personId: personOf(animateur), from: 'animateur' } as const;
    await send(desk, organiser, 'organiser', dismissed);
    expect([await roles(), (await holders()).length]).toEqual([before - 1, held]);
    await send(desk, organiser, 'organiser', { ...remove, personId: personOf(yann), from: 'list' });
    expect(await listed()).not.toContain(personOf(yann));
    expect([await roles(), (await holders()).length]).toEqual([before - 1, held - 1]);
  });

  test('has no link of their own any more, however often it was asked for', async () => {
    const { desk, organiser, yann } = await opened();
    const link = () => desk.access.issuePersonal('seminar-1', personOf(yann));
    const links = await Promise.all([link(), link()]);
    const secrets = links.map((it) => [it.id, desk.access.secretOf(it)] as const);
    await send(desk, organiser, 'organiser', { type: 'person/remove', ...here, personId: personOf(yann) });
    for (const [id, secret] of secrets) expect(await desk.access.findLink(id, secret)).toBeNull();
  });
});

test('who came in on a second device says themselves how they may be quoted', async () => {
  const { desk, organiser } = await opened();
  const said = { firstName: 'Ana', lastName: 'RIO', function: '', town: '', consent: 'function' } as const;
  await desk.sittingPeople.enter(organiser, 'sitting-1', 'entered-1', said);
  const consentAfter = async () => {
    const named = { ...said, consent: 'name-and-function' } as const;
    await desk.sittingPeople.putRight(organiser, 'sitting-1', 'entered-1', named);
    const consent = (await desk.people.find('entered-1'))?.consent;
    await desk.people.save({ ...said, id: 'entered-1', seminarId: 'seminar-1' });
    return consent;
  };
  expect(await consentAfter()).toBe('name-and-function');
  const code = (await desk.access.ofSeminar('seminar-1')).find((it) => it.kind === 'code');
  if (!code) throw new Error('no code');
  const { session } = await desk.access.openSession();
  await desk.join.join(session, code, 'second-phone', said, 'me');
  expect(await consentAfter()).toBe('function');
});

test('over with the séminaire: nothing new is said of oneself, what was said is put right', async () => {
  const { desk, organiser, yann, maelle } = await opened();
  const as = 'participant';
  await send(desk, yann, as, writes(personOf(yann), 'Vingt ans ici.'));
  await send(desk, organiser, 'organiser', { type: 'seminar/close', seminarId: 'seminar-1' });
  expect(codeOf(await send(desk, yann, as, writes(personOf(yann), 'Trente ans ici.')))).toBe('ok');
  expect(codeOf(await send(desk, maelle, as, writes(personOf(maelle), 'Moi.')))).toBe('seminar/closed');
  expect(codeOf(await send(desk, yann, as, { type: 'floor/ask', ...ask, personId: null, about: '' }))).toBe(
    'seminar/closed',
  );
});

test('[FL8] nobody asks for the floor of an atelier that is closed', async () => {
  const { desk, organiser, yann } = await opened();
  const asks = async () =>
    codeOf(await send(desk, yann, 'participant', { type: 'floor/ask', ...ask, personId: null, about: '' }));
  await send(desk, organiser, 'organiser', { type: 'sitting/close', sittingId: 'sitting-1' });
  expect(await asks()).toBe('sitting/closed');
  await send(desk, organiser, 'organiser', { type: 'sitting/reopen', sittingId: 'sitting-1' });
  expect(await asks()).toBe('ok');
});
