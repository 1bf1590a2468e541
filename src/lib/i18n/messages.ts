/** The shape every language has: French says what there is to say. */
import type fr from './fr.ts';

export type Messages = typeof fr;
