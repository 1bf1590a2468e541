import { expect, test } from 'vitest';
import type { DomainEvent } from '#core/events/event-types.ts';
import { seminarDesk } from '../../tests/support/seminar-desk.ts';
import { recordingLogger } from '../../tests/support/surroundings.ts';
import { createTextStanding } from './text-standing.ts';

async function standing(refuses = false) {
  const asked: string[] = [];
  const logger = recordingLogger();
  const desk = seminarDesk();
  await desk.seminar();
  const texts = createTextStanding({
    ...{ streams: desk.streams, logger },
    async recheckDocument({ kind, id }) {
      asked.push(`${kind}:${id}`);
      return refuses ? Promise.reject(new Error('gone')) : Promise.resolve();
    },
  });
  const happened = (type: DomainEvent['type'], stream: DomainEvent['stream']) =>
    ({
      ...{ id: type, type, stream, seq: 1, v: 1, at: 0, actor: null },
      payload: {},
    }) as unknown as DomainEvent;
  return { texts, asked, logger, happened };
}

test('what opens or closes a text has everybody asked about again who has it open', async () => {
  const { texts, asked, happened } = await standing();
  texts.committed([
    happened('notes/closed', 'sitting:sitting-1'),
    happened('synthesis/validated', 'atelier:atelier-1'),
    happened('synthesis/proposed', 'atelier:atelier-1'),
    happened('synthesis/shown', 'atelier:atelier-1'),
    happened('seminar/closed', 'seminar:seminar-1'),
  ]);
  await texts.settled();
  expect(asked.toSorted()).toEqual([
    ...['notes:sitting-1', 'notes:sitting-1', 'synthesis:atelier-1', 'synthesis:atelier-1'],
  ]);
});

test('a synthesis is held until the last of those who hold it lets go', async () => {
  const { texts, asked } = await standing();
  const [one, other] = [await texts.hold('atelier-1'), await texts.hold('atelier-1')];
  await one();
  expect([texts.isHeld('atelier-1'), texts.isHeld('atelier-2')]).toEqual([true, false]);
  await other();
  expect(texts.isHeld('atelier-1')).toBe(false);
  expect(asked).toHaveLength(4);
});

test('who could not be asked about is logged, and stops nothing', async () => {
  const { texts, logger, happened } = await standing(true);
  texts.committed([happened('synthesis/reopened', 'atelier:atelier-1')]);
  await texts.settled();
  expect(logger.lines).toMatchObject([{ event: 'text/not-rechecked' }]);
});
