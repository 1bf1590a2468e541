import { expect, test } from 'vitest';
import { may } from '#core/access/may.ts';
import { ACTIONS } from '#core/access/may.ts';
import { seminarDesk } from '../../tests/support/seminar-desk.ts';

test('the link of a person quoted opens what quotes them, and nothing else, whatever it is exchanged for', async () => {
  const { access, join, people, participant, seminar, sittingPeople } = seminarDesk();
  await seminar();
  const soizic = (await participant('Soizic')).grants[0]?.personId ?? '';
  const link = await access.issueReader('seminar-1', soizic);
  expect(await access.issueReader('seminar-1', soizic)).toEqual(link);
  const { session } = await access.openSession();
  expect(await join.takeLink(session, link.id, access.secretOf(link))).toMatchObject({ ok: true });

  const actor = await access.actorOf(session);
  const everywhere = { seminarId: 'seminar-1', sittingIds: ['sitting-1'], plenary: true, owners: [soizic] };
  const open = { ...everywhere, notesOpen: true, synthesisShown: true, inReview: true };
  const allowed = (quoted: readonly string[]) =>
    ACTIONS.filter((action) => may(actor, action, { ...open, quoted }));
  expect(allowed([soizic])).toEqual(['actes/read', 'actes/correct', 'published-actes/read']);
  expect(allowed([])).toEqual(['published-actes/read']);

  const introduction = { firstName: '', lastName: 'AUTRE', function: '', town: '', consent: 'none' } as const;
  expect(await join.introduce(session, soizic, introduction)).toMatchObject({ ok: false });
  expect(await sittingPeople.personalLink(actor, 'sitting-1', soizic)).toMatchObject({ ok: false });
  const code = (await access.ofSeminar('seminar-1')).find(({ kind }) => kind === 'code');
  if (!code) throw new Error('no code');
  expect(await access.takeCode(session, code, soizic, introduction)).toMatchObject({ ok: false });
  expect((await people.find(soizic))?.lastName).toBe('LE GOFF');
});

test('a personal link is another, and ends without it', async () => {
  const { access, join, participant, seminar } = seminarDesk();
  await seminar();
  const soizic = (await participant('Soizic')).grants[0]?.personId ?? '';
  const own = await access.issuePersonal('seminar-1', soizic);
  const quoted = await access.issueReader('seminar-1', soizic);
  const opens = async ({ id }: typeof own, secret: string) => {
    const { session } = await access.openSession();
    return (await join.takeLink(session, id, secret)).ok;
  };
  const [ownSecret, quotedSecret] = [access.secretOf(own), access.secretOf(quoted)];
  await access.letGo('seminar-1', 'sitting-1', soizic);
  expect(await opens(own, ownSecret)).toBe(false);
  expect(await opens(quoted, quotedSecret)).toBe(true);
  await access.forgetPerson('seminar-1', soizic);
  expect(await opens(quoted, quotedSecret)).toBe(false);
});
