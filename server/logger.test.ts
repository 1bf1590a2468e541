import { describe, expect, test } from 'vitest';
import { instant } from '#core/time/instant.ts';
import { createLogger, fieldsOfError } from './logger.ts';

const clock = { now: () => instant(Date.UTC(2012, 5, 14, 8, 30)) };

describe('createLogger', () => {
  test('writes one JSON object a line, with the injected time', () => {
    const lines: string[] = [];
    const logger = createLogger({ level: 'info', clock, write: (line) => lines.push(line) });
    logger.warn('room/closed', { room: 'r1', peers: 3 });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.endsWith('\n')).toBe(true);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      at: '2012-06-14T08:30:00.000Z',
      level: 'warn',
      event: 'room/closed',
      room: 'r1',
      peers: 3,
    });
  });

  test('keeps quiet below its level', () => {
    const lines: string[] = [];
    const logger = createLogger({ level: 'warn', clock, write: (line) => lines.push(line) });
    logger.debug('a');
    logger.info('b');
    logger.warn('c');
    logger.error('d');
    expect(lines.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual(['c', 'd']);
  });
});

describe('fieldsOfError', () => {
  test('leaves the message out, which may quote what somebody typed', () => {
    const fields = fieldsOfError(Object.assign(new TypeError('Madame Durand said no'), { code: 'E_X' }));
    expect(fields).toMatchObject({ error: 'TypeError', code: 'E_X' });
    expect(JSON.stringify(fields)).not.toContain('Durand');
    expect(fields['thrownAt']).toContain('logger.test.ts');
  });
});
