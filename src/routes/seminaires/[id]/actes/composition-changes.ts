/** What an organiser changes in the composition of the actes: each change finds its part by id, so that it can be made again on a newer composition. */
import { isNamedText } from '#core/actes/composition.ts';
import type { ComposedPart, Composition, TextPlace } from '#core/actes/composition.ts';
import type { PartKind } from '#core/actes/actes.ts';

export type CompositionChange = (composition: Composition) => Composition;

const changingPart =
  (id: string, change: (part: ComposedPart) => ComposedPart): CompositionChange =>
  (composition) => ({
    ...composition,
    parts: composition.parts.map((part) => (part.id === id ? change(part) : part)),
  });

export const includePart = (id: string, included: boolean): CompositionChange =>
  changingPart(id, (part) => ({ ...part, included }));

/** '' brings the title of the labels back. */
export const renamePart = (id: string, title: string): CompositionChange =>
  changingPart(id, (part) => ({ ...part, title: title.trim() }));

export const surroundPart = (id: string, place: Exclude<TextPlace, 'body'>, on: boolean): CompositionChange =>
  changingPart(id, (part) => ({ ...part, [place]: on }));

/** Before another part; to the end when that is gone or null. */
export const movePart =
  (id: string, before: string | null): CompositionChange =>
  (composition) => {
    const moved = composition.parts.find((part) => part.id === id);
    if (moved === undefined) return composition;
    const others = composition.parts.filter((part) => part.id !== id);
    const place = others.findIndex((part) => part.id === before);
    return { ...composition, parts: others.toSpliced(place < 0 ? others.length : place, 0, moved) };
  };

/** After another part; at the end when that is gone or null. */
export const addPart =
  (part: ComposedPart, after: string | null): CompositionChange =>
  (composition) => {
    if (composition.parts.some(({ id }) => id === part.id)) return composition;
    const place = composition.parts.findIndex(({ id }) => id === after);
    const { length } = composition.parts;
    return { ...composition, parts: composition.parts.toSpliced(place < 0 ? length : place + 1, 0, part) };
  };

export const removePart =
  (id: string): CompositionChange =>
  (composition) => ({ ...composition, parts: composition.parts.filter((part) => part.id !== id) });

/** Recto-verso, the order, the logo. */
export const setOut =
  (change: Partial<Pick<Composition, 'order' | 'twoSided' | 'logo'>>): CompositionChange =>
  (composition) => ({ ...composition, ...change });

/** Kinds that can stand any number of times. */
export const BY_HAND = ['speaker', 'text'] as const;

/** Composed by the organiser, so that it can be removed for good. */
export const isByHand = ({ id, kind }: ComposedPart): boolean =>
  BY_HAND.some((it) => it === kind) && !isNamedText(id);

export const newPart = (kind: PartKind, id: string): ComposedPart => ({
  ...{ id, kind, atelierId: null, included: true, title: '', before: false, after: false },
});
