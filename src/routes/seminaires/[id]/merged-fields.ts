/** Two people at one form: what I changed stays mine, the rest follows what was saved meanwhile. */

/** `mine` began as a copy of `base`; `theirs` is what is saved now. */
export function mergedFields<T extends Readonly<Record<string, unknown>>>(base: T, mine: T, theirs: T): T {
  const fields = Object.entries(theirs).map(([name, saved]) => {
    const typed = mine[name];
    return [name, typed === base[name] ? saved : typed];
  });
  return Object.fromEntries(fields) as T;
}
