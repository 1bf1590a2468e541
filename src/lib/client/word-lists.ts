/**
 * Word copies a list as paragraphs that carry their bullets or numbers as text, and their level in a style. This makes
 * them lists again.
 */

const LIST_LEVEL = /mso-list:\s*(l\d+)\s+level(\d+)/i;
const IGNORED = 'mso-list:Ignore';
/** The bullet or number, between the comments that hide it from readers that know lists. */
const MARKER = /<!(?:--)?\[if !supportLists\](?:--)?>([\s\S]*?)<!(?:--)?\[endif\](?:--)?>/gi;

/** The HTML with what the comments say in the elements themselves: comments do not outlive the sanitiser. */
export const markedForWord = (html: string): string =>
  html.replace(MARKER, (_whole, marker: string) => `<span style="${IGNORED}">${marker}</span>`);

type Item = {
  readonly level: number;
  readonly list: string;
  readonly ordered: boolean;
  readonly number: number;
  /** Its number is the first there is. */
  readonly begins: boolean;
};

/** In place: every run of list paragraphs as lists in lists. */
export function withWordLists(body: Element): void {
  const open: { readonly level: number; readonly list: string; readonly element: Element }[] = [];
  let last: Element | null = null;
  const paragraphs = body.querySelectorAll<HTMLElement>('p, h1, h2, h3, h4, h5, h6');
  for (const paragraph of paragraphs) {
    const follows =
      last !== null && paragraph.previousElementSibling === last && isBlankBetween(last, paragraph);
    if (!follows) open.length = 0;
    const item = itemOf(paragraph);
    const inner = open.at(-1);
    if (item === null) {
      const continued = inner?.element.lastElementChild;
      if (continued && /^MsoListParagraph/.test(paragraph.className)) continued.append(paragraph);
      else open.length = 0;
      continue;
    }
    while ((open.at(-1)?.level ?? 0) > item.level) open.pop();
    let list = open.at(-1);
    if (list !== undefined && list.level === item.level && !goesOn(list, item)) {
      open.pop();
      list = open.at(-1);
    }
    if (list === undefined || list.level < item.level) {
      const element = document.createElement(item.ordered ? 'ol' : 'ul');
      if (item.ordered && item.number !== 1) element.setAttribute('start', String(item.number));
      const holder = list?.element.lastElementChild ?? null;
      if (holder === null) {
        paragraph.before(element);
        last = element;
      } else holder.append(element);
      list = { level: item.level, list: item.list, element };
      open.push(list);
    }
    const holder = document.createElement('li');
    holder.append(asParagraph(paragraph));
    list.element.append(holder);
  }
  body.querySelectorAll(MARKERS).forEach((marker) => marker.remove());
}

const MARKERS = '[style*="mso-list:Ignore" i]';

const isBlankBetween = (before: Element, after: Element): boolean => {
  for (let node = before.nextSibling; node !== null && node !== after; node = node.nextSibling)
    if ((node.textContent ?? '').trim() !== '') return false;
  return true;
};

/** The same kind of list; a number that begins again begins another. */
const goesOn = (open: { readonly list: string; readonly element: Element }, item: Item): boolean =>
  (open.element.localName === 'ol') === item.ordered &&
  (!item.ordered || (!item.begins && open.list === item.list));

/** Null for what is no list paragraph. Its marker is taken off. */
function itemOf(paragraph: HTMLElement): Item | null {
  const found = LIST_LEVEL.exec(paragraph.getAttribute('style') ?? '');
  if (found === null) return null;
  const markers = paragraph.querySelectorAll(MARKERS);
  const marker = [...markers][0]?.textContent?.replaceAll(/\s/gu, '') ?? '';
  markers.forEach((element) => element.remove());
  if (marker === '' || /^H\d$/.test(paragraph.tagName)) return null;
  const number = numberOf(marker);
  return {
    level: Number(found[2]),
    list: found[1] ?? '',
    ordered: number !== null,
    number: number ?? 1,
    // A lone « i » may be the ninth letter.
    begins: number === 1 && !/i/i.test(marker),
  };
}

/** `3.`, `1.2.`, `b)`, `iv.`; null for a bullet. */
function numberOf(marker: string): number | null {
  const digits = /^\(?(?:\d+\.)*(\d{1,6})[.)°]?$/u.exec(marker)?.[1];
  if (digits !== undefined) return Number(digits);
  const letters = /^\(?([a-z]{1,6})[.)]$/iu.exec(marker)?.[1]?.toLowerCase();
  if (letters === undefined) return null;
  if (/^[ivx]+$/.test(letters)) return ROMAN.indexOf(letters) + 1 || 1;
  return letters.length === 1 ? letters.charCodeAt(0) - 96 : 1;
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

function asParagraph(element: Element): Element {
  const paragraph = document.createElement('p');
  paragraph.append(...element.childNodes);
  element.remove();
  return paragraph;
}
