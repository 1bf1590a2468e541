/** What every keeper of people, links, sessions and grants must do. */
import { describe, expect, it } from 'vitest';
import type { Grant, Role } from '#core/access/roles.ts';
import { instant } from '#core/time/instant.ts';
import type { Storage } from '../../server/seminars/storage.port.ts';
import { link, person } from './access.ts';
import { codeOf } from './code-of.ts';

export function describePeopleAndAccess(storageOf: () => Promise<Storage>): void {
  describe('people', () => {
    it('are found by id and by séminaire, in the order they came', async () => {
      const { people } = await storageOf();
      for (const each of [person('p2', 'm1', 'Zoé'), person('p1', 'm1', 'Ana'), person('p3', 'm2', 'Léo')]) {
        await people.save(each);
      }
      expect(await people.find('p1')).toEqual(person('p1', 'm1', 'Ana'));
      expect(await people.find('nobody')).toBeNull();
      expect((await people.ofSeminar('m1')).map(({ id }) => id)).toEqual(['p2', 'p1']);
    });

    it('are changed by saving them again, and keep their place', async () => {
      const { people } = await storageOf();
      await people.save(person('p1', 'm1', 'Ana'));
      await people.save(person('p2', 'm1', 'Zoé'));
      await people.save({ ...person('p1', 'm1', 'Anna'), consent: 'none' });
      const changed = { ...person('p1', 'm1', 'Anna'), consent: 'none' };
      expect(await people.ofSeminar('m1')).toEqual([changed, person('p2', 'm1', 'Zoé')]);
    });
  });

  describe('access', () => {
    it('finds links and codes', async () => {
      const { access } = await storageOf();
      await access.save(link('l1'));
      await access.save(link('l2', 'ABCD2345'));
      expect(await access.find('l1')).toEqual(link('l1'));
      expect(await access.findByCode('ABCD2345')).toEqual(link('l2', 'ABCD2345'));
      expect(await access.findByCode('ZZZZ9999')).toBeNull();
      expect(await access.find('l3')).toBeNull();
      expect((await access.ofSeminar('m1')).map(({ id }) => id)).toEqual(['l1', 'l2']);
      expect(await access.ofSeminar('m2')).toEqual([]);
      expect(await access.ofSitting('m1', 's1')).toEqual([link('l2', 'ABCD2345')]);
      expect(await access.ofSitting('m2', 's1')).toEqual([]);
    });

    it('rotates by saving again: the old code opens nothing', async () => {
      const { access } = await storageOf();
      await access.save(link('l1', 'ABCD2345'));
      await access.save({ ...link('l1', 'WXYZ6789'), generation: 2 });
      expect(await access.findByCode('ABCD2345')).toBeNull();
      expect((await access.findByCode('WXYZ6789'))?.generation).toBe(2);
    });

    it('never gives one code twice', async () => {
      const { access } = await storageOf();
      await access.save(link('l1', 'ABCD2345'));
      expect(await codeOf(access.save(link('l2', 'ABCD2345')))).toBe('storage/constraint');
      expect((await access.findByCode('ABCD2345'))?.id).toBe('l1');
    });

    it('keeps whose a link is', async () => {
      const { access } = await storageOf();
      const own = { ...link('l1'), personId: 'p1' };
      await access.save(own);
      expect(await access.find('l1')).toEqual(own);
      await access.save({ ...own, generation: 2 });
      expect(await access.ofSeminar('m1')).toEqual([{ ...own, generation: 2 }]);
      await access.save(link('l9'));
      expect(await access.ofPerson('m1', own.personId)).toEqual([{ ...own, generation: 2 }]);
      expect(await access.ofPerson('m2', own.personId)).toEqual([]);
    });

    it('opens sessions by the hash of their token', async () => {
      const { access } = await storageOf();
      const session = { id: 'd1', createdAt: instant(1_764_000_000_000) };
      await access.openSession(session, 'hash-1');
      expect(await access.session('hash-1')).toEqual(session);
      expect(await access.session('hash-2')).toBeNull();
      expect(await codeOf(access.openSession({ ...session, id: 'd2' }, 'hash-1'))).toBe('storage/constraint');
      expect(await codeOf(access.openSession(session, 'hash-2'))).toBe('storage/constraint');
    });

    it('takes a grant away whichever links gave it, and no other', async () => {
      const { access } = await storageOf();
      const at = instant(1_764_000_000_000);
      await access.openSession({ id: 'd1', createdAt: at }, 'hash-1');
      await access.openSession({ id: 'd2', createdAt: at }, 'hash-2');
      const scope = { seminarId: 'm1', sittingId: 's1' };
      const ana: Grant = { role: 'participant', scope, personId: 'p1' };
      const zoe: Grant = { role: 'participant', scope, personId: 'p2' };
      const runs: Grant = { role: 'animateur', scope, personId: 'p1' };
      for (const grant of [ana, zoe, runs]) await access.grant('d1', grant, 'l1', at);
      await access.grant('d1', ana, 'l2', at);
      await access.grant('d2', ana, 'l1', at);
      await access.ungrant('d1', ana);
      expect(await access.grantsOf('d1')).toEqual([zoe, runs]);
      expect(await access.grantsOf('d2')).toEqual([ana]);
      await access.ungrant('d1', ana);
      await access.grant('d1', ana, 'l1', at);
      expect(await access.grantsOf('d1')).toEqual([zoe, runs, ana]);
    });

    it('holds each grant of a session once, in the order they were given', async () => {
      const { access } = await storageOf();
      const at = instant(1_764_000_000_000);
      await access.openSession({ id: 'd1', createdAt: at }, 'hash-1');
      const room: Grant = {
        role: 'screen',
        scope: { seminarId: 'm1', sittingId: 's1' },
        personId: null,
      };
      const own: Grant = { role: 'organiser', scope: { seminarId: 'm1', sittingId: null }, personId: 'p1' };
      await access.grant('d1', room, 'l1', at);
      await access.grant('d1', own, 'l2', at);
      await access.grant('d1', room, 'l1', instant(at + 1));
      await access.grant('d1', room, 'l3', instant(at + 2));
      expect(await access.grantsOf('d1')).toEqual([room, own]);
      expect(await access.grantsOf('d2')).toEqual([]);
      expect(await codeOf(access.grant('d2', own, 'l2', at))).toBe('storage/constraint');
    });

    it('knows who holds a right in a sitting, and takes that to take part from all devices of a person', async () => {
      const { access } = await storageOf();
      const at = instant(1_764_000_000_000);
      const grant = (personId: string | null, sittingId: string, role: Role = 'participant'): Grant => ({
        ...{ role, personId },
        scope: { seminarId: 'm1', sittingId },
      });
      for (const id of ['d1', 'd2', 'd3']) await access.openSession({ id, createdAt: at }, `hash-${id}`);
      for (const held of [grant('p1', 's1'), grant('p1', 's1', 'animateur'), grant('p1', 's2')])
        await access.grant('d1', held, 'l1', at);
      await access.grant('d2', grant('p1', 's1'), 'l2', at);
      await access.grant('d2', grant('p2', 's1'), 'l1', at);
      await access.grant('d3', grant(null, 's1', 'screen'), 'l3', at);
      expect(await access.holdersIn('s1')).toEqual([
        { sessionId: 'd1', personId: 'p1' },
        { sessionId: 'd2', personId: 'p1' },
        { sessionId: 'd2', personId: 'p2' },
      ]);
      expect([...(await access.withdrawGrants('p1', 's1'))].toSorted()).toEqual(['d1', 'd2']);
      expect(await access.withdrawGrants('p1', 's1')).toEqual([]);
      expect(await access.grantsOf('d1')).toEqual([grant('p1', 's1', 'animateur'), grant('p1', 's2')]);
      expect(await access.grantsOf('d2')).toEqual([grant('p2', 's1')]);
      expect(await access.holdersIn('s1')).toEqual([
        { sessionId: 'd1', personId: 'p1' },
        { sessionId: 'd2', personId: 'p2' },
      ]);
      expect([...(await access.withdrawAllGrants('p1'))]).toEqual(['d1']);
      expect(await access.grantsOf('d1')).toEqual([]);
      expect(await access.grantsOf('d2')).toEqual([grant('p2', 's1')]);
    });
  });
}
