import { describe, expect, it } from 'vitest';
import { at, liveRow, runningSince } from './regie.test-support.ts';
import { startUndoOf } from './started-room.ts';

const started = {
  ...runningSince(0),
  steps: [
    {
      eventId: 'e1',
      type: 'run/started' as const,
      at: at(0),
      minutes: null,
      itemId: 'p1',
      automatic: false,
      by: null,
    },
  ],
};
const rowWith = (run: typeof started) => liveRow('a', { run }).row;

describe('a start made from the régie', () => {
  it('can be taken back while it is the last thing that happened in the room', () => {
    expect(startUndoOf({ sittingId: 'a', eventsBefore: 0 }, [rowWith(started)])).toEqual({
      type: 'run/undo',
      sittingId: 'a',
      expectedRunEvents: 1,
      target: 'e1',
    });
  });
  it('cannot once the room has gone on, or before it is seen', () => {
    expect(
      startUndoOf({ sittingId: 'a', eventsBefore: 0 }, [rowWith({ ...started, eventCount: 2 })]),
    ).toBeNull();
    expect(startUndoOf({ sittingId: 'a', eventsBefore: 0 }, [liveRow('a').row])).toBeNull();
    expect(startUndoOf({ sittingId: 'b', eventsBefore: 0 }, [rowWith(started)])).toBeNull();
  });
});
