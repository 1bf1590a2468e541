/** The compiler's one picture of all pages, one above the other, as a picture a page. */

const PAGE_BEGINS = /\n {4}<g[ >]/gu;
const PAGE_ENDS = '\n    </g>';
/** What pages draw again and again: signs, colour gradients, clips. */
const SIGN_BEGINS = /\n {8}<(\w+)[^>\n]* id="(\w+)"/gu;
const REFERENCE = /(?: xlink:href="| id="|url\()#?(\w+)(?=["()])/gu;

/**
 * The picture of the page at an index, drawn when it is asked for: each with the signs it draws and no others. `svg` is
 * as the compiler writes it, an element a line.
 */
export function picturesOfPages(svg: string): (index: number) => string {
  const [, width = '0', heights = '0'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/u.exec(svg) ?? [];
  const pagesEnd = svg.includes('\n    <defs') ? svg.indexOf('\n    <defs') : svg.length;
  const signs = signsIn(svg.slice(pagesEnd));
  const pages = elementsIn(svg.slice(0, pagesEnd));
  const height = Number(heights) / pages.length;
  return (index) => {
    const names = new Map<string, string>();
    const renamed = (text: string): string =>
      text.replace(REFERENCE, (whole, id: string) => {
        if (!signs.has(id)) return whole;
        const name = names.get(id) ?? `s${names.size.toString(36)}`;
        names.set(id, name);
        return whole.replace(id, name);
      });
    const drawn = renamed(withoutExcess(pages[index] ?? ''));
    // A sign may draw others: the names grow while they are gone through.
    const used: string[] = [];
    for (const id of names.keys()) used.push(renamed(withoutExcess(signs.get(id) ?? '')));
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${width} ${height}">\n` +
      `<rect width="${width}" height="${height}" fill="#fff"/>\n` +
      // The page stands at its place among the others: it is drawn at the top instead.
      `<g transform="translate(0 ${-index * height})">${drawn}\n</g>\n<defs>${used.join('')}\n</defs>\n</svg>\n`
    );
  };
}

const elementsIn = (svg: string): readonly string[] =>
  [...svg.matchAll(PAGE_BEGINS)].map(({ index }) =>
    svg.slice(index, svg.indexOf(PAGE_ENDS, index) + PAGE_ENDS.length),
  );

/** By their ids. */
function signsIn(definitions: string): ReadonlyMap<string, string> {
  const signs = new Map<string, string>();
  for (const { 0: start, 1: tag = '', 2: id = '', index } of definitions.matchAll(SIGN_BEGINS)) {
    const lineEnd = definitions.indexOf('\n', index + start.length);
    const isOneLine = definitions.slice(index, lineEnd).endsWith('/>');
    const closing = `\n        </${tag}>`;
    const end = isOneLine ? lineEnd : definitions.indexOf(closing, index) + closing.length;
    signs.set(id, definitions.slice(index, end));
  }
  return signs;
}

/** Without indents, and without what is so anyway. */
const withoutExcess = (svg: string): string =>
  svg.replace(/\n +/gu, '\n').replaceAll(' y="0"', '').replaceAll(' fill-rule="nonzero"', '');
