/** This device's database, opened once by the page before anything is shown. */
import { adoptStored } from './adopt-stored.ts';
import { DeviceDatabase } from './device-database.ts';

const NAME = 'pleniere';

let opening: Promise<DeviceDatabase> | null = null;
let opened: DeviceDatabase | null = null;

/** Opens it; pages wait for it before they render. Safe to call again. */
export async function openDevice(): Promise<void> {
  opening ??= DeviceDatabase.open(NAME);
  const device = await opening;
  if (opened === null) await adoptStored(device);
  opened = device;
}

export function device(): DeviceDatabase {
  if (opened === null) throw new Error('openDevice() comes before device()');
  return opened;
}
