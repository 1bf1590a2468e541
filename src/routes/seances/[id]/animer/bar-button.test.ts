import { describe, expect, it } from 'vitest';
import { buttonOf } from './bar-button.ts';

describe('the button that a command was pressed with', () => {
  it('is that of the bar', () => {
    expect(buttonOf({ type: 'run/start', rehearsal: false })).toBe('lead');
    expect(buttonOf({ type: 'run/start', rehearsal: true })).toBe('toggle');
    expect(buttonOf({ type: 'run/next' })).toBe('lead');
    expect(buttonOf({ type: 'run/resume' })).toBe('toggle');
    expect(buttonOf({ type: 'run/extend', minutes: -5 })).toBe('minus');
    expect(buttonOf({ type: 'run/extend', minutes: 5 })).toBe('plus');
    expect(buttonOf({ type: 'run/undo', target: 'e1' })).toBe('undo');
  });
  it('is none for what is given elsewhere, or when nothing is on its way', () => {
    expect(buttonOf({ type: 'run/extend', minutes: 5, itemId: 'p2' })).toBeNull();
    expect(buttonOf({ type: 'run/back' })).toBeNull();
    expect(buttonOf(null)).toBeNull();
  });
});
