import { expect, test } from 'vitest';
import { duration } from '#core/time/instant.ts';
import fr from '#i18n/fr/clock.ts';
import { driftStateOf, driftWords } from './drift.ts';

const MINUTE = 60_000;

test.each([
  [0, 'à l’heure', 'on-time'],
  [0.9, 'à l’heure', 'on-time'],
  [4, 'retard 4\u00a0min', 'a-little-late'],
  [10, 'retard 10\u00a0min', 'late'],
  [30, 'retard 30\u00a0min', 'late'],
  [-6, 'avance 6\u00a0min', 'early'],
  [-87, 'avance 1\u00a0h\u00a027', 'early'],
])('%d min is said as « %s »', (count, words, state) => {
  const drift = duration(count * MINUTE);
  expect([driftWords(drift, fr), driftStateOf(drift)]).toEqual([words, state]);
});
