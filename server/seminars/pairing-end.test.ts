import { expect, test } from 'vitest';
import { instant } from '#core/time/instant.ts';
import { pairingEnd } from './pairing-end.ts';

const at = (iso: string) => instant(Date.parse(iso));

test.each([
  [
    'in the morning: midnight in the séminaire’s zone',
    '2026-11-26T08:00Z',
    'Europe/Paris',
    '2026-11-26T23:00Z',
  ],
  ['in the evening: twelve hours', '2026-11-26T20:30Z', 'Europe/Paris', '2026-11-27T08:30Z'],
  ['a day that loses an hour', '2026-03-29T00:30Z', 'Europe/Paris', '2026-03-29T22:00Z'],
  ['a day that wins an hour', '2026-10-25T00:30Z', 'Europe/Paris', '2026-10-25T23:00Z'],
  ['far from Greenwich', '2026-11-26T19:00Z', 'Pacific/Noumea', '2026-11-27T13:00Z'],
])('%s', (_case, from, zone, end) => {
  expect(new Date(pairingEnd(at(from), zone)).toISOString()).toBe(new Date(at(end)).toISOString());
});
