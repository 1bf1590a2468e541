import { describe, expect, it } from 'vitest';
import { actesJson } from './actes-json.ts';
import type { Actes } from './actes.ts';
import { blockTexts } from './block-texts.ts';
import { hostileActes } from './hostile-actes.test-support.ts';
import {
  contribution,
  entry,
  facts,
  heading,
  image,
  paragraph,
  part,
  presentation,
  proposal,
  quotation,
  sampleActes,
  table,
  words,
} from './sample-actes.test-support.ts';
import { typeset } from './typeset.ts';

const letters = ({ parts }: Actes): string =>
  parts
    .flatMap(({ blocks }) => blocks.flatMap(blockTexts))
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '');

describe('typeset', () => {
  it('[AC35] sets every place where words stand', () => {
    const typed = "L'eau ?";
    const set = 'L’eau\u202f?';
    const actes = (text: string) =>
      sampleActes({
        title: text,
        organisation: text,
        logo: { alternative: text, file: null, mediaType: null },
        cover: { label: text, title: text, theme: text, dayAndPlace: text, counts: text, standing: text },
        contents: text,
        parts: [
          part(
            'text',
            heading(1, text),
            facts(text),
            paragraph(text),
            quotation(text, [paragraph(text)]),
            { ...proposal('decision', [paragraph(text)]), label: text } as ReturnType<typeof proposal>,
            contribution(text, text, [paragraph(text)]),
            presentation(text, text, [paragraph(text)]),
            { type: 'attendance', entries: [entry(text, text)] },
            table([text], [text]),
            image(text),
          ),
        ],
      });
    expect(typeset(actes(typed))).toEqual(actes(set));
    expect(typeset({ ...actes(typed), language: 'en' })).toEqual({ ...actes(typed), language: 'en' });
  });

  it('[AC28] sees a sentence that bold cuts as one', () => {
    const cut = paragraph('Pour ', words('qui', { strong: true }), ' ?');
    const { parts } = typeset(sampleActes({ parts: [part('text', cut)] }));
    expect(parts[0]?.blocks).toEqual([paragraph('Pour ', words('qui', { strong: true }), '\u202f?')]);
  });

  it('[AC27] changes nothing the second time, and keeps every letter and digit', () => {
    for (let seed = 0; seed < 150; seed += 1) {
      const actes = hostileActes(seed);
      const once = typeset(actes);
      expect(actesJson(typeset(once)) === actesJson(once)).toBe(true);
      expect(letters(once) === letters(actes)).toBe(true);
    }
  });
});
