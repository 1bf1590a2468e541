import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Contribution } from '../contributions/contribution.ts';
import type { Presentation } from '../round/round.ts';
import { CONSENTS } from '../seminar/person.ts';
import type { Person } from '../seminar/person.ts';
import { personOnLists } from '../seminar/seminar.ts';
import { PRESENCES } from '../seminar/presence.ts';
import { ACTES_MODELS } from './actes.ts';
import type { Actes, ActesBlock } from './actes.ts';
import type { ActesMaterial } from './actes-material.ts';
import {
  heading,
  LABELS,
  material,
  paragraph,
  peopleOf,
  person,
  quotation,
  said,
  SEMINAR,
} from './actes-material.test-support.ts';
import { blocksInside } from './blocks-inside.ts';
import { buildActes } from './build-actes.ts';
import { ACTES_ORDERS, defaultComposition } from './composition.ts';
import type { Composition } from './composition.ts';
import type { RichText } from './rich-text.ts';

/** Words that stand nowhere but in what is said of the person. */
const someone = (id: string, consent: Person['consent']): Person =>
  person(id, {
    ...{ firstName: `Prénom${id}`, lastName: `Nom${id}`, function: `fonction${id}`, town: `Ville${id}` },
    consent,
  });
const fullName = ({ firstName, lastName }: Person): string => `${firstName} ${lastName}`;

const IDS = ['pa', 'pb', 'pc', 'pd', 'pe'];
const SITTINGS = SEMINAR.sittings.map(({ id }) => id);

const contribution = fc
  .record({
    author: fc.constantFrom(...IDS, null),
    unnamed: fc.boolean(),
    agreed: fc.boolean(),
    withdrawn: fc.boolean(),
    itemId: fc.constantFrom('p1', 'p2', null),
    sitting: fc.constantFrom(...SITTINGS),
    taken: fc.constantFrom('quotation', 'item', 'paragraph', 'together', 'left', 'left'),
  })
  .map((it) => ({ ...it, author: it.unnamed ? null : it.author }));

const seminars = fc.record({
  consents: fc.tuple(...IDS.map(() => fc.constantFrom(...CONSENTS))),
  presences: fc.tuple(...IDS.map(() => fc.constantFrom(...PRESENCES, null))),
  listed: fc.subarray(IDS),
  present: fc.subarray(IDS),
  devices: fc.boolean(),
  stands: fc.constantFrom(...IDS),
  contributions: fc.array(contribution, { maxLength: 12 }),
  model: fc.constantFrom(...ACTES_MODELS),
  order: fc.constantFrom(...ACTES_ORDERS),
});
type Case = typeof seminars extends fc.Arbitrary<infer T> ? T : never;

function made(it: Case): { of: ActesMaterial; actes: Actes; people: readonly Person[] } {
  const people = IDS.map((id, index) => someone(id, it.consents[index] ?? 'none'));
  const known = peopleOf(...people);
  const nameOf = (id: string | null): string => {
    const found = id === null ? undefined : known.get(id);
    return found ? fullName(found) : '';
  };
  const contributions = new Map<string, readonly Contribution[]>();
  const syntheses = new Map<string, RichText>();
  it.contributions.forEach(({ sitting, taken, ...of }, index) => {
    const id = `c${index}`;
    contributions.set(sitting, [...(contributions.get(sitting) ?? []), said(id, of)]);
    const atelierId = SEMINAR.sittings.find((one) => one.id === sitting)?.atelierId ?? '';
    // What the rapporteur took over while the author still agreed to more.
    const named = nameOf(of.author);
    const blocks: Readonly<Record<typeof taken, RichText>> = {
      quotation: [heading(2, 'Commun'), quotation('Dit.', [id], named)],
      item: [
        { type: 'list', ordered: false, start: 1, items: [{ content: [paragraph('Dit.')], sources: [id] }] },
      ],
      paragraph: [paragraph('Dit.', [id])],
      together: [quotation('Dit.', [id, 'c0'], `${named} et ${nameOf(it.contributions[0]?.author ?? null)}`)],
      left: [],
    };
    syntheses.set(atelierId, [...(syntheses.get(atelierId) ?? []), ...blocks[taken]]);
  });
  const presentations = new Map([
    [
      'morning',
      new Map(
        IDS.map((id): [string, Presentation] => [
          id,
          { personId: id, quotation: 'Un mot.', text: 'Des lignes.', agreed: true },
        ]),
      ),
    ],
  ]);
  const stands = nameOf(it.stands);
  const of = material({
    ...{ people: known, contributions, syntheses, presentations },
    seminar: {
      ...SEMINAR,
      attendance: { morning: it.present },
      appointments: { morning: IDS.map((personId) => ({ personId, role: 'rapporteur' })) },
      samePerson: it.devices ? { pb: 'pa' } : {},
      presences: it.listed.flatMap((personId) => {
        const presence = it.presences[IDS.indexOf(personId)] ?? null;
        return presence === null ? [] : [{ personId, presence, representedBy: stands }];
      }),
    },
  });
  const composition: Composition = { ...defaultComposition(it.model, of.seminar), order: it.order };
  const all = { ...composition, parts: composition.parts.map((part) => ({ ...part, included: true })) };
  return { of, actes: buildActes(of, all, LABELS), people };
}

