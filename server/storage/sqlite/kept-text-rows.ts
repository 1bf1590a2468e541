/** Kept versions, and the addresses of published actes, as rows. */
import type { KeptText } from '../../seminars/kept-texts.port.ts';
import type { Connection } from './connection.ts';

type KeptTextRow = {
  readonly id: string;
  readonly seminar_id: string;
  readonly kind: string;
  readonly subject_id: string;
  readonly text: string;
};

const COLUMNS = 'id, seminar_id, kind, subject_id, text';

const keptTextOf = (row: KeptTextRow): KeptText => ({
  id: row.id,
  seminarId: row.seminar_id,
  kind: row.kind as KeptText['kind'],
  subjectId: row.subject_id,
  text: row.text,
});

export function keepText(connection: Connection, { id, seminarId, kind, subjectId, text }: KeptText): void {
  connection.run(
    `INSERT INTO kept_texts (${COLUMNS}) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
    ...[id, seminarId, kind, subjectId, text],
  );
}

export function keptTextById(connection: Connection, id: string): KeptText | null {
  const row = connection.get<KeptTextRow>(`SELECT ${COLUMNS} FROM kept_texts WHERE id = ?`, id);
  return row === undefined ? null : keptTextOf(row);
}

export function keptTextsOfSeminar(connection: Connection, seminarId: string): Omit<KeptText, 'text'>[] {
  return connection
    .all<Omit<KeptTextRow, 'text'>>(
      'SELECT id, seminar_id, kind, subject_id FROM kept_texts WHERE seminar_id = ? ORDER BY ordinal',
      seminarId,
    )
    .map((row) => {
      const { text: _text, ...kept } = keptTextOf({ ...row, text: '' });
      return kept;
    });
}

export function replaceKeptText(
  connection: Connection,
  { id, text }: { readonly id: string; readonly text: string },
): void {
  connection.run('UPDATE kept_texts SET text = ? WHERE id = ?', text, id);
}

export function reserveAddress(
  connection: Connection,
  { slug, seminarId }: { readonly slug: string; readonly seminarId: string },
): boolean {
  connection.run(
    'INSERT INTO actes_addresses (slug, seminar_id) VALUES (?, ?) ON CONFLICT (slug) DO NOTHING',
    slug,
    seminarId,
  );
  return seminarAtAddress(connection, slug) === seminarId;
}

export function seminarAtAddress(connection: Connection, slug: string): string | null {
  const row = connection.get<{ seminar_id: string }>(
    'SELECT seminar_id FROM actes_addresses WHERE slug = ?',
    slug,
  );
  return row?.seminar_id ?? null;
}
