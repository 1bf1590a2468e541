/** A device that keeps the server's time as a page does: the same code, over a real socket, on a clock of its own. */
import { ClockSync } from '#lib/client/clock-sync.ts';
import type { ClockPace } from '#lib/client/clock-sync.ts';
import type { TimeAnswer } from '#protocol/socket.ts';
import type { Device } from './device.ts';

const ANSWER_WITHIN = 5_000;

export type SyncedDevice = {
  readonly sync: ClockSync;
  /** Milliseconds it stands ahead of this machine's clock, which is the server's too. */
  readonly ahead: () => number;
  close(): void;
};

export type OwnClock = {
  /** Milliseconds its time of day is wrong by. */
  readonly wrongBy: number;
  /** Where its monotonic clock began, and how much faster than time it runs. */
  readonly origin: number;
  readonly rate: number;
};

/** Over a socket of its own, or the one it follows a sitting with. */
export function syncedDevice(
  device: Device,
  pace: ClockPace,
  own: OwnClock,
  socket = device.socket(),
): SyncedDevice {
  const began = performance.now();
  const sync = new ClockSync(pace, {
    wall: () => Date.now() + own.wrongBy,
    monotonic: () => own.origin + (performance.now() - began) * own.rate,
    pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    probe: () =>
      new Promise<TimeAnswer | null>((resolve) => {
        if (!socket.connected) return resolve(null);
        socket.timeout(ANSWER_WITHIN).emit('time', (failed: Error | null, answer: TimeAnswer) => {
          resolve(failed ? null : answer);
        });
      }),
    heardAgain: () => undefined,
  });
  socket.on('connect', () => sync.measureAnew());
  if (socket.connected) sync.measureAnew();
  const beat = setInterval(() => sync.beat(), 1_000);
  return {
    sync,
    ahead: () => sync.now() - (performance.timeOrigin + performance.now()),
    close() {
      clearInterval(beat);
      sync.close();
      socket.disconnect();
    },
  };
}
