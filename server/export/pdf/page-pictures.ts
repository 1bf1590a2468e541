/** Pages as pictures: the compiler, which only draws whole documents, draws each from the PDF of all of them. */

/** What the compiler sets to draw the page at a number, counted from 1, of the PDF at a path. */
export const pageAlone = (path: string, page: number): string =>
  `#set page(paper: "a4", margin: 0pt)\n#image("${path}", page: ${page}, width: 100%)`;

/** In what the compiler draws of such a document, the page itself. */
const INNER = /xlink:href="data:image\/svg\+xml;base64,([^"]+)"/u;
/** A page that stays blank, on the left of a part that opens on the right. */
const BLANK = /\/>\s*$/u;
/** A sign where it first stands, however often it is drawn: its outline begins with the place of the pen. */
const OUTLINE = /<path id="(g\d+)" d="M([-\d.]+),([-\d.]+)([^"]*)"\/>/gu;
const DRAWN = /<use xlink:href="#(g\d+)"(?: transform="translate\(([-\d.]+) ([-\d.]+)\)")?/gu;
const PAPER = '<rect width="100%" height="100%" fill="#fff"/>';
const POINT = /(-?[\d.]+),(-?[\d.]+)/gu;

type Outline = { readonly sign: string; readonly x: number; readonly y: number };

/** The SVG of the page, light enough to be sent: each sign is defined once. `drawn` is as the compiler writes it. */
export function pagePicture(drawn: string): string {
  const [, inner] = INNER.exec(drawn) ?? [];
  if (inner === undefined) throw new Error('the compiler drew no page');
  const page = Buffer.from(inner, 'base64').toString().replace(BLANK, '></svg>');
  const outlines = new Map<string, Outline>();
  const signs = new Map<string, string>();
  const others = page.replace(OUTLINE, (_, id: string, x: string, y: string, path: string) => {
    const origin = { x: Number(x), y: Number(y) };
    const shape = path.replace(
      POINT,
      (__, left: string, top: string) =>
        `${hundredths(Number(left) - origin.x)},${hundredths(Number(top) - origin.y)}`,
    );
    const sign = signs.get(shape) ?? `s${signs.size.toString(36)}`;
    signs.set(shape, sign);
    outlines.set(id, { ...origin, sign });
    return '';
  });
  const light = others
    .replace(DRAWN, (whole, id: string, x = '0', y = '0') => {
      const outline = outlines.get(id);
      if (!outline) return whole;
      const place = [hundredths(Number(x) + outline.x), hundredths(Number(y) + outline.y)];
      return `<use xlink:href="#${outline.sign}" x="${place[0]}" y="${place[1]}"`;
    })
    .replace(/\n +/gu, '\n');
  const defined = Array.from(signs, ([shape, sign]) => `<path id="${sign}" d="${shape}"/>\n`);
  return light.replace('>', `>\n${PAPER}`).replace('</svg>', `<defs>\n${defined.join('')}</defs>\n</svg>`);
}

/** Of a point: less than a screen shows. */
const hundredths = (value: number): number => Math.round(value * 100) / 100;
