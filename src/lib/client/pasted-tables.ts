/** Pasted tables as the editor keeps them: rows of one length, cells that span one place. */
import { renamed } from './pasted-html-elements.ts';

const MOST_COLUMNS = 50;

/** In place: tables that only lay out a page give their words, the others get all their cells. */
export function withWholeTables(body: Element): void {
  // The innermost first: a table that holds another is there for the layout.
  [...body.querySelectorAll('table')].toReversed().forEach((table) => {
    if (isLayout(table)) table.replaceWith(...wordsOf(table));
    else whole(table);
  });
}

const isLayout = (table: HTMLTableElement): boolean =>
  table.getAttribute('role') === 'presentation' ||
  table.querySelector('table') !== null ||
  table.closest('li, blockquote') !== null ||
  [...table.rows].every((row) => row.cells.length <= 1);

const wordsOf = (table: HTMLTableElement): readonly Element[] =>
  [...table.rows].flatMap((row) => [...row.cells]).map((cell) => renamed(cell, 'div'));

function whole(table: HTMLTableElement): void {
  const caption = table.caption;
  if (caption !== null) table.before(renamed(caption, 'p'));
  table.querySelectorAll('thead td').forEach((cell) => renamed(cell, 'th'));
  const rows = [...table.rows];
  const grid: Element[][] = rows.map(() => []);
  rows.forEach((row, at) => {
    for (const cell of [...row.cells]) {
      let column = 0;
      while (grid[at]?.[column] !== undefined) column += 1;
      const width = Math.min(cell.colSpan, MOST_COLUMNS);
      const height = Math.min(Math.max(cell.rowSpan, 1), rows.length - at);
      cell.removeAttribute('colspan');
      cell.removeAttribute('rowspan');
      for (let down = 0; down < height; down += 1)
        for (let right = 0; right < width; right += 1) {
          const place = grid[at + down];
          if (place !== undefined && column + right < MOST_COLUMNS)
            place[column + right] = down + right === 0 ? cell : document.createElement(cell.localName);
        }
    }
  });
  const columns = Math.max(...grid.map((cells) => cells.length));
  rows.forEach((row, at) => {
    const cells = Array.from(
      { length: columns },
      (_, column) => grid[at]?.[column] ?? document.createElement('td'),
    );
    row.replaceChildren(...cells);
  });
}
