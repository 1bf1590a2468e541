/** The one door through which Markdown becomes HTML on a page. */
import DOMPurify from 'dompurify';
import { Marked } from 'marked';
import { limitMarkdown } from '#lib/markdown/limit-markdown.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const parser = new Marked({
  gfm: true,
  renderer: {
    // An image from elsewhere tells its server who reads: a link lets the reader choose.
    image({ href, text }) {
      return `<a href="${escaped(href)}">${escaped(text === '' ? href : text)}</a>`;
    },
    // Words between angle brackets are words.
    html({ text }) {
      return escaped(text);
    },
  },
});

const ALLOWED_TAGS = [
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'blockquote', 'ul', 'ol', 'li'],
  ...['strong', 'em', 'del', 'code', 'pre', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
];

/** Markdown as HTML that can do nothing but be read: limited, parsed, sanitised; a string where Trusted Types are unknown. */
export function sanitisedHtml(markdown: string) {
  return DOMPurify.sanitize(parsed(limitMarkdown(markdown)), {
    ALLOWED_TAGS,
    ALLOWED_ATTR: ['href', 'title', 'start', 'align'],
    ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|#|\/(?![/\\]))/i,
    RETURN_TRUSTED_TYPE: true,
  });
}

/** What the parser cannot read is still shown, as it stands. */
function parsed(markdown: string): string {
  try {
    return parser.parse(markdown, { async: false });
  } catch {
    return `<pre>${escaped(markdown)}</pre>`;
  }
}
