/** How long the régie's word on what it has just done stays. */

/**
 * While it can still be acted on, it stays; once that has passed, it goes; with nothing to do in it from the start,
 * it fades: there is only reading it.
 */
export const fateOf = (isPossible: boolean, wasPossible: boolean): 'stays' | 'goes' | 'fades' => {
  if (isPossible) return 'stays';
  return wasPossible ? 'goes' : 'fades';
};
