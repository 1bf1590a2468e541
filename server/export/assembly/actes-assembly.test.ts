import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { atOnce } from '#core/actes/piecewise.ts';
import { assembleActes } from '#core/actes/assemble-actes.ts';
import { completed, defaultComposition } from '#core/actes/composition.ts';
import type { Composition } from '#core/actes/composition.ts';
import type { DemoHere } from '../../../tests/support/demo-material.ts';
import { demoHere } from '../../../tests/support/demo-material.ts';
import { freshId } from '../../../tests/support/device.ts';
import { recordingLogger } from '../../../tests/support/surroundings.ts';
import { filesIn } from '../../../tests/support/zip-reader.ts';
import type { GatheredMaterial } from '../../seminars/actes-assembly.port.ts';
import { createGatherMaterial } from '../../seminars/actes.ts';
import { coverageOf } from '../pdf/font-coverage.ts';
import { fontFamilies } from '../pdf/fonts.ts';
import { openActesAssembly } from './actes-assembly.ts';
import { ACTES_LABELS } from './assembly-words.ts';
import type { MaterialPiece } from './material-pieces.ts';
import { materialOf, tellingPieces } from './material-pieces.ts';
import { readMaterial } from './read-material.ts';

type Assembly = ReturnType<typeof openActesAssembly>;

/** What the actes of the demo come to, or of what is given. */
const assembled = async (assembly: Assembly, of = material, as = composition, seminarId = freshId()) => {
  const made = await assembly.assemble(seminarId, () => Promise.resolve({ material: of, composition: as }));
  if (!made) throw new Error('nothing was gathered');
  return made.assembled;
};

let demo: DemoHere;
let material: GatheredMaterial;
let composition: Composition;
const opened: Assembly[] = [];

beforeAll(async () => {
  demo = await demoHere();
  const gathered = await createGatherMaterial(demo.gathering)(demo.seminarId);
  if (!gathered) throw new Error('there is no séminaire');
  material = gathered;
  composition = completed(defaultComposition('seminar', material.seminar), material.seminar);
});
afterEach(() => Promise.all(opened.splice(0).map((it) => it.close())));
afterAll(() => demo.storage.close());

function open(limits: Parameters<typeof openActesAssembly>[1] = {}, logger = recordingLogger()): Assembly {
  const assembly = openActesAssembly(logger, limits);
  opened.push(assembly);
  return assembly;
}

/** The material with everything that was said said so many times over. */
const repeated = (times: number): GatheredMaterial => ({
  ...material,
  contributions: new Map(
    [...material.contributions].map(([id, said]) => [
      id,
      Array.from({ length: times }, (_, round) =>
        said.map((it) => ({ ...it, id: `${it.id}-${round}` })),
      ).flat(),
    ]),
  ),
});

const piecesOf = (of: GatheredMaterial): readonly MaterialPiece[] => {
  const pieces: MaterialPiece[] = [];
  atOnce(tellingPieces(of, (piece) => pieces.push(piece)));
  return pieces;
};

