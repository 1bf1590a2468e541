/** What every keeper of versions, and of the addresses of actes, must do. */
import { describe, expect, it } from 'vitest';
import type { KeptText } from '../../server/seminars/kept-texts.port.ts';
import type { Storage } from '../../server/seminars/storage.port.ts';
import { person } from './access.ts';

export const keptText = (id: string, more: Partial<KeptText> = {}): KeptText => ({
  ...{ id, seminarId: 'm1', kind: 'actes', subjectId: 'm1', text: `{"of":"${id}"}` },
  ...more,
});

export function describeKeptTexts(storageOf: () => Promise<Storage>): void {
  describe('kept texts', () => {
    it('are found by their id, and by their séminaire in the order they were kept', async () => {
      const { keptTexts } = await storageOf();
      const synthesis = keptText('v2', { kind: 'synthesis', subjectId: 'a1' });
      for (const text of [synthesis, keptText('v1'), keptText('v3', { seminarId: 'm2' })])
        await keptTexts.keep(text);
      expect(await keptTexts.read('v2')).toEqual(synthesis);
      expect(await keptTexts.read('v9')).toBeNull();
      const which = [synthesis, keptText('v1')].map(({ text: _text, ...it }) => it);
      expect(await keptTexts.ofSeminar('m1')).toEqual(which);
    });

    it('are kept once, and replaced in place', async () => {
      const { keptTexts } = await storageOf();
      await keptTexts.keep(keptText('v1'));
      await keptTexts.keep(keptText('v1', { text: 'another' }));
      expect((await keptTexts.read('v1'))?.text).toBe(keptText('v1').text);
      await keptTexts.replace('v1', 'less');
      await keptTexts.replace('v9', 'nothing');
      expect(await keptTexts.read('v1')).toEqual(keptText('v1', { text: 'less' }));
      expect(await keptTexts.read('v9')).toBeNull();
    });
  });

  describe('addresses of actes', () => {
    it('belong to the first séminaire that asked, for good', async () => {
      const { actesAddresses } = await storageOf();
      expect(await actesAddresses.seminarAt('actes-vannes')).toBeNull();
      expect(await actesAddresses.reserve('actes-vannes', 'm1')).toBe(true);
      expect(await actesAddresses.reserve('actes-vannes', 'm1')).toBe(true);
      expect(await actesAddresses.reserve('actes-vannes', 'm2')).toBe(false);
      expect(await actesAddresses.seminarAt('actes-vannes')).toBe('m1');
    });
  });

  describe('erasing a person', () => {
    it('leaves a person of whom nothing is told', async () => {
      const { people } = await storageOf();
      await people.save(person('p1', 'm1', 'Ana'));
      await people.save(person('p2', 'm1', 'Bleuenn'));
      await people.erase('p1');
      await people.erase('p9');
      const nothing = { firstName: '', lastName: '', function: '', town: '', consent: 'none' };
      expect(await people.find('p1')).toEqual({ id: 'p1', seminarId: 'm1', ...nothing });
      expect(await people.find('p2')).toEqual(person('p2', 'm1', 'Bleuenn'));
    });
  });
}
