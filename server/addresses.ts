/** Where people find this server. */
import { networkInterfaces } from 'node:os';
import type { NetworkInterfaceInfo } from 'node:os';

type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>;

/** The first IPv4 address that other machines of the local network may reach, or null when there is none. */
export const lanAddress = (interfaces: Interfaces = networkInterfaces()): string | null => {
  const all = Object.values(interfaces).flatMap((addresses) => addresses ?? []);
  const outside = all.filter(({ family, internal }) => family === 'IPv4' && !internal);
  // 169.254 is what a machine gives itself when nobody gave it an address.
  return (outside.find(({ address }) => !address.startsWith('169.254.')) ?? outside[0])?.address ?? null;
};

const forEveryone = new Set(['0.0.0.0', '::', '']);

/** The addresses to open, best known first: here, then from the local network, or only the public one. */
export const addressesToOpen = (of: {
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | null;
  readonly lan: string | null;
}): readonly string[] => {
  if (of.publicUrl !== null) return [of.publicUrl];
  const at = (name: string) => `http://${name.includes(':') ? `[${name}]` : name}:${of.port}`;
  if (!forEveryone.has(of.host)) return [at(of.host)];
  return of.lan === null ? [at('localhost')] : [at('localhost'), at(of.lan)];
};
