/** Versions of the actes: the tree and its PDF stand on disk before the log says so. */
import { createHash } from 'node:crypto';
import type { Actes } from '#core/actes/actes.ts';
import { ACTES_FORMAT, actesJson } from '#core/actes/actes-json.ts';
import { citedFiles } from '#core/actes/cited-files.ts';
import type { JustKept } from '#core/publication/decide-publication.ts';
import type { KeptVersion } from '#core/publication/publication.ts';
import type { ActesExport, PictureSources } from './actes-export.port.ts';
import type { Attachments } from './attachments.port.ts';
import type { KeptTexts } from './kept-texts.port.ts';
import type { Streams } from './streams.ts';

export type KeptActes = {
  /**
   * Keeps a tree with its PDF under the id; under an id that was kept before, the tree of then. Killed before the log
   * says so, it is asked for again and finds the same.
   */
  readonly keep: (seminarId: string, versionId: string, actes: Actes, twoSided: boolean) => Promise<JustKept>;
  /** The tree of a version; null for what is not one of the séminaire's. */
  readonly tree: (seminarId: string, versionId: string) => Promise<Actes | null>;
  /** The hash that a version with this tree has. */
  readonly hashOf: (actes: Actes) => string;
  readonly pdf: (seminarId: string, version: KeptVersion) => Promise<Uint8Array | null>;
  /** Puts another tree in the place of a version's, whose words are gone from the disk, and keeps its PDF beside the old one. */
  readonly replace: (
    seminarId: string,
    version: KeptVersion,
    actes: Actes,
    twoSided: boolean,
  ) => Promise<JustKept>;
  /**
   * Remakes the trees that were kept for a version which the log never came to tell of; the same tree again leaves one
   * as it is.
   */
  readonly remakeUntold: (seminarId: string, remake: (actes: Actes) => Actes) => Promise<void>;
  /** Removes a PDF that no version has, or has any more. */
  readonly removePdf: (seminarId: string, pdfHash: string) => Promise<void>;
  /** The pictures that the actes cite, as far as they are kept. */
  readonly pictures: (seminarId: string, actes: Actes) => Promise<PictureSources>;
  /** Keeps a picture before anything cites it. */
  readonly addPicture: (seminarId: string, bytes: Uint8Array) => Promise<string>;
  readonly file: (seminarId: string, hash: string) => Promise<Uint8Array | null>;
  /** The files that versions and the composition need. */
  readonly needed: (seminarId: string) => Promise<ReadonlySet<string>>;
  /** Whether the file was kept lately, and may be cited soon. */
  readonly isFresh: (hash: string) => boolean;
};

export type KeptActesParts = {
  readonly keptTexts: KeptTexts;
  readonly attachments: Attachments;
  readonly streams: Pick<Streams, 'actes'>;
  readonly actesExport: Pick<ActesExport, 'make'>;
};

const KEPT_TREES = 8;
const FRESH_FILES = 1000;

const hashOf = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');

/** The tree of what `actesJson` wrote. */
function treeOfText(text: string): Actes {
  const { format, version, ...actes } = JSON.parse(text) as Actes & typeof ACTES_FORMAT;
  if (format !== ACTES_FORMAT.format || version !== ACTES_FORMAT.version)
    throw new Error('A kept version is in a format of another time.');
  return actes;
}

export function createKeptActes({ keptTexts, attachments, streams, actesExport }: KeptActesParts): KeptActes {
  const trees = new Map<string, Actes>();
  /** What each version cites, so that a sweep reads no tree twice. */
  const cited = new Map<string, readonly string[]>();
  const fresh = new Set<string>();

  async function addFile(seminarId: string, bytes: Uint8Array): Promise<string> {
    const hash = hashOf(bytes);
    fresh.delete(hash);
    fresh.add(hash);
    const [oldest] = fresh;
    if (fresh.size > FRESH_FILES && oldest !== undefined) fresh.delete(oldest);
    return attachments.put(seminarId, bytes);
  }

  async function pictures(seminarId: string, actes: Actes): Promise<PictureSources> {
    const found = new Map<string, string | Uint8Array>();
    for (const hash of citedFiles(actes)) {
      const source = await attachments.source(seminarId, hash);
      if (source) found.set(hash, source);
    }
    return found;
  }

  async function tree(seminarId: string, versionId: string): Promise<Actes | null> {
    const known = trees.get(`${seminarId} ${versionId}`);
    if (known) return known;
    const kept = await keptTexts.read(versionId);
    if (kept?.seminarId !== seminarId || kept.kind !== 'actes') return null;
    const actes = treeOfText(kept.text);
    trees.set(`${seminarId} ${versionId}`, actes);
    const [oldest] = trees.keys();
    if (trees.size > KEPT_TREES && oldest !== undefined) trees.delete(oldest);
    return actes;
  }

  async function pdfOf(seminarId: string, actes: Actes, twoSided: boolean): Promise<string> {
    const files = await pictures(seminarId, actes);
    return addFile(seminarId, await actesExport.make(actes, files, { format: 'pdf', twoSided }));
  }

  return {
    async keep(seminarId, versionId, actes, twoSided) {
      const kept = { id: versionId, seminarId, kind: 'actes', subjectId: seminarId } as const;
      await keptTexts.keep({ ...kept, text: actesJson(actes) });
      const present = (await tree(seminarId, versionId)) ?? actes;
      const treeHash = hashOf(actesJson(present));
      return { versionId, treeHash, pdfHash: await pdfOf(seminarId, present, twoSided) };
    },
    tree,
    hashOf: (actes) => hashOf(actesJson(actes)),
    pdf: (seminarId, { pdfHash }) => attachments.open(seminarId, pdfHash),
    async replace(seminarId, { id: versionId }, actes, twoSided) {
      const text = actesJson(actes);
      const pdfHash = await pdfOf(seminarId, actes, twoSided);
      await keptTexts.replace(versionId, text);
      trees.delete(`${seminarId} ${versionId}`);
      cited.delete(versionId);
      return { versionId, treeHash: hashOf(text), pdfHash };
    },
    async remakeUntold(seminarId, remake) {
      const { versions } = (await streams.actes(seminarId)).state;
      for (const { id, kind } of await keptTexts.ofSeminar(seminarId)) {
        if (kind !== 'actes' || versions.some((version) => version.id === id)) continue;
        const actes = await tree(seminarId, id);
        const remade = actes && remake(actes);
        if (!remade || remade === actes) continue;
        await keptTexts.replace(id, actesJson(remade));
        trees.delete(`${seminarId} ${id}`);
      }
    },
    async removePdf(seminarId, pdfHash) {
      const { versions } = (await streams.actes(seminarId)).state;
      if (versions.some((version) => version.pdfHash === pdfHash)) return;
      fresh.delete(pdfHash);
      await attachments.remove(seminarId, pdfHash);
    },
    pictures,
    addPicture: addFile,
    file: (seminarId, hash) => attachments.open(seminarId, hash),
    async needed(seminarId) {
      const { versions, composition } = (await streams.actes(seminarId)).state;
      const files = new Set(versions.map(({ pdfHash }) => pdfHash));
      if (composition?.logo?.file) files.add(composition.logo.file);
      for (const { id } of versions) {
        const known = cited.get(id);
        const actes = known ? null : await tree(seminarId, id);
        const here = known ?? (actes ? citedFiles(actes) : []);
        cited.set(id, here);
        for (const file of here) files.add(file);
      }
      return files;
    },
    isFresh: (hash) => fresh.has(hash),
  };
}
