import { afterEach, expect, test } from 'vitest';
import { actesJson } from '#core/actes/actes-json.ts';
import type { Actes } from '#core/actes/actes.ts';
import type { Composition } from '#core/actes/composition.ts';
import type { Correction, KeptVersion, Publication } from '#core/publication/publication.ts';
import { NO_PUBLICATION } from '#core/publication/publication.ts';
import { instant } from '#core/time/instant.ts';
import { heading, paragraph, part, sampleActes } from '../../tests/support/sample-actes.ts';
import { recordingLogger } from '../../tests/support/surroundings.ts';
import { openActesExport } from '../export/actes-export.ts';
import { openMemoryAttachments } from '../storage/attachments/memory-attachments.ts';
import { openMemoryStorage } from '../storage/memory/memory-storage.ts';
import { createCorrectionPlaces } from './correction-places.ts';
import { createKeptActes } from './kept-actes.ts';
import { createStreams } from './streams.ts';

const SEMINAR = 'seminar';
const actesExport = openActesExport();
afterEach(() => actesExport.close());

const composition: Composition = {
  ...{ model: 'seminar', order: 'atelier', logo: null, twoSided: false },
  parts: (['people', 'notes'] as const).map((kind) => ({
    ...{ id: kind, kind, atelierId: null, included: true, title: '', before: false, after: false },
  })),
};
const actes = sampleActes({
  parts: [part('people', paragraph('Elle écoute.')), part('notes', paragraph('Il répond.'))],
});

const version = (id: string, at: number): KeptVersion => ({
  ...{ id, number: at, kind: 'review', at: instant(at), treeHash: '', pdfHash: '', expunged: [] },
});
const correction = (id: string, at: number, passage: string): Correction => ({
  ...{ id, at: instant(at), passage, personId: null, role: 'animateur', text: 'Autrement.', settled: null },
});

/** What was kept under each id, with what tells the places of corrections in it. */
async function keeping(texts: Readonly<Record<string, string>>) {
  const storage = openMemoryStorage();
  const kept = createKeptActes({
    ...{ keptTexts: storage.keptTexts, attachments: openMemoryAttachments(), actesExport },
    streams: createStreams(storage.events),
  });
  for (const [id, text] of Object.entries(texts))
    await storage.keptTexts.keep({ id, seminarId: SEMINAR, kind: 'actes', subjectId: SEMINAR, text });
  const asked: (Actes | null)[] = [];
  const logger = recordingLogger();
  const places = createCorrectionPlaces(
    {
      async tree(seminarId, versionId) {
        const tree = await kept.tree(seminarId, versionId);
        asked.push(tree);
        return tree;
      },
    },
    logger,
  );
  return {
    ...{ asked, lines: logger.lines },
    placesOf: async (publication: Partial<Publication>, now = actes) =>
      Object.fromEntries(
        await places(SEMINAR, { ...NO_PUBLICATION, ...publication }, { actes: now, composition }),
      ),
  };
}

test('a correction is about the part that said its words in the text of then', async () => {
  const later = sampleActes({ parts: [part('notes', paragraph('Elle écoute.'))] });
  const { placesOf, asked } = await keeping({ one: actesJson(actes), two: actesJson(later) });
  const publication = {
    versions: [version('one', 1), version('two', 3)],
    corrections: [
      correction('a', 2, 'Elle écoute.'),
      correction('b', 2, 'Il répond.'),
      correction('c', 2, 'Personne.'),
      correction('d', 4, 'Elle écoute.'),
    ],
  };
  const told = {
    a: { part: 'people', block: 0 },
    b: { part: 'notes', block: 0 },
    // The notes say it no more, and have no heading that it stood under.
    d: { part: 'notes', block: null },
  };
  expect(await placesOf(publication)).toEqual(told);
  expect(await Promise.all([placesOf(publication), placesOf(publication)])).toEqual([told, told]);
  // Each text is asked for once a question, and is the same tree each time.
  expect(new Set(asked).size).toBe(2);
  expect(asked).toHaveLength(6);
});

test('it leads to the block that says its words now, or to the heading that they stood under', async () => {
  const then = [
    heading(1, 'Notes'),
    heading(2, 'Un'),
    paragraph('Il répond.'),
    heading(2, 'Deux'),
    paragraph('Oui.'),
  ];
  const { placesOf } = await keeping({ one: actesJson(sampleActes({ parts: [part('notes', ...then)] })) });
  const publication = {
    versions: [version('one', 1)],
    corrections: [correction('a', 2, 'Il répond.'), correction('b', 2, 'Oui.')],
  };
  const now = [then[0], paragraph('Avant.'), ...then.slice(3), then[1], paragraph('Elle répond.')];
  const mended = sampleActes({ parts: [part('notes', ...now.filter((it) => it !== undefined))] });
  expect(await placesOf(publication, mended)).toEqual({
    a: { part: 'notes', block: 4 },
    b: { part: 'notes', block: 3 },
  });
  // A part that is left out has no block to lead to.
  const without = sampleActes({ parts: [] });
  expect(await placesOf(publication, without)).toEqual({
    a: { part: 'notes', block: null },
    b: { part: 'notes', block: null },
  });
});

test('others have their turn between the long parts of a text, which is read once', async () => {
  const LONG_PARTS = 6;
  const long = Array.from({ length: 2_000 }, () => paragraph('Elle écoute, puis elle note ce qui est dit.'));
  const text = sampleActes({
    parts: [...Array.from({ length: LONG_PARTS }, () => part('people', ...long)), ...actes.parts],
  });
  const { placesOf } = await keeping({ one: actesJson(text) });
  const publication = { versions: [version('one', 1)], corrections: [correction('a', 2, 'Il répond.')] };
  const turnsDuring = async (): Promise<number> => {
    let turns = 0;
    let isDone = false;
    const takeTurn = (): void => {
      turns += 1;
      if (!isDone) setImmediate(takeTurn);
    };
    setImmediate(takeTurn);
    expect(await placesOf(publication)).toEqual({ a: { part: 'notes', block: 0 } });
    isDone = true;
    return turns;
  };
  expect(await turnsDuring()).toBeGreaterThanOrEqual(LONG_PARTS);
  expect(await turnsDuring()).toBeLessThanOrEqual(1);
});

test('what cannot be read has no place, and keeps nothing else from its own', async () => {
  const older = actesJson(actes).replace(/"format": *"/, '$&older-');
  const texts = { damaged: '{"parts": Il répond', older, hollow: '"Il répond"', whole: actesJson(actes) };
  const { placesOf, lines } = await keeping(texts);
  const versions = Object.keys(texts).map((id, index) => version(id, 2 * index + 1));
  const corrections = versions.map(({ id }, index) => correction(id, 2 * index + 2, 'Il répond.'));
  expect(await placesOf({ versions, corrections })).toEqual({ whole: { part: 'notes', block: 0 } });
  expect(lines.map(({ level, event, fields }) => [level, event, fields])).toEqual(
    ['damaged', 'older', 'hollow'].map((id) => [
      'warn',
      'actes/corrections-unplaced',
      { seminar: SEMINAR, version: id, code: id === 'damaged' ? 'SyntaxError' : 'Error' },
    ]),
  );
});
