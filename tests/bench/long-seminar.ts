/** A séminaire of eight ateliers whose actes are long: people, what they said, and a synthesis of about a page a point. */
import type { Block, RichText } from '#core/actes/rich-text.ts';
import type { AgendaItem } from '#core/agenda/plan.ts';
import { agendaItem } from '#core/agenda/plan.ts';
import { instant, minutes } from '#core/time/instant.ts';
import type { StageParts } from '../../server/demo/demo-stage.ts';
import { openStage } from '../../server/demo/demo-stage.ts';
import { linkOf } from '../../server/http/paths.ts';
import { systemIds } from '../../server/ids.ts';
import { NO_INTRODUCTION } from '../../server/seminars/access.ts';
import { SENTENCES } from './long-actes.ts';

const ATELIERS = 8;
const PEOPLE = 16;
const SAID = 40;
const MORNING = instant(Date.UTC(2026, 10, 26, 8));

const words = (count: number, first: number): string =>
  Array.from({ length: count }, (_, index) => SENTENCES[(first + index * 3) % SENTENCES.length]).join(' ');

const paragraph = (text: string, sources: readonly string[] = []): Block => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
  sources,
});

const heading = (level: 2 | 3, text: string, item: string | null = null): Block => ({
  ...{ type: 'heading', level, item },
  content: [{ type: 'text', text }],
});

const row = (header: boolean, ...cells: readonly string[]) =>
  cells.map((text) => ({ header, content: [paragraph(text)] }));

const point = ({ id, title }: AgendaItem, seed: number, source: string): RichText => [
  heading(2, title, id),
  paragraph(words(9, seed)),
  {
    ...{ type: 'list', ordered: false, start: 1 },
    items: ['une permanence mensuelle, à heure fixe ;', 'un référent par site.'].map((text) => ({
      content: [paragraph(text)],
      sources: [],
    })),
  },
  {
    ...{ type: 'quotation', attribution: 'Inès Caradec', sources: [source] },
    content: [paragraph(words(2, seed + 1))],
  },
  paragraph(words(8, seed + 2)),
  heading(3, 'Propositions'),
  { type: 'proposal', kind: 'proposal', content: [paragraph(words(1, seed))], sources: [] },
  {
    type: 'table',
    rows: [
      row(true, 'Suite proposée', 'Qui', 'Pour le'),
      row(false, 'Rédiger la convention type', 'H. Tanguy', '15 février 2027'),
      row(false, 'Recenser les référents', 'Chaque comité', '31 janvier 2027'),
    ],
  },
  paragraph(words(3, seed + 3)),
];

export type LongSeminar = { readonly seminarId: string; readonly organiserLink: string };

/** Writes it to the storage; the link is as it is at any origin. */
export async function seedLongSeminar(parts: StageParts, points: number): Promise<LongSeminar> {
  const { newId } = systemIds;
  const stage = openStage(parts, systemIds, MORNING);
  const seminarId = newId();
  const ateliers = Array.from({ length: ATELIERS }, (_, index) => ({
    ...{ atelierId: newId(), sittingId: newId(), title: `Créer du lien, ${index + 1}`, room: 'Ouessant' },
    start: MORNING,
    items: Array.from({ length: points }, (_unused, at) =>
      agendaItem({
        ...{ id: newId(), title: `Point ${at + 1} : se faire connaître`, plannedMinutes: minutes(30) },
      }),
    ),
  }));
  const description = {
    ...{ title: 'Rencontre d’automne', organisation: 'Union des comités', theme: 'Aller vers' },
    ...{ place: 'Lorient', day: '2026-11-26', zone: 'Europe/Paris' },
    language: 'fr' as const,
  };
  const [first = null, ...others] = ateliers;
  const organiser = await stage.createSeminar(
    { seminarId, description, atelier: first },
    { ...NO_INTRODUCTION, firstName: 'Inès', lastName: 'Caradec' },
  );
  for (const atelier of others)
    await stage.send(organiser, 'organiser', { type: 'atelier/add', seminarId, plenary: false, ...atelier });
  const issued = await stage.access.ofSeminar(seminarId);
  for (const [index, { atelierId, sittingId, items }] of ateliers.entries()) {
    const code = issued.find(({ role, scope }) => role === 'participant' && scope.sittingId === sittingId);
    if (!code) throw new Error('there is no code');
    const said: string[] = [];
    for (let person = 0; person < PEOPLE; person += 1) {
      const actor = await stage.join(code, {
        ...{ firstName: `Inès ${person + 1}`, lastName: `Caradec ${index + 1}`, function: 'présidente' },
        ...{ town: 'Morlaix', consent: 'name-and-function' },
      });
      for (let at = person; at < SAID; at += PEOPLE) {
        const contributionId = newId();
        said.push(contributionId);
        await stage.send(actor, 'participant', {
          ...{ type: 'contribution/make', contributionId, kind: null, sittingId, unnamed: false },
          ...{ itemId: items[at % items.length]?.id ?? null, questionId: null, withFunction: true },
          ...{ entry: 'typed', attributedTo: null, keyHash: null, text: words(2, at) },
        });
      }
    }
    const synthesis = items.flatMap((item, at) => point(item, index + at, said[at % said.length] ?? ''));
    await stage.write({ kind: 'synthesis', id: atelierId }, synthesis);
  }
  await stage.write({ kind: 'preamble', id: seminarId }, [paragraph(words(12, 0))]);
  const link = issued.find(({ role }) => role === 'organiser');
  if (!link) throw new Error('there is no link');
  return { seminarId, organiserLink: linkOf('http://localhost', '/', link.id, stage.access.secretOf(link)) };
}
