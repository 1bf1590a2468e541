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

type Placed = { readonly sign: Sign; readonly x: number; readonly y: number };
type Sign = { readonly name: string; readonly steps: readonly number[] };

/** The SVG of the page, light enough to be sent: each sign is defined once. `drawn` is as the compiler writes it. */
export function pagePicture(drawn: string): string {
  const [, inner] = INNER.exec(drawn) ?? [];
  if (inner === undefined) throw new Error('the compiler drew no page');
  const page = Buffer.from(inner, 'base64').toString().replace(BLANK, '></svg>');
  const placed = new Map<string, Placed>();
  const signs = new Map<string, Sign>();
  const others = page.replace(OUTLINE, (_, id: string, left: string, top: string, path: string) => {
    const [x, y] = [Number(left), Number(top)];
    const steps = stepsFrom(path, x, y);
    // Its bytes: a text of the numbers would take longer than drawing the page.
    const key = Buffer.from(Int32Array.from(steps).buffer).toString('latin1');
    const sign = signs.get(key) ?? { name: `s${signs.size.toString(36)}`, steps };
    signs.set(key, sign);
    placed.set(id, { sign, x, y });
    return '';
  });
  const light = others
    .replace(DRAWN, (whole, id: string, x = '0', y = '0') => {
      const outline = placed.get(id);
      if (!outline) return whole;
      const place = [hundredths(Number(x) + outline.x) / 100, hundredths(Number(y) + outline.y) / 100];
      return `<use xlink:href="#${outline.sign.name}" x="${place[0]}" y="${place[1]}"`;
    })
    .replace(/\n +/gu, '\n');
  const defined = Array.from(
    signs.values(),
    ({ name, steps }) => `<path id="${name}" transform="scale(.01)" d="${pathOf(steps)}"/>\n`,
  );
  return light.replace('>', `>\n${PAPER}`).replace('</svg>', `<defs>\n${defined.join('')}</defs>\n</svg>`);
}

/** Of a point: finer than a screen shows. */
const hundredths = (value: number): number => Math.round(value * 100);

/** Above all numbers of an outline: the letter of a command stands behind it. */
const COMMAND = 2 ** 24;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const FIRST_LETTER = 65;
const isDigit = (code: number): boolean => code >= ZERO && code < ZERO + 10;

/**
 * The outline from where the pen stands: its commands, and whole numbers in hundredths of a point, across and down in
 * turn.
 */
function stepsFrom(path: string, x: number, y: number): readonly number[] {
  const steps: number[] = [];
  let isAcross = true;
  for (let at = 0; at < path.length; at += 1) {
    const code = path.charCodeAt(at);
    if (code >= FIRST_LETTER) steps.push(COMMAND + code);
    if (code !== MINUS && !isDigit(code)) continue;
    let digits = code === MINUS ? 0 : code - ZERO;
    let divisor = 0;
    for (at += 1; ; at += 1) {
      const next = path.charCodeAt(at);
      if (next === POINT) divisor = 1;
      else if (isDigit(next)) {
        digits = digits * 10 + next - ZERO;
        divisor *= 10;
      } else break;
    }
    at -= 1;
    const value = (code === MINUS ? -digits : digits) / (divisor || 1);
    steps.push(hundredths(value - (isAcross ? x : y)));
    isAcross = !isAcross;
  }
  return steps;
}

const pathOf = (steps: readonly number[]): string =>
  steps.map((step) => (step > COMMAND ? String.fromCharCode(step - COMMAND) : step)).join(' ');