test('[AC69] nobody is named, nor their function or town told, beyond what they agreed to', () => {
  fc.assert(
    fc.property(seminars, (it) => {
      const { actes, people } = made(it);
      const json = JSON.stringify(actes).toLowerCase();
      for (const { consent, firstName, lastName, function: role, town } of people) {
        const secret = {
          'name-and-function': [],
          function: [firstName, lastName],
          none: [firstName, lastName, role, town],
        }[consent];
        expect(secret.filter((word) => json.includes(word.toLowerCase()))).toEqual([]);
      }
    }),
  );
});

test('[AC69] no id stands beside words without a name, and beside a name none of someone who said no somewhere', () => {
  fc.assert(
    fc.property(seminars, (it) => {
      const { actes, of, people } = made(it);
      const named = (listed: string, line: string): boolean =>
        people.some(
          (one) => personOnLists(of.seminar, one.id) === listed && line.includes(one.lastName.toLowerCase()),
        );
      const saysNo = new Set(
        people
          .filter(({ consent }) => consent !== 'name-and-function')
          .map(({ id }) => personOnLists(of.seminar, id)),
      );
      for (const [personId, line, isPresentation] of idsIn(actes.parts.flatMap(({ blocks }) => blocks))) {
        if (isPresentation) continue;
        expect([personId, saysNo.has(personId), named(personId, line.toLowerCase())]).toEqual([
          ...[personId, false, true],
        ]);
      }
    }),
  );
});

/** Whose id stands beside which line. */
const idsIn = (blocks: readonly ActesBlock[]): readonly (readonly [string, string, boolean])[] =>
  blocks.flatMap((block) => {
    const inside = idsIn(blocksInside(block));
    const of = (personId: string | null, line: string, isPresentation = false) =>
      personId === null ? [] : [[personId, line, isPresentation] as const];
    switch (block.type) {
      case 'quotation':
        return [...of(block.personId, block.attribution), ...inside];
      case 'contribution':
        return [...of(block.personId, block.author), ...inside];
      case 'presentation':
        return [...of(block.personId, block.who, true), ...inside];
      case 'attendance':
        return block.entries.flatMap(({ personId, who }) => of(personId, who));
      default:
        return inside;
    }
  });

test('[AC4] every contribution that can be shown is taken over or listed as not taken over, and none twice', () => {
  fc.assert(
    fc.property(seminars, (it) => {
      const { actes, of } = made(it);
      const shown = [...of.contributions.values()].flat().filter(({ withdrawn }) => !withdrawn);
      const told = (isLeft: boolean) =>
        actes.parts
          .filter(({ kind }) => (kind === 'not-taken-over') === isLeft && kind !== 'next-steps')
          .flatMap(({ blocks }) => sourcesIn(blocks));
      const left = told(true);
      expect(new Set(left).size).toBe(left.length);
      const taken = new Set(told(false));
      const ids = shown.map(({ id }) => id);
      expect(ids.filter((id) => taken.has(id) === left.includes(id) && !isElsewhere(id, it))).toEqual([]);
      expect(left.filter((id) => !ids.includes(id))).toEqual([]);
    }),
  );
});

/** The first may be cited by the other atelier's synthesis too, which takes nothing over from its own. */
const isElsewhere = (id: string, { contributions }: Case): boolean =>
  id === 'c0' && contributions.some(({ taken }) => taken === 'together');

test('[AC9] the same material gives the same tree, in whatever order people and texts were read', () => {
  fc.assert(
    fc.property(seminars, (it) => {
      const { of, actes } = made(it);
      const turned = <T>(map: ReadonlyMap<string, T>) => new Map([...map].toReversed());
      const again = {
        ...of,
        ...{ people: turned(of.people), syntheses: turned(of.syntheses), plans: turned(of.plans) },
        contributions: turned(new Map([...of.contributions].map(([id, all]) => [id, all.toReversed()]))),
        presentations: turned(
          new Map([...(of.presentations ?? [])].map(([id, all]) => [id, turned(all)] as const)),
        ),
      };
      const composition: Composition = { ...defaultComposition(it.model, of.seminar), order: it.order };
      const all = { ...composition, parts: composition.parts.map((part) => ({ ...part, included: true })) };
      expect(buildActes(again, all, LABELS)).toEqual(actes);
    }),
  );
});

function sourcesIn(blocks: readonly ActesBlock[]): readonly string[] {
  return blocks.flatMap((block) => [
    ...('sources' in block ? block.sources : []),
    ...(block.type === 'list' ? block.items.flatMap(({ sources }) => sources) : []),
    ...sourcesIn(blocksInside(block)),
  ]);
}
