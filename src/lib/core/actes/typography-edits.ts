/** Changes that typography asks for in a text. */

/** Replaces the characters from `from` up to and without `to`. */
export type TypographyEdit = { readonly from: number; readonly to: number; readonly put: string };

/** The text with its edits, which come in order and without overlap; `offset` is where it begins for them. */
export function edited(text: string, edits: readonly TypographyEdit[], offset = 0): string {
  if (edits.length === 0) return text;
  let result = '';
  let done = 0;
  for (const { from, to, put } of edits) {
    result += text.slice(done, from - offset) + put;
    done = to - offset;
  }
  return result + text.slice(done);
}

/** Signs that stand for themselves. */
export const CODE = /`[^`\n]+`/gu;
