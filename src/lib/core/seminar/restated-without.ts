/** What is written anew without someone's name, so that what told it before can lose its words. */
import type { DomainEvent, NewDomainEvent } from '../events/event-types.ts';
import type { DecisionContext } from '../events/new-event.ts';
import { newEvent } from '../events/new-event.ts';
import type { NextStep, Publication } from '../publication/publication.ts';
import type { Seminar } from './seminar.ts';
import type { SittingLog } from './sitting.ts';

/** Finds someone's names in words, and puts others in their place. */
type Words = {
  readonly isNamed: (words: string) => boolean;
  readonly inWords: (words: string) => string;
};

/** Who speaks. The programme before the last change is told anew as well, for the undo still leads to it. */
export function programmeRestated(
  { programme, programmeBefore }: Pick<Seminar, 'programme' | 'programmeBefore'>,
  names: Words,
  context: DecisionContext,
): readonly NewDomainEvent[] {
  const told = programmeBefore === null ? [programme] : [programmeBefore, programme];
  const named = told.flatMap(({ speakers }) => Object.values(speakers)).some(names.isNamed);
  if (!named) return [];
  return told.map(({ times, speakers }, index) => {
    const without = Object.entries(speakers).map(([id, who]) => [id, names.inWords(who)] as const);
    const revision = programme.revision + 1 + index;
    return newEvent('programme/revised', { revision, times, speakers: Object.fromEntries(without) }, context);
  });
}

/** The « suites proposées ». */
export function stepsRestated(
  { nextSteps, revision }: Pick<Publication, 'nextSteps' | 'revision'>,
  names: Words,
  context: DecisionContext,
): readonly NewDomainEvent[] {
  if (nextSteps?.some((step) => stepWords(step).some(names.isNamed)) !== true) return [];
  const steps = nextSteps.map((step) => ({
    ...step,
    // That of a proposal was made of its words.
    id: context.newId(),
    what: names.inWords(step.what),
    who: names.inWords(step.who),
    byWhen: names.inWords(step.byWhen),
  }));
  return [newEvent('actes/next-steps-revised', { revision: revision + 1, steps }, context)];
}

/** The descriptions of the paperboards, and the headings of groups. */
export function sittingRestated(
  { photos, contributions }: Pick<SittingLog, 'photos' | 'contributions'>,
  names: Words,
  context: DecisionContext,
): readonly NewDomainEvent[] {
  const isNamed = (words: string | null): words is string => words !== null && names.isNamed(words);
  return [
    ...photos.flatMap(({ id: photoId, description: before }) => {
      if (!isNamed(before)) return [];
      return [newEvent('photo/described', { photoId, description: names.inWords(before) }, context)];
    }),
    ...contributions.groups.flatMap(({ id: groupId, heading: before }) => {
      if (!isNamed(before)) return [];
      return [newEvent('group/renamed', { groupId, heading: names.inWords(before) }, context)];
    }),
  ];
}

/** The events of these kinds whose words name them. */
export const toldBefore = (log: readonly DomainEvent[], { isNamed }: Words): readonly string[] =>
  log.filter((event) => wordsOf(event).some((it) => isNamed(it ?? ''))).map(({ id }) => id);

function wordsOf(event: DomainEvent): readonly (string | null)[] {
  switch (event.type) {
    case 'programme/revised':
      return Object.values(event.payload.speakers ?? {});
    case 'actes/next-steps-revised':
      return (event.payload.steps ?? []).flatMap(stepWords);
    case 'photo/added':
    case 'photo/described':
      return [event.payload.description];
    case 'group/made':
    case 'group/renamed':
      return [event.payload.heading];
    default:
      return [];
  }
}

const stepWords = ({ what, who, byWhen }: NextStep): readonly string[] => [what, who, byWhen];
