/**
 * Word copies a list as paragraphs that carry its bullets as text. This makes them list items again, in the copied
 * HTML as a string: it is parsed only after, by the editor, into the closed schema.
 */

const PARAGRAPH = /<p\b([^>]*)>([\s\S]*?)<\/p>/gi;
const LIST_LEVEL = /mso-list:\s*l\d+\s+level(\d+)/i;
/** The bullet or number, between the comments that hide it from readers that know lists. */
const MARKER = /<!(?:--)?\[if !supportLists\](?:--)?>([\s\S]*?)<!(?:--)?\[endif\](?:--)?>/i;
const LONGEST = 500_000;

/** The HTML with Word's list paragraphs as one-item lists, which the parser joins; anything else untouched. */
export function withWordLists(html: string): string {
  if (html.length > LONGEST || !/mso-list:/i.test(html)) return html;
  let open: 'ul' | 'ol' | null = null;
  let last = 0;
  let out = '';
  const close = (): string => {
    const closing = open === null ? '' : `</${open}>`;
    open = null;
    return closing;
  };
  for (const match of html.matchAll(PARAGRAPH)) {
    const [whole, attributes = '', content = ''] = match;
    const between = html.slice(last, match.index);
    last = match.index + whole.length;
    const kind = LIST_LEVEL.test(attributes) ? kindOf(content) : null;
    if (kind === null || between.trim() !== '') out += close();
    out += between;
    if (kind === null) {
      out += whole;
      continue;
    }
    if (open !== kind) {
      out += `${close()}<${kind}>`;
      open = kind;
    }
    out += `<li><p>${content.replace(MARKER, '')}</p></li>`;
  }
  return out + close() + html.slice(last);
}

/** Numbered or not, as its marker says; null when there is no marker: then it continues the item above. */
function kindOf(content: string): 'ul' | 'ol' | null {
  const marker = MARKER.exec(content)?.[1];
  if (marker === undefined) return null;
  const text = marker.replaceAll(/<[^>]*>/g, '').replaceAll(/&nbsp;|\s/g, '');
  return /^(\d+|[a-z]|[ivx]+)[.)]/i.test(text) ? 'ol' : 'ul';
}
