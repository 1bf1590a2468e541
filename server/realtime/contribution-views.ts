/** What was said, as each audience is shown it: pure, from folded streams and the people's directory. */
import { runOf } from '#core/agenda/run.ts';
import type { Run } from '#core/agenda/run.ts';
import { agreedAttribution } from '#core/contributions/agreed-attribution.ts';
import type { Contribution } from '#core/contributions/contribution.ts';
import { supportsOf } from '#core/seminar/seminar.ts';
import type { SittingLog } from '#core/seminar/sitting.ts';
import {
  contributionsForRoom,
  contributionsForSorting,
  saidOutsideRehearsals,
} from '#core/seminar/sitting.ts';
import { LIMITS } from '#protocol/limits.ts';
import type { Page } from '#protocol/socket.ts';
import type { PresentationView } from '#protocol/people-views.ts';
import type { ContributionView, Own, SortingView } from '#protocol/views.ts';
import type { Showing } from './listeners.ts';
import { sorts } from './listeners.ts';
import { actedBy, fullName } from './projections.ts';

/** How many bytes of contributions a page holds. */
export const CONTRIBUTION_BYTES = 14_000;
/** How many bytes of words before changes come with a contribution. */
const EARLIER_BYTES = 8_000;
const OWN_SHOWN = 200;

/** What the room sees said: during a rehearsal what is said in it too, and else never. */
export const shownIn = (
  log: SittingLog,
  { runId }: Pick<Run, 'runId'> = runOf(log.runEvents),
): readonly Contribution[] => contributionsForRoom(log, runId);

/** The list of those who listen; a screen has none. */
export function listFor(to: Showing['to'], log: SittingLog): readonly Contribution[] {
  if (to === 'screen') return [];
  const { runId } = runOf(log.runEvents);
  return sorts(to) ? contributionsForSorting(log, runId) : contributionsForRoom(log, runId);
}

export function contributionView(it: Contribution, showing: Showing): ContributionView {
  const { id, seq, itemId, questionId, kind, text, unnamed, at, entry, changed, pinned, approved, groupId } =
    it;
  return {
    ...{ id, seq, itemId, questionId, kind, text, unnamed, at, entry, changed, pinned, approved, groupId },
    attribution: agreedAttribution(it, showing.people),
    supports: supportsOf(it, showing.seminar),
    toConfirm: !it.agreed,
    sorting: sorts(showing.to) ? sortingView(it, showing) : null,
  };
}

function sortingView(it: Contribution, { people, seminar }: Showing): SortingView {
  const author = it.unnamed ? null : it.author;
  return {
    personId: author,
    name: fullName(author, people),
    withdrawn: it.withdrawn,
    hidden: it.hidden && (it.hidden.reason ?? ''),
    earlier: earlierWords(it),
    changedBy: actedBy(it.changedBy, people, seminar),
  };
}

/** The words before each change, oldest first; of very many, the first and the newest. */
function earlierWords({ earlier }: Contribution): readonly string[] {
  const [first, ...later] = earlier;
  if (first === undefined) return [];
  let bytes = Buffer.byteLength(first);
  const newest: string[] = [];
  for (const words of later.toReversed()) {
    bytes += Buffer.byteLength(words);
    if (bytes > EARLIER_BYTES) break;
    newest.unshift(words);
  }
  return [first, ...newest];
}

/** The contributions before a place in the log, newest first, as many as one page holds; one always comes. */
export function contributionsPage(
  log: SittingLog,
  showing: Showing,
  before: number,
  personId: string | null,
  mostBytes: number = CONTRIBUTION_BYTES,
): Page {
  const earlier = listFor(showing.to, log).filter(({ seq }) => seq < before);
  const page: Contribution[] = [];
  const views: ContributionView[] = [];
  let bytes = 0;
  for (const contribution of earlier.toReversed()) {
    const view = contributionView(contribution, showing);
    bytes += Buffer.byteLength(JSON.stringify(view));
    if (page.length > 0 && (page.length >= LIMITS.contributionsPerPage || bytes > mostBytes)) break;
    page.push(contribution);
    views.push(view);
  }
  const last = page.at(-1);
  const those = (is: (contribution: Contribution, person: string) => boolean): readonly string[] =>
    personId === null ? [] : page.filter((it) => is(it, personId)).map(({ id }) => id);
  return {
    contributions: views,
    olderBefore: last !== undefined && page.length < earlier.length ? last.seq : null,
    own: those(({ author }, person) => author === person),
    supported: those(({ supporters }, person) => supporters.includes(person)),
  };
}

/**
 * What is a person's own, newest first: what they said or others entered in their name, also while nobody else sees it,
 * and of what was said without a name that whose key the device has (`hasKey`).
 */
export function ownIn(
  log: SittingLog,
  { seminar, people }: Omit<Showing, 'to'>,
  personId: string | null,
  hasKey: (contribution: Contribution) => boolean,
): Pick<Own, 'contributions' | 'presentation'> {
  const { runId } = runOf(log.runEvents);
  const isTheirs = (it: Contribution): boolean => personId !== null && it.author === personId;
  const own = saidOutsideRehearsals(log, runId).filter((it) => isTheirs(it) || (it.unnamed && hasKey(it)));
  return {
    contributions: own
      .slice(-OWN_SHOWN)
      .toReversed()
      .map((it) => ({
        contribution: contributionView(it, { to: 'participant', seminar, people }),
        withdrawn: it.withdrawn,
        hidden: it.hidden && (it.hidden.reason ?? ''),
        toAgree: isTheirs(it) && !it.agreed,
      })),
    presentation: presentationOf(log, people, personId),
  };
}

function presentationOf(
  log: SittingLog,
  people: Showing['people'],
  personId: string | null,
): PresentationView | null {
  const presentation = personId === null ? undefined : log.presentations.get(personId);
  if (!presentation) return null;
  const { quotation, text, agreed } = presentation;
  return {
    personId: presentation.personId,
    name: fullName(presentation.personId, people),
    ...{ quotation: quotation ?? '', text: text ?? '', agreed },
  };
}
