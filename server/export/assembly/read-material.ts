/** What the actes are made from, once its texts are read. */
import type { ActesMaterial } from '#core/actes/actes-material.ts';
import type { RichText } from '#core/actes/rich-text.ts';
import { richTextOfLog } from '#ydoc/snapshot.ts';
import type { GatheredMaterial } from '../../seminars/actes-assembly.port.ts';
import type { StoredText } from '../../seminars/texts.port.ts';

export const readMaterial = (gathered: GatheredMaterial): ActesMaterial => ({
  ...gathered,
  preamble: richTextOfLog(gathered.preamble),
  syntheses: textsOf(gathered.syntheses),
  texts: textsOf(gathered.texts),
  notes: textsOf(gathered.notes),
});

const textsOf = (texts: ReadonlyMap<string, StoredText> | undefined): ReadonlyMap<string, RichText> =>
  new Map([...(texts ?? [])].map(([id, stored]) => [id, richTextOfLog(stored)]));
