import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ApiResult } from './api.ts';
import { leaveLater, pendingLeaves, tellLeaves } from './pending-leaves.ts';
import type { Visit } from './pending-leaves.ts';

const ana = { sittingId: 'molene', personId: 'ana' };
const yann = { sittingId: 'molene', personId: 'yann' };

/** The storage of a browser, as much of it as is used. */
function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

beforeEach(() => vi.stubGlobal('localStorage', storage()));
afterEach(() => vi.unstubAllGlobals());

const answering = (code: 'network' | 'access/forbidden' | null) => {
  const told: Visit[] = [];
  const leave = (visit: Visit): Promise<ApiResult<unknown>> => {
    told.push(visit);
    return Promise.resolve(code === null ? { ok: true, value: {} } : { ok: false, error: { code } });
  };
  return { told, leave };
};

describe('visits that ended without a network', () => {
  it('wait, each once', () => {
    leaveLater(ana);
    leaveLater(yann);
    leaveLater(ana);
    expect(pendingLeaves()).toEqual([yann, ana]);
  });
  it('are told when there is a network, and forgotten', async () => {
    leaveLater(ana);
    leaveLater(yann);
    const { told, leave } = answering(null);
    expect(await tellLeaves(leave)).toBe(true);
    expect(told).toEqual([ana, yann]);
    expect(pendingLeaves()).toEqual([]);
    expect(await tellLeaves(leave)).toBe(true);
    expect(told).toHaveLength(2);
  });
  it('wait on while there is none', async () => {
    leaveLater(ana);
    leaveLater(yann);
    const { told, leave } = answering('network');
    expect(await tellLeaves(leave)).toBe(false);
    expect(told).toEqual([ana]);
    expect(pendingLeaves()).toEqual([ana, yann]);
  });
  it('are over when the server refuses for good', async () => {
    leaveLater(ana);
    expect(await tellLeaves(answering('access/forbidden').leave)).toBe(true);
    expect(pendingLeaves()).toEqual([]);
  });
});
