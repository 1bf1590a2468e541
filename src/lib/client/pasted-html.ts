/**
 * What other programs copy, as plain HTML that the editor's closed schema reads: lists as lists, headings, quotations
 * and tables as such, links without their trackers; styles, scripts, comments and foreign images are left behind.
 */
import DOMPurify from 'dompurify';
import { renamed } from './pasted-html-elements.ts';
import { withWholeTables } from './pasted-tables.ts';
import { withoutTracking } from './pasted-links.ts';
import { markedForWord, withWordLists } from './word-lists.ts';

const KEPT_ATTRIBUTES = [
  ...[
    'style',
    'class',
    'role',
    'aria-level',
    'datetime',
    'type',
    'href',
    'start',
    'colspan',
    'rowspan',
    'alt',
  ],
  ...['data-attachment', 'data-sources', 'data-proposal', 'data-attribution', 'data-item'],
];

/** The HTML to read in place of what was pasted; what this editor copied itself stays as it is. */
export function pastedHtml(html: string): string {
  if (/\sdata-pm-slice=/.test(html)) return html;
  const body = DOMPurify.sanitize(markedForWord(html), {
    USE_PROFILES: { html: true },
    ALLOWED_ATTR: KEPT_ATTRIBUTES,
    ALLOW_DATA_ATTR: false,
    RETURN_DOM: true,
  });
  if (!(body instanceof HTMLElement)) return '';
  body.querySelectorAll(LEFT_BEHIND).forEach((element) => element.remove());
  body.querySelectorAll<HTMLElement>('[style]').forEach(removeHidden);
  withWordLists(body);
  body.querySelectorAll('p, div').forEach(asStyled);
  body.querySelectorAll('pre').forEach(inLines);
  withNestedLists(body);
  withWholeTables(body);
  withoutQuotationsInside(body);
  body.querySelectorAll(':is(li, blockquote, td, th) :is(h1, h2, h3, h4, h5, h6)').forEach(asBoldParagraph);
  body.querySelectorAll('a[href]').forEach(withoutTracking);
  body.querySelectorAll('p').forEach(removeEmpty);
  return body.innerHTML;
}

/** Pictures of elsewhere, Word's comments, and what was struck out while changes were tracked. */
const LEFT_BEHIND = [
  ...[
    'img:not([data-attachment])',
    'picture',
    'video',
    'audio',
    'input',
    'button',
    'select',
    'textarea',
    'form > label',
  ],
  ...[
    'del[datetime]',
    'colgroup',
    '.MsoCommentReference',
    '.msocomanchor',
    '[style*="mso-element:comment" i]',
  ],
].join(', ');

function removeHidden(element: HTMLElement): void {
  if (
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(
      element.getAttribute('style') ?? '',
    )
  )
    element.remove();
}

const HEADING_CLASSES: ReadonlyMap<string, string> = new Map([
  ['MsoTitle', 'h1'],
  ['MsoSubtitle', 'h2'],
]);

/** Word's title and quotation styles, and headings that are said to be only by their role. */
function asStyled(element: Element): void {
  const said =
    element.getAttribute('role') === 'heading' ? Number(element.getAttribute('aria-level') ?? '2') : 0;
  const byClass = [...element.classList]
    .map((name) => HEADING_CLASSES.get(name))
    .find((tag) => tag !== undefined);
  const heading = said >= 1 && said <= 6 ? `h${said}` : byClass;
  if (heading !== undefined) renamed(element, heading);
  else if (/\bMso(?:Intense)?Quote/.test(element.className)) {
    const before = element.previousElementSibling;
    const quotation =
      before?.localName === 'blockquote' && before.className === 'mso'
        ? before
        : document.createElement('blockquote');
    if (quotation !== before) {
      quotation.className = 'mso';
      element.before(quotation);
    }
    quotation.append(element);
  }
}

/** The lines of a mail in plain text: an empty one parts paragraphs. */
function inLines(pre: Element): void {
  const paragraphs = (pre.textContent ?? '').split(/\n[^\S\n]*\n/u).map((text) => {
    const paragraph = document.createElement('p');
    text.split('\n').forEach((line, index) => {
      if (index > 0) paragraph.append(document.createElement('br'));
      paragraph.append(line);
    });
    return paragraph;
  });
  pre.replaceWith(...paragraphs);
}

/** Some programs put a list into a list and not into its item. */
function withNestedLists(body: Element): void {
  body.querySelectorAll(':is(ul, ol) > :is(ul, ol)').forEach((list) => {
    const before = list.previousElementSibling;
    if (before?.localName === 'li') before.append(list);
    else {
      const item = document.createElement('li');
      list.replaceWith(item);
      item.append(list);
    }
  });
}

/** Quotations of quotations, as long threads of mail have them, are one. */
function withoutQuotationsInside(body: Element): void {
  body.querySelectorAll('blockquote blockquote').forEach((inner) => inner.replaceWith(...inner.childNodes));
}

function asBoldParagraph(heading: Element): void {
  const paragraph = renamed(heading, 'p');
  const bold = document.createElement('strong');
  bold.append(...paragraph.childNodes);
  paragraph.append(bold);
}

function removeEmpty(paragraph: Element): void {
  if ((paragraph.textContent ?? '').trim() === '' && paragraph.querySelector('img') === null)
    paragraph.remove();
}
