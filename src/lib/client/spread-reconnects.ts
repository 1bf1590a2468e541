/** Socket.IO's own reconnection, spread as a room needs it. */
import type { Manager } from 'socket.io-client';
import { reconnectDelay } from './backoff.ts';

/** The library's waits double from their first one; these are drawn anew each time. */
export function spreadReconnects(manager: Manager, random: () => number): void {
  const draw = (): void => {
    const delay = reconnectDelay(random());
    manager.randomizationFactor(0);
    manager.reconnectionDelay(delay);
    manager.reconnectionDelayMax(delay);
  };
  draw();
  // It asks how long to wait just after these.
  manager.on('close', draw);
  manager.on('reconnect_attempt', draw);
}
