/** What the server and the thread that puts actes together say to each other. */
import type { Assembled } from '#core/actes/assemble-actes.ts';
import type { Composition } from '#core/actes/composition.ts';
import type { ArchiveEntry } from '../../seminars/actes-assembly.port.ts';
import type { MaterialPiece } from './material-pieces.ts';

/** The pieces of its material come before the job itself. */
export type ToAssembly =
  | { readonly type: 'piece'; readonly id: number; readonly piece: MaterialPiece }
  | { readonly type: 'assemble'; readonly id: number; readonly composition: Composition }
  | { readonly type: 'archive'; readonly id: number; readonly entries: readonly ArchiveEntry[] };

/** The actes are JSON: one string crosses to the server in a fraction of the time that the tree would take. */
export type AssembledText = Omit<Assembled, 'actes'> & { readonly actes: string };

export type FromAssembly =
  | { readonly type: 'done'; readonly id: number; readonly made: AssembledText | Uint8Array }
  | { readonly type: 'failed'; readonly id: number; readonly reason: string };
