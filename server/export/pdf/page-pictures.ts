/** The compiler's one picture of all pages, one above the other, as a picture a page. */

/** Elements right under the root, and those right under a `defs`, begin and end at these indents. */
const TOP = '    ';
const INNER = '        ';

/** Each page with the signs it draws and no others; `svg` is what the compiler writes, line by line. */
export function pagesOfSvg(svg: string): readonly string[] {
  const lines = svg.split('\n');
  const [, width = '0', heights = '0'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/u.exec(lines[0] ?? '') ?? [];
  const pages: string[][] = [];
  const signs = new Map<string, string>();
  for (const element of elementsAt(TOP, lines)) {
    if (element[0]?.startsWith(`${TOP}<defs`)) {
      for (const sign of elementsAt(INNER, element.slice(1, -1))) {
        const id = / id="([^"]+)"/u.exec(sign[0] ?? '')?.[1];
        if (id !== undefined) signs.set(id, trimmed(sign));
      }
    } else if (element[0]?.startsWith(`${TOP}<g`)) {
      pages.push(element);
    }
  }
  const height = Number(heights) / pages.length;
  const size = `0 0 ${width} ${height}`;
  return pages.map((page, index) => {
    // The page stands at its place among the others: it is drawn at the top instead.
    const body = [`<g transform="translate(0 ${-index * height})">`, trimmed(page), '</g>'].join('\n');
    const used = signsIn(body, signs);
    return shortened(
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="${size}">\n` +
        `<rect width="${width}" height="${height}" fill="#fff"/>\n${body}\n<defs>\n${used.join('\n')}\n</defs>\n</svg>\n`,
    );
  });
}

/** The elements that begin at the indent, each with its lines. */
function elementsAt(indent: string, lines: readonly string[]): readonly string[][] {
  const elements: string[][] = [];
  for (const line of lines) {
    const isHere = line.startsWith(`${indent}<`);
    if (isHere && !line.startsWith(`${indent}</`)) elements.push([line]);
    else if (isHere || line.startsWith(`${indent} `)) elements.at(-1)?.push(line);
  }
  return elements;
}

/** Without indents, and without what is so anyway. */
const trimmed = (lines: readonly string[]): string =>
  lines
    .map((line) => line.trimStart())
    .join('\n')
    .replaceAll(' y="0"', '')
    .replaceAll(' fill-rule="nonzero"', '');

/** The signs that the page draws, and those that they draw themselves. */
function signsIn(body: string, signs: ReadonlyMap<string, string>): readonly string[] {
  const used = new Map<string, string>();
  const waiting = [body];
  for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) {
    for (const [, id = ''] of text.matchAll(/#(\w+)[")]/gu)) {
      const sign = signs.get(id);
      if (sign === undefined || used.has(id)) continue;
      used.set(id, sign);
      waiting.push(sign);
    }
  }
  return [...used.values()];
}

/** Short names for the signs: a page names thousands. */
function shortened(page: string): string {
  const names = new Map<string, string>();
  return page.replace(/(?<=[#"])[a-z][0-9A-F]{32}(?=["()])/gu, (name) => {
    const short = names.get(name) ?? `s${names.size.toString(36)}`;
    names.set(name, short);
    return short;
  });
}