describe('a material in pieces', () => {
  it('is whole again', () => {
    expect(materialOf(piecesOf(material))).toEqual(material);
    const long = repeated(20);
    expect(materialOf(piecesOf(long))).toEqual(long);
  });

  it('has no piece of many bytes', () => {
    const texts = new Map(Array.from({ length: 20 }, (_, id) => [String(id), [new Uint8Array(100 * 1024)]]));
    const sizes = piecesOf({ ...material, texts }).flatMap((piece) =>
      'entries' in piece && piece.field === 'texts' ? [piece.entries.length] : [],
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(20);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(3);
  });

  it('has no piece that takes long to copy', () => {
    const sizes = piecesOf(repeated(20)).flatMap((piece) =>
      'entries' in piece
        ? [piece.entries.reduce((sum, [, it]) => sum + (Array.isArray(it) ? it.length : 1), 0)]
        : [],
    );
    expect(sizes.length).toBeGreaterThan(20);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(200);
  });
});

describe('the thread that puts actes together', () => {
  it('makes what would be made here, and leaves the thread of the rooms free', async () => {
    const assembly = open();
    let turns = 0;
    const taking = setInterval(() => (turns += 1), 1);
    const made = await assembled(assembly);
    clearInterval(taking);
    const covers = coverageOf(fontFamilies());
    expect(made).toEqual(
      assembleActes(readMaterial(material), composition, { labels: ACTES_LABELS.fr, covers }),
    );
    expect(made.actes.parts.length).toBeGreaterThan(4);
    expect(turns).toBeGreaterThan(10);
  });

  it.runIf(process.platform === 'linux')('comes after the rooms, which keep their place', async () => {
    await assembled(open());
    const niceOf = (thread: string): number =>
      // The 19th field of what the kernel says of a thread; what follows its name begins with the 3rd.
      Number(
        readFileSync(`/proc/self/task/${thread}/stat`, 'utf8')
          .replace(/^.*\) /u, '')
          .split(' ')[16],
      );
    expect(readdirSync('/proc/self/task').filter((thread) => niceOf(thread) === 10)).toHaveLength(1);
    expect(niceOf(String(process.pid))).toBeLessThan(10);
  });

  it('serves whoever asks meanwhile, one after the other', async () => {
    const assembly = open();
    const [one, other] = await Promise.all([
      assembled(assembly),
      assembled(assembly, material, { ...composition, parts: composition.parts.slice(0, 3) }),
    ]);
    expect(one.actes.parts.length).toBeGreaterThan(other.actes.parts.length);
  });

  it('gathers once for all who ask for the same séminaire before its turn', async () => {
    const assembly = open();
    const busy = assembled(assembly);
    let gathered = 0;
    const gather = () => Promise.resolve({ material, composition, number: (gathered += 1) });
    const asked = [1, 2, 3].map(() => assembly.assemble('seminar', gather));
    await busy;
    expect((await Promise.all(asked)).map((it) => it?.from.number)).toEqual([1, 1, 1]);
    expect((await assembly.assemble('seminar', gather))?.from.number).toBe(2);
    expect(await assembly.assemble('seminar', () => Promise.resolve(null))).toBe(null);
  });

  it('ends only the job that cannot be sent, and tells of it', async () => {
    const logger = recordingLogger();
    const assembly = open({}, logger);
    const unsendable = { ...material, people: new Map([['one', () => 'no']]) } as unknown as typeof material;
    await expect(assembled(assembly, unsendable)).rejects.toMatchObject({ code: 'export/crashed' });
    expect((await assembled(assembly)).actes.parts.length).toBeGreaterThan(4);
    expect(logger.lines.map(({ event }) => event)).toEqual(['assembly/not-sent']);
  });

  it('packs an archive with what the material adds', async () => {
    const bytes = Buffer.from('Bonjour');
    const files = filesIn(await open().archive(material, [{ path: 'actes.md', bytes }]));
    expect(files.map(({ path }) => path).toSorted()).toEqual([
      ...['actes.md', 'contributions.csv', 'deroules.csv', 'images/descriptions.csv', 'manifest.json'],
      'notes/atelier-1-aller-vers-les-personnes-que-nous-ne-voyons-pas.md',
      'notes/atelier-2-des-accueils-ou-l-on-revient.md',
    ]);
  });

  it('refuses what takes too long, each time', async () => {
    const assembly = open({ timeMs: 1 });
    for (let time = 1; time <= 2; time += 1)
      await expect(assembled(assembly)).rejects.toMatchObject({
        code: 'export/too-slow',
      });
  });

  it('refuses what is too large, and serves the next', async () => {
    const assembly = open({ memoryMiB: 48 });
    const tooLarge = assembled(assembly, repeated(400));
    const next = assembled(assembly);
    await expect(tooLarge).rejects.toMatchObject({ code: 'export/too-large' });
    expect((await next).actes.parts.length).toBeGreaterThan(4);
  });

  it('refuses whoever is one too many, and everybody once it closes', async () => {
    const assembly = open({ waiting: 1 });
    const refusals = ['closed', 'closed', 'busy'].map((why) => ({
      why,
      asked: assembled(assembly).then(
        () => 'made',
        (error: unknown) => (error as Error).message,
      ),
    }));
    await assembly.close();
    for (const { why, asked } of refusals) expect(await asked).toBe(`export/${why}`);
    await expect(assembled(assembly)).rejects.toMatchObject({ code: 'export/closed' });
  });
});
