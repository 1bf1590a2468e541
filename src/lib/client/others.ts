/** Who else is in a shared text, as the server shows them. */
import type { Awareness } from 'y-protocols/awareness';

export type Other = { readonly name: string; readonly color: string };

/** Everybody but this tab, once a name and colour; whoever has no name is left out. */
export function othersIn(awareness: Awareness): readonly Other[] {
  const others: Other[] = [];
  for (const [clientId, state] of awareness.getStates()) {
    const user: unknown = state['user'];
    if (clientId === awareness.clientID || !isShown(user)) continue;
    if (!others.some((it) => it.name === user.name && it.color === user.color)) {
      others.push({ name: user.name, color: user.color });
    }
  }
  return others;
}

const isShown = (user: unknown): user is Other =>
  typeof user === 'object' &&
  user !== null &&
  'name' in user &&
  typeof user.name === 'string' &&
  user.name !== '' &&
  'color' in user &&
  typeof user.color === 'string';
