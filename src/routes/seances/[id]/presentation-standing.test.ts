import { describe, expect, it } from 'vitest';
import type { KeptCommand } from '#protocol/inputs.ts';
import { presentationStanding } from './presentation-standing.ts';

const noted = {
  ...{ personId: 'ana', name: 'Ana LE GALL', quotation: '', text: 'Trente ans d’accueil.', agreed: false },
};
const write = (personId: string, text: string): { command: KeptCommand } => ({
  command: { type: 'presentation/write', sittingId: 's', personId, quotation: '', text },
});
const agree: { command: KeptCommand } = {
  command: { type: 'presentation/agree', sittingId: 's', personId: 'ana' },
};

describe('what stands under someone’s name', () => {
  it('is what the server has', () => {
    expect(presentationStanding(null, [], 'ana')).toBeNull();
    expect(presentationStanding(noted, [], 'ana')).toEqual({
      ...{ quotation: '', text: 'Trente ans d’accueil.', agreed: false, waiting: false },
    });
  });
  it('counts in what is on its way', () => {
    expect(presentationStanding(noted, [agree], 'ana')).toMatchObject({ agreed: true, waiting: true });
    expect(presentationStanding(noted, [write('ana', 'Vingt ans.')], 'ana')).toMatchObject({
      ...{ text: 'Vingt ans.', agreed: true, waiting: true },
    });
  });
  it('leaves out what another person of this device wrote', () => {
    expect(presentationStanding(null, [write('yann', 'Dix ans.')], 'ana')).toBeNull();
  });
  it('agrees to nothing where nothing stands', () => {
    expect(presentationStanding(null, [agree], 'ana')).toBeNull();
  });
});
