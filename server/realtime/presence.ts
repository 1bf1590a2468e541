/** How many devices are connected to each sitting, of participants and as projectors: counts, never a list. */
import type { ScreenCount } from '#protocol/regie-views.ts';
import type { Timers } from '../seminars/surroundings.port.ts';

/** How a page went: closed by somebody, cut off, or silent for so long that it counts as gone. */
export type Leaving = 'closed' | 'cut' | 'silent';

export type Presence = {
  /** Devices of participants. */
  readonly connected: (sittingId: string) => number;
  /** Whether a participant's device or a projector is connected to any sitting. */
  readonly isAnybodyThere: () => boolean;
  readonly enter: (sittingId: string, sessionId: string) => void;
  readonly leave: (sittingId: string, sessionId: string) => void;

  readonly screens: (sittingId: string) => ScreenCount;
  readonly enterScreen: (sittingId: string, sessionId: string) => void;
  readonly leaveScreen: (sittingId: string, sessionId: string, how: Leaving) => void;
  /** A computer that is paired as a projector: when it does not come it is lost. */
  readonly expectScreen: (sittingId: string, sessionId: string) => void;
  /** It is no projector of this sitting any more: that it is not there is no loss. */
  readonly forgetScreen: (sittingId: string, sessionId: string) => void;
  readonly close: () => void;
};

/** A projector that was cut off is back within this, or lost. */
export const AWAY_MILLISECONDS = 15_000;
/** A lost projector that nobody paired is not looked for the next day. */
export const LOST_MILLISECONDS = 12 * 3_600_000;

type Screen = {
  pages: number;
  /** `expected`: it was not here yet. `away`: cut off, and still counted as here, so that a reload is no event. */
  state: 'expected' | 'here' | 'away' | 'lost';
  /** Paired: it stays expected, however long it is lost. */
  expected: boolean;
  cancel: () => void;
};

/** `changed` is called when the number of devices or projectors in a sitting becomes another. */
export function createPresence(changed: (sittingId: string) => void, timers: Timers): Presence {
  /** Open pages per device, so that two tabs count once. */
  const devices = new Map<string, Map<string, number>>();
  const screens = new Map<string, Map<string, Screen>>();

  const screensOf = (sittingId: string): Map<string, Screen> => {
    const there = screens.get(sittingId) ?? new Map<string, Screen>();
    screens.set(sittingId, there);
    return there;
  };

  function forget(sittingId: string, sessionId: string): void {
    const there = screens.get(sittingId);
    const screen = there?.get(sessionId);
    if (!there || !screen) return;
    screen.cancel();
    there.delete(sessionId);
    if (there.size === 0) screens.delete(sittingId);
    changed(sittingId);
  }

  function lose(sittingId: string, sessionId: string, screen: Screen): void {
    screen.cancel();
    screen.state = 'lost';
    screen.cancel = screen.expected
      ? () => undefined
      : timers.after(LOST_MILLISECONDS, () => forget(sittingId, sessionId));
    changed(sittingId);
  }

  function loseSoon(sittingId: string, sessionId: string, screen: Screen): void {
    screen.cancel();
    if (screen.state === 'here') screen.state = 'away';
    screen.cancel = timers.after(AWAY_MILLISECONDS, () => lose(sittingId, sessionId, screen));
  }

  return {
    connected: (sittingId) => devices.get(sittingId)?.size ?? 0,
    isAnybodyThere: () =>
      devices.size > 0 ||
      [...screens.values()].some((there) => [...there.values()].some(({ pages }) => pages > 0)),
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

    screens(sittingId) {
      const states = [...(screens.get(sittingId)?.values() ?? [])].map(({ state }) => state);
      const count = (...wanted: Screen['state'][]): number =>
        states.filter((state) => wanted.includes(state)).length;
      return { connected: count('here', 'away'), lost: count('lost') };
    },
    enterScreen(sittingId, sessionId) {
      const there = screensOf(sittingId);
      const screen = there.get(sessionId);
      if (screen) {
        screen.cancel();
        screen.cancel = () => undefined;
        screen.pages += 1;
        if (screen.state === 'here') return;
        screen.state = 'here';
      } else {
        there.set(sessionId, { pages: 1, state: 'here', expected: false, cancel: () => undefined });
      }
      changed(sittingId);
    },
    leaveScreen(sittingId, sessionId, how) {
      const screen = screens.get(sittingId)?.get(sessionId);
      if (!screen || screen.pages === 0) return;
      screen.pages -= 1;
      if (screen.pages > 0) return;
      if (how === 'silent') lose(sittingId, sessionId, screen);
      else if (how === 'closed' && !screen.expected) forget(sittingId, sessionId);
      else loseSoon(sittingId, sessionId, screen);
    },
    expectScreen(sittingId, sessionId) {
      const there = screensOf(sittingId);
      const screen = there.get(sessionId);
      if (screen) {
        screen.expected = true;
        return;
      }
      const expected: Screen = { pages: 0, state: 'expected', expected: true, cancel: () => undefined };
      there.set(sessionId, expected);
      loseSoon(sittingId, sessionId, expected);
    },
    forgetScreen: forget,
    close() {
      for (const there of screens.values()) for (const { cancel } of there.values()) cancel();
      screens.clear();
    },
  };
}
