import { expect, test } from 'vitest';
import { cureForNode } from './node-version.ts';

test('Node 24 passes, every other major is told what to do', () => {
  expect(cureForNode('v24.0.0')).toBeNull();
  expect(cureForNode('v24.21.0')).toBeNull();
  for (const version of ['v20.20.2', 'v22.18.0', 'v25.0.0', 'v240.0.0']) {
    expect(cureForNode(version)).toMatch(/Node 24 .*npm start/);
  }
});
