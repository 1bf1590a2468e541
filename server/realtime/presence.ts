/** How many devices of participants are connected to each sitting: a count, never a list. */

export type Presence = {
  readonly connected: (sittingId: string) => number;
  readonly enter: (sittingId: string, sessionId: string) => void;
  readonly leave: (sittingId: string, sessionId: string) => void;
};

/** `changed` is called when the number of devices in a sitting becomes another. */
export function createPresence(changed: (sittingId: string) => void): Presence {
  /** Open pages per device, so that two tabs count once. */
  const devices = new Map<string, Map<string, number>>();
  return {
    connected: (sittingId) => devices.get(sittingId)?.size ?? 0,
    enter(sittingId, sessionId) {
      const there = devices.get(sittingId) ?? new Map<string, number>();
      devices.set(sittingId, there);
      const pages = there.get(sessionId) ?? 0;
      there.set(sessionId, pages + 1);
      if (pages === 0) changed(sittingId);
    },
    leave(sittingId, sessionId) {
      const there = devices.get(sittingId);
      const pages = there?.get(sessionId);
      if (!there || pages === undefined) return;
      if (pages > 1) {
        there.set(sessionId, pages - 1);
        return;
      }
      there.delete(sessionId);
      if (there.size === 0) devices.delete(sittingId);
      changed(sittingId);
    },
  };
}
