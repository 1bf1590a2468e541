/** All the words that a séminaire holds and that may name someone. */
import { partTextId } from '#core/actes/composition.ts';
import type { PlacedText, ToldWords } from '#core/actes/named-places.ts';
import { sittingWords } from '#core/actes/named-places.ts';
import type { RichText } from '#core/actes/rich-text.ts';
import type { Plan } from '#core/agenda/plan.ts';
import type { Seminar } from '#core/seminar/seminar.ts';
import type { Streams } from './streams.ts';
import type { SharedTextRef, SharedTexts } from './texts.port.ts';

type Parts = { readonly streams: Streams; readonly texts: SharedTexts };

type ToldText = {
  readonly of: SharedTextRef;
  readonly at: Omit<PlacedText, 'text'>;
  readonly text: RichText;
};

/** The shared texts, of the composed parts also those that are left out. */
export async function toldTexts(
  { streams, texts }: Parts,
  seminarId: string,
  { sittings, ateliers }: Seminar,
): Promise<readonly ToldText[]> {
  const composed = (await streams.actes(seminarId)).state.composition?.parts ?? [];
  const all: readonly Omit<ToldText, 'text'>[] = [
    ...sittings.map(({ id }) => ({ of: { kind: 'notes', id }, at: { kind: 'notes', id } }) as const),
    ...ateliers.map(({ id }) => ({ of: { kind: 'synthesis', id }, at: { kind: 'synthesis', id } }) as const),
    { of: { kind: 'preamble', id: seminarId }, at: { kind: 'part', id: 'preamble' } },
    ...composed.flatMap(({ id }) =>
      (['body', 'before', 'after'] as const).map(
        (place) =>
          ({
            of: { kind: 'part', id: partTextId(seminarId, id, place) },
            at: { kind: 'part', id },
          }) as const,
      ),
    ),
  ];
  const told: ToldText[] = [];
  for (const { of, at } of all) told.push({ of, at, text: await texts.richText(of) });
  return told;
}

/** Those texts, and what the streams tell; of versions nothing. */
export async function toldWords(parts: Parts, seminarId: string, seminar: Seminar): Promise<ToldWords> {
  const { streams } = parts;
  const plans = new Map<string, Plan>();
  for (const { id } of seminar.ateliers) {
    const plan = (await streams.atelier(id)).state?.plan;
    if (plan) plans.set(id, plan);
  }
  const sittings = new Map<string, ReturnType<typeof sittingWords>>();
  for (const { id } of seminar.sittings) {
    const sitting = (await streams.sitting(id)).state;
    if (sitting) sittings.set(id, sittingWords(sitting));
  }
  const texts = (await toldTexts(parts, seminarId, seminar)).map(({ at, text }) => ({ ...at, text }));
  const publication = (await streams.actes(seminarId)).state;
  return { seminar, publication, plans, sittings, texts, versions: [] };
}
