/** What the server and the thread that puts actes together say to each other. */
import type { Assembled } from '#core/actes/assemble-actes.ts';
import type { Composition } from '#core/actes/composition.ts';
import type { ArchiveEntry } from '../../seminars/actes-assembly.port.ts';
import type { MaterialPiece } from './material-pieces.ts';

/** The pieces of its material, and what is to be packed, come before the job itself. */
export type ToAssembly =
  | { readonly type: 'piece'; readonly id: number; readonly piece: MaterialPiece }
  | { readonly type: 'assemble'; readonly id: number; readonly composition: Composition }
  | { readonly type: 'entry'; readonly id: number; readonly entry: ArchiveEntry }
  | { readonly type: 'archive'; readonly id: number };

/** The actes are JSON: one string crosses to the server in a fraction of the time that the tree would take. */
export type AssembledText = Omit<Assembled, 'actes'> & { readonly actes: string };

/** The tree that is longer would keep the rooms waiting while it is read: some 1,600 pages. */
export const MOST_TREE_SIGNS = 16 * 1024 * 1024;

export type FromAssembly =
  | { readonly type: 'too-large'; readonly id: number }
  | { readonly type: 'done'; readonly id: number; readonly made: AssembledText | Uint8Array }
  | { readonly type: 'failed'; readonly id: number; readonly reason: string };
