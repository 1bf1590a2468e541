/** What the remote control says of slides and of who may turn them. */
import type { Restitution, Slide } from '#core/restitution/restitution.ts';
import { plainText } from '#core/synthesis/written-words.ts';
import type { Messages } from '#i18n/messages.ts';
import type { GrantView, SideBySideView } from '#protocol/views.ts';

const MOST = 90;

const shortened = (text: string): string => {
  const line = text.replaceAll('\n', ' ');
  return line.length <= MOST ? line : `${line.slice(0, MOST - 1).replace(/[\s.,;:]+\S*$/u, '')}…`;
};

/** Whether the words bring their own quotation marks. */
const isInMarks = (text: string): boolean => /^\s*[«“"]/u.test(text);

/** A slide in one line of a list. */
export function slideLine(slide: Slide, words: Messages['restitution']): string {
  switch (slide.type) {
    case 'title':
      return slide.title;
    case 'further':
      return words.further;
    case 'page':
      return slide.heading === '' ? words.page : `${slide.heading} — ${words.table}`;
    case 'quotation': {
      const text = plainText(slide.content);
      return shortened(isInMarks(text) ? text : words.quoted(text));
    }
    case 'proposal':
      return shortened(words.labelled(words[slide.kind], plainText(slide.content)));
    case 'idea': {
      // A list that goes on from the slide before begins with its dash.
      const text = plainText(slide.content).replace(/^– /u, '');
      return shortened([slide.heading, text].filter((part) => part !== '').join(' — '));
    }
  }
}

/** What the notes of the sittings say where the slide stands: under its heading, at its title what stands before all. */
export function notesAt(slide: Slide | undefined, view: SideBySideView | null): readonly string[] {
  if (slide === undefined || view === null || slide.type === 'further') return [];
  const wanted = slide.type === 'title' ? null : comparable(slide.heading);
  const found = view.points.filter(({ itemId, title }) =>
    wanted === null ? itemId === null : itemId !== null && wanted !== '' && comparable(title) === wanted,
  );
  return found.flatMap(({ said }) => said.map(({ notes }) => notes.trim())).filter((notes) => notes !== '');
}

/** Slides are set in the typography of their language, titles stay as they were typed. */
const comparable = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLocaleLowerCase('fr');

/** Whoever conducts the plenary turns any slides; its ateliers' people theirs, when nobody else's are shown. */
export function mayTurn({
  grants,
  seminarId,
  sittingId,
  atelierId,
  shown,
  presentedNow,
}: {
  readonly grants: readonly Pick<GrantView, 'role' | 'seminarId' | 'sittingId'>[];
  readonly seminarId: string;
  /** The plenary's. */
  readonly sittingId: string;
  readonly atelierId: string;
  readonly shown: Restitution | null;
  /** The atelier whose synthesis the plenary's point presents. */
  readonly presentedNow: string | null;
}): boolean {
  const conducts = grants.some(
    (grant) =>
      grant.seminarId === seminarId &&
      (grant.role === 'organiser' || grant.role === 'animateur' || grant.role === 'rapporteur') &&
      (grant.sittingId === null || grant.sittingId === sittingId),
  );
  return conducts || shown === null || shown.atelierId === atelierId || presentedNow === atelierId;
}
