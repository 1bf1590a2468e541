/** A projector whose page is older than the server loads itself again: nobody is at its keyboard. */
import { PROTOCOL_VERSION } from '#protocol/version.ts';

const MARK = 'reloaded-as-protocol';
/** Spread over some seconds, so that the screens of a building do not all ask at once. */
const SOONEST_MILLISECONDS = 2_000;
const SPREAD_MILLISECONDS = 8_000;

/** Loads the page again in a few seconds, once for this build; the answer calls it off. */
export function reloadOnceSoon(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  reload: () => void,
): () => void {
  // A second time would get the same page: whoever serves it has not caught up.
  if (storage.getItem(MARK) === String(PROTOCOL_VERSION)) return () => undefined;
  const timer = setTimeout(
    () => {
      storage.setItem(MARK, String(PROTOCOL_VERSION));
      reload();
    },
    SOONEST_MILLISECONDS + Math.random() * SPREAD_MILLISECONDS,
  );
  return () => clearTimeout(timer);
}
