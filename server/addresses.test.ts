import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, test } from 'vitest';
import { addressesToOpen, lanAddress } from './addresses.ts';

const ipv4 = (address: string, internal = false): NetworkInterfaceInfo => ({
  address,
  netmask: '255.255.255.0',
  family: 'IPv4',
  mac: '00:00:00:00:00:00',
  internal,
  cidr: null,
});

describe('lanAddress', () => {
  test('passes over the loopback and self-given addresses', () => {
    expect(
      lanAddress({
        lo: [ipv4('127.0.0.1', true)],
        eth0: [ipv4('169.254.3.4')],
        wlan0: [ipv4('192.168.1.20')],
      }),
    ).toBe('192.168.1.20');
  });

  test('is null without a network', () => {
    expect(lanAddress({ lo: [ipv4('127.0.0.1', true)] })).toBeNull();
  });
});

describe('addressesToOpen', () => {
  const open = { host: '0.0.0.0', port: 3000, publicUrl: null, lan: '192.168.1.20' };

  test('names this machine and the local network', () => {
    expect(addressesToOpen(open)).toEqual(['http://localhost:3000', 'http://192.168.1.20:3000']);
  });

  test('keeps to the public address when the installation knows it', () => {
    expect(addressesToOpen({ ...open, publicUrl: 'https://pleniere.example.org' })).toEqual([
      'https://pleniere.example.org',
    ]);
  });

  test('keeps to the host it listens on', () => {
    expect(addressesToOpen({ ...open, host: '::1' })).toEqual(['http://[::1]:3000']);
  });
});
