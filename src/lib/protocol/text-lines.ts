/** Shared texts over the page's Socket.IO connection, for networks that refuse WebSockets. */
import * as v from 'valibot';
import { countSchema } from './fields.ts';

/** Bytes of a part of a frame: in base64, as polling sends it, well within one Socket.IO frame. */
export const TEXT_PART_BYTES = 32 * 1024;
/** Lines that one page may have open at once. */
export const TEXT_LINES_PER_PAGE = 8;

/** `line`: a number that the page gave the line; `address`: `/collab/<wireName>?…`, as a WebSocket's would be. */
export const textOpenSchema = v.strictObject({
  line: countSchema,
  address: v.pipe(v.string(), v.maxLength(300), v.regex(/^\/collab\/[^/\\]+$/)),
});
/** `more`: the frame goes on in the next part of the line; such a part is exactly as long as a part may be. */
export const textPartSchema = v.strictObject({ line: countSchema, more: v.boolean() });
export const textLeaveSchema = v.strictObject({ line: countSchema });

export type TextOpen = v.InferOutput<typeof textOpenSchema>;
export type TextPart = v.InferOutput<typeof textPartSchema>;
export type TextLeave = v.InferOutput<typeof textLeaveSchema>;
/** `code`: a WebSocket close code, as in `collab.ts`. */
export type TextClose = { readonly line: number; readonly code: number; readonly reason: string };

/** What a page sends. Nothing is answered: a refusal closes the line. */
export type TextToServer = {
  'text-open': (of: TextOpen) => void;
  'text-part': (of: TextPart, bytes: Uint8Array) => void;
  'text-leave': (of: TextLeave) => void;
};
/** What a page is sent: whole frames, and the end of a line. */
export type TextToClient = {
  'text-frame': (of: { readonly line: number }, frame: Uint8Array) => void;
  'text-close': (of: TextClose) => void;
};

/** A frame cut into parts, in order; an empty frame is one empty part. */
export function partsOf(
  frame: Uint8Array,
): readonly { readonly bytes: Uint8Array; readonly more: boolean }[] {
  const parts = [];
  for (let from = 0; from === 0 || from < frame.length; from += TEXT_PART_BYTES) {
    const to = from + TEXT_PART_BYTES;
    parts.push({ bytes: frame.subarray(from, to), more: to < frame.length });
  }
  return parts;
}

/** The parts of a frame put together. */
export function joinedParts(parts: readonly Uint8Array[]): Uint8Array {
  const frame = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    frame.set(part, at);
    at += part.length;
  }
  return frame;
}
