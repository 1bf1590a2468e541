import { expect, test } from 'vitest';
import { agendaItem } from '#core/agenda/plan.ts';
import { instant, minutes } from '#core/time/instant.ts';
import type { PhotoView } from '#protocol/room-views.ts';
import type { AtelierView } from '#protocol/views.ts';
import { photoList } from './photo-list.ts';

const items = ['one', 'two'].map((id) =>
  agendaItem({ id, title: `Point ${id}`, plannedMinutes: minutes(30) }),
);
const photo = (id: string, itemId: string | null): PhotoView => ({
  ...{ id, itemId, questionId: null, path: `/photos/${id}`, mediaType: 'image/jpeg' },
  ...{ width: 4, height: 3, description: id, at: instant(0), included: false },
});
const atelier = (atelierId: string, ...sittingIds: string[]): AtelierView => ({
  ...{
    atelierId,
    number: 1,
    title: atelierId,
    plenary: false,
    plan: { revision: 0, minutesRevised: {}, items },
  },
  sittings: sittingIds.map((sittingId) => ({
    ...{ sittingId, room: '', start: null, label: '', ownPlan: null, participants: 0, notesOpen: true },
    ...{ closed: false, animateurs: [], rapporteurs: [], code: '' },
    links: { animateur: '', rapporteur: '', screen: '', join: '' },
  })),
});

test('by atelier in the order of its points, those of no point first, whatever the sitting', () => {
  const rooms = [
    { sittingId: 's2', items, photos: [photo('c', 'one')] },
    { sittingId: 's1', items, photos: [photo('a', 'two'), photo('b', null), photo('d', 'gone')] },
  ];
  const list = photoList([atelier('A', 's1', 's2'), atelier('B', 's3')], rooms);
  expect(list.map(({ atelierId }) => atelierId)).toEqual(['A']);
  expect(list[0]?.photos.map((it) => [it.photo.id, it.sittingId, it.item])).toEqual([
    ['b', 's1', ''],
    ['d', 's1', ''],
    ['c', 's2', 'Point one'],
    ['a', 's1', 'Point two'],
  ]);
});
