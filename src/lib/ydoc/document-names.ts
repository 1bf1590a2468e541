/** What the shared documents are called: inside the server, and on the wire, where the name carries the epoch. */

export const DOCUMENT_KINDS = ['notes', 'synthesis', 'preamble', 'part'] as const;

/**
 * Notes belong to a sitting, a synthesis to an atelier, the preamble of the actes to a séminaire; a `part` is a free
 * text of the actes, whose id begins with its séminaire's and a `~` (`partTextId`).
 */
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A shared document: `id` is its sitting's, atelier's or séminaire's. */
export type DocumentRef = { readonly kind: DocumentKind; readonly id: string };

/** A document as a client addresses it. Epochs count from 1. */
export type WireRef = DocumentRef & { readonly epoch: number };

const ID = '[A-Za-z0-9_-]{1,64}(?:~[A-Za-z0-9_-]{1,80}){0,2}';
const KINDS = DOCUMENT_KINDS.join('|');
const DOCUMENT_NAME = new RegExp(`^(${KINDS}):(${ID})$`);
const WIRE_NAME = new RegExp(`^(${KINDS})[.](${ID})[.]([1-9][0-9]{0,8})$`);

const kindOf = (word: string | undefined): DocumentKind | undefined =>
  DOCUMENT_KINDS.find((kind) => kind === word);

/** `notes:<sittingId>`, `synthesis:<atelierId>`, `preamble:<seminarId>`: the name under which it is stored. */
export const documentName = ({ kind, id }: DocumentRef): string => `${kind}:${id}`;

export function parseDocumentName(name: string): DocumentRef | null {
  const match = DOCUMENT_NAME.exec(name);
  const kind = kindOf(match?.[1]);
  const id = match?.[2];
  return kind === undefined || id === undefined ? null : { kind, id };
}

/** `notes.<sittingId>.<epoch>`: what follows `/collab/` in the address. */
export const wireName = ({ kind, id, epoch }: WireRef): string => `${kind}.${id}.${epoch}`;

export function parseWireName(name: string): WireRef | null {
  const match = WIRE_NAME.exec(name);
  const kind = kindOf(match?.[1]);
  const id = match?.[2];
  return kind === undefined || id === undefined ? null : { kind, id, epoch: Number(match?.[3]) };
}
