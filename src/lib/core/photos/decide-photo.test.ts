import { describe, expect, test } from 'vitest';
import { agendaItem, EMPTY_PLAN } from '../agenda/plan.ts';
import type { DomainEvent } from '../events/event-types.ts';
import { instant } from '../time/instant.ts';
import type { PhotoCommand } from './decide-photo.ts';
import { decidePhoto } from './decide-photo.ts';
import { foldPhotos } from './fold-photos.ts';
import type { Photo } from './photo.ts';
import { PHOTO_LIMITS } from './photo.ts';

const plan = {
  ...EMPTY_PLAN,
  items: [agendaItem({ id: 'point', title: 'Point', questions: [{ id: 'question', text: 'Quoi ?' }] })],
};
const context = { now: instant(1000), actor: 'rapporteur', newId: () => 'event' };
const eventsOf = (photos: readonly Photo[], command: PhotoCommand) => {
  const decided = decidePhoto({ photos, plan }, command, context);
  return decided.ok ? decided.value : decided.error.code;
};
const after = (photos: readonly Photo[], ...commands: readonly PhotoCommand[]): readonly Photo[] =>
  commands.reduce<readonly Photo[]>((present, command) => {
    const events = eventsOf(present, command);
    if (typeof events === 'string') return present;
    const stored: readonly DomainEvent[] = events.map((it) => ({ ...it, stream: 'sitting:s', seq: 1 }));
    return stored.reduce(foldPhotos, present);
  }, photos);

const add = (photoId: string, itemId = 'point'): PhotoCommand => ({
  type: 'photo/add',
  photoId,
  itemId,
  questionId: 'question',
  file: 'f'.repeat(64),
  mediaType: 'image/jpeg',
  width: 8,
  height: 6,
  description: 'Trois colonnes',
});

describe('photos', () => {
  test('[PH1] one sent again counts once, and a sitting has so many', () => {
    const one = after([], add('p1'));
    expect(one).toMatchObject([{ id: 'p1', itemId: 'point', questionId: 'question', included: false }]);
    expect(eventsOf(one, add('p1'))).toEqual([]);
    const many = after(
      [],
      ...Array.from({ length: PHOTO_LIMITS.perSitting }, (_, index) => add(`p${index}`)),
    );
    expect(eventsOf(many, add('one-more'))).toBe('photo/too-many');
    expect(eventsOf(many, add('p3'))).toEqual([]);
  });

  test('[PH2] a point that the plan no longer has is let go', () => {
    expect(after([], add('p1', 'gone'))).toMatchObject([{ itemId: null, questionId: null }]);
    const placed = { type: 'photo/place', photoId: 'p1', itemId: null, questionId: null } as const;
    expect(after([], add('p1'), placed)).toMatchObject([{ itemId: null, questionId: null }]);
  });

  test('[PH3] in the actes once included, and out again', () => {
    const include = (included: boolean): PhotoCommand => ({ type: 'photo/include', photoId: 'p1', included });
    const inside = after([], add('p1'), include(true));
    expect(inside[0]?.included).toBe(true);
    expect(after(inside, include(false))[0]?.included).toBe(false);
    expect(eventsOf(inside, include(true))).toEqual([]);
  });

  test('[PH4] one that is not there', () => {
    const describeIt = { type: 'photo/describe', photoId: 'p1', description: 'Le tableau' } as const;
    expect(eventsOf([], describeIt)).toBe('photo/unknown');
    expect(eventsOf([], { type: 'photo/remove', photoId: 'p1' })).toEqual([]);
    expect(after([], add('p1'), describeIt)[0]?.description).toBe('Le tableau');
    expect(eventsOf(after([], add('p1'), describeIt), describeIt)).toEqual([]);
    expect(after([], add('p1'), { type: 'photo/remove', photoId: 'p1' })).toEqual([]);
  });
});
