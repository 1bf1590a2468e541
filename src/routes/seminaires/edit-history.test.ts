import { describe, expect, test } from 'vitest';
import { EditHistory } from './edit-history.ts';

const edited = (...values: readonly string[]) =>
  values.reduce((history, value) => history.remember(value), new EditHistory('0'));

describe('the history of edits', () => {
  test('takes edits back, last first, and does them again', () => {
    const history = edited('1', '2');
    expect(history.undo().present).toBe('1');
    expect(history.undo().undo().present).toBe('0');
    expect(history.undo().undo().redo().redo().present).toBe('2');
  });

  test('stands still at either end', () => {
    const history = edited('1');
    expect(history.redo()).toBe(history);
    expect(history.canRedo).toBe(false);
    const first = history.undo();
    expect(first.canUndo).toBe(false);
    expect(first.undo()).toBe(first);
  });

  test('forgets what was undone once something else is edited', () => {
    const history = edited('1', '2').undo().remember('3');
    expect(history.canRedo).toBe(false);
    expect(history.undo().present).toBe('1');
  });

  test('does not count the same value as an edit', () => {
    const history = edited('1').undo();
    expect(history.remember('0')).toBe(history);
  });

  test('keeps the last twenty', () => {
    let history = edited(...Array.from({ length: 30 }, (_, index) => String(index + 1)));
    let steps = 0;
    while (history.canUndo) {
      history = history.undo();
      steps += 1;
    }
    expect(steps).toBe(20);
    expect(history.present).toBe('10');
  });
});
