import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DeviceDatabase } from './device-database.ts';

let count = 0;
const opened: DeviceDatabase[] = [];
const open = async (name: string): Promise<DeviceDatabase> => {
  const device = await DeviceDatabase.open(name);
  opened.push(device);
  return device;
};
const newName = (): string => `device-${(count += 1)}`;

afterEach(async () => {
  for (const device of opened.splice(0)) await device.close();
  vi.unstubAllGlobals();
});

describe('what the device keeps', () => {
  it('is there at once, and after the page is gone', async () => {
    const name = newName();
    const first = await open(name);
    expect(first.isKept).toBe(true);
    const written = first.keep('drafts', 'one', 'Un début');
    expect(first.read('drafts', 'one')).toBe('Un début');
    expect(await written).toBe(true);
    await first.keep('outbox', 'two', { order: 1 });
    await first.drop('drafts', 'one');
    await first.close();

    const second = await open(name);
    expect(second.read('drafts', 'one')).toBeUndefined();
    expect(second.all('outbox')).toEqual([['two', { order: 1 }]]);
  });

  it('keeps the last of several writes', async () => {
    const name = newName();
    const device = await open(name);
    void device.keep('drafts', 'one', 'a');
    void device.drop('drafts', 'one');
    void device.keep('drafts', 'one', 'b');
    await device.close();
    expect((await open(name)).read('drafts', 'one')).toBe('b');
  });

  it('reaches the other tabs', async () => {
    const name = newName();
    const [one, other] = [await open(name), await open(name)];
    const heard = () => new Promise<void>((resolve) => void (stop = other.watch('outbox', resolve)));
    let stop: () => void = () => undefined;
    let told = heard();
    await one.keep('outbox', 'x', 1);
    await told;
    stop();
    expect(other.read('outbox', 'x')).toBe(1);
    told = heard();
    await one.drop('outbox', 'x');
    await told;
    stop();
    expect(other.all('outbox')).toEqual([]);
  });

  it('lives as long as the page where the browser keeps nothing, and says so', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('A private window.', 'SecurityError');
      },
    });
    const device = await open(newName());
    expect(device.isKept).toBe(false);
    expect(await device.keep('drafts', 'one', 'Un début')).toBe(false);
    expect(device.read('drafts', 'one')).toBe('Un début');
  });

  it('says so when a write was refused, and goes on holding it', async () => {
    const device = await open(newName());
    expect(await device.keep('drafts', 'one', () => 'not to be cloned')).toBe(false);
    expect(device.isKept).toBe(false);
    expect(await device.keep('drafts', 'one', 'Un début')).toBe(true);
    expect(device.isKept).toBe(true);
  });
});
