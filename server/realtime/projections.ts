/** What each audience is shown of the log: pure, from folded streams and the people's directory. */
import type { Plan } from '#core/agenda/plan.ts';
import type { RunEvent, RunStep } from '#core/agenda/run.ts';
import { runOf } from '#core/agenda/run.ts';
import type { HelpCall } from '#core/seminar/help.ts';
import type { Message } from '#core/seminar/messages.ts';
import type { Seminar, Sitting } from '#core/seminar/seminar.ts';
import type { AtelierLog } from '#core/seminar/atelier.ts';
import type { SittingLog } from '#core/seminar/sitting.ts';
import type { SynthesisStanding } from '#core/synthesis/synthesis-standing.ts';
import { NEW_SYNTHESIS } from '#core/synthesis/synthesis-standing.ts';
import { contributionsForRoom } from '#core/seminar/sitting.ts';
import type { Instant } from '#core/time/instant.ts';
import en from '#i18n/en/sitting-labels.ts';
import fr from '#i18n/fr/sitting-labels.ts';
import type { Audience } from '#protocol/inputs.ts';
import type { ScreenCount, SentMessage, SittingRow } from '#protocol/regie-views.ts';
import type { RunStepView, RunView, UndoneView } from '#protocol/run-views.ts';
import type { HelpView, MessageView, Rapporteurs, SharedView, SittingHead } from '#protocol/views.ts';
import type { Directory } from '../seminars/people-directory.ts';
import { nameOf, namesAppointed } from '../seminars/people-directory.ts';
import type { Listeners } from './listeners.ts';
import { sorts } from './listeners.ts';

const LABELS = { fr, en };

/** What tells a sitting from the others of its atelier; '' when there are none. */
function labelOf(sitting: Sitting, ofAtelier: readonly Sitting[], language: keyof typeof LABELS): string {
  if (ofAtelier.length < 2) return '';
  return sitting.label || LABELS[language].group(ofAtelier.findIndex(({ id }) => id === sitting.id) + 1);
}

/** The head of a sitting, or null when the séminaire does not hold it. */
export function headOf(seminarId: string, seminar: Seminar, sittingId: string): SittingHead | null {
  const { description, ateliers, sittings } = seminar;
  const sitting = sittings.find(({ id }) => id === sittingId);
  const atelier = ateliers.find(({ id }) => id === sitting?.atelierId);
  if (!sitting || !atelier) return null;
  const ofAtelier = sittings.filter(({ atelierId }) => atelierId === atelier.id);
  return {
    seminarId,
    sittingId,
    atelierId: atelier.id,
    atelierNumber: atelier.number,
    atelierTitle: atelier.title,
    ateliersCount: ateliers.filter(({ plenary }) => !plenary).length,
    plenary: atelier.plenary,
    label: labelOf(sitting, ofAtelier, description.language),
    sittingsCount: ofAtelier.length,
    room: sitting.room,
    start: sitting.start,
    description,
    seminarClosed: seminar.closed,
  };
}

export const sharedView = ({ programme, warningMinutes }: Seminar): SharedView => ({
  programme,
  warningMinutes,
});

/** What the pages of a sitting get of the programme: when and where, and nobody's name. */
export const sharedInRoom = (seminar: Seminar): SharedView => ({
  ...sharedView(seminar),
  programme: { ...seminar.programme, speakers: {} },
});

/** The newest steps are sent: undo asks for the last one only, and a day of them would weigh on every frame. */
const STEPS_ON_CONSOLES = 60;
const STEPS_IN_REGIE = 1;
const ARCHIVES_SHOWN = 20;

/** The run as an animateur sees it: with who did what of late, and the runs put aside. */
export function runForConsole(
  events: readonly RunEvent[],
  people: Directory,
  seminar: Seminar,
  mostSteps: number = STEPS_ON_CONSOLES,
): RunView {
  const { steps, archives, ...run } = runOf(events);
  return {
    ...run,
    steps: steps.slice(-mostSteps).map((step) => stepView(step, people, seminar)),
    undone: undoneView(events, people, seminar),
    archives: archives.slice(-ARCHIVES_SHOWN).map(({ runId, startedAt, finishedAt, rehearsal }) => ({
      ...{ runId, startedAt, finishedAt, rehearsal },
    })),
  };
}

const stepView = ({ actor, ...step }: RunStep, people: Directory, seminar: Seminar): RunStepView => ({
  ...step,
  by: actedBy(actor, people, seminar),
});

/** What the last event took back, when it is an undo. */
function undoneView(events: readonly RunEvent[], people: Directory, seminar: Seminar): UndoneView | null {
  const last = events.at(-1);
  if (last?.type !== 'run/undone') return null;
  const step = runOf(events.slice(0, -1)).steps.find(({ eventId }) => eventId === last.payload.target);
  if (step === undefined) return null;
  return {
    step: stepView(step, people, seminar),
    at: last.at,
    by: actedBy(last.actor, people, seminar),
  };
}

/** The run as everybody sees it: without who did what. */
export const runForAll = (events: readonly RunEvent[]): RunView => ({
  ...runOf(events),
  steps: [],
  archives: [],
  undone: null,
});

/** The name of a person of the directory; '' for nobody and for someone who gave none. */
export const fullName = (personId: string | null, people: Directory): string =>
  personId === null ? '' : nameOf(people.get(personId));

const namedOrNull = (personId: string | null, people: Directory): string | null =>
  fullName(personId, people) || null;

/** Who acted in a room: by name, or the organisers when it is someone without one who holds none of the rooms. */
export const actedBy = (personId: string | null, people: Directory, seminar: Seminar): string | null => {
  const name = namedOrNull(personId, people);
  if (name !== null || personId === null) return name;
  const appointed = Object.values(seminar.appointments).some((some) =>
    some.some((it) => it.personId === personId),
  );
  return appointed ? null : LABELS[seminar.description.language].organiser;
};

/** Who presents the synthesis of each atelier, for a plenary; nothing for any other sitting. */
export function rapporteursFor(head: SittingHead, seminar: Seminar, people: Directory): Rapporteurs {
  if (!head.plenary) return {};
  const present = seminar.sittings.map(
    ({ id, atelierId }) => [atelierId, namesAppointed(seminar, id, 'rapporteur', people)] as const,
  );
  const byAtelier = Map.groupBy(present, ([atelierId]) => atelierId);
  return Object.fromEntries(
    [...byAtelier].flatMap(([atelierId, held]) => {
      const names = [...new Set(held.flatMap(([, some]) => some))];
      return names.length > 0 ? [[atelierId, names]] : [];
    }),
  );
}

/** A message on screens and phones is of the moment. */
const SHOWN_MILLISECONDS = 10 * 60_000;
const MESSAGES_SHOWN = 20;
const MESSAGES_IN_REGIE = 60;

/** What the régie said to this sitting, as far as the audience is shown it, newest first. */
export function messagesFor(
  audience: Audience,
  sittingId: string,
  messages: readonly Message[],
  now: Instant,
): readonly MessageView[] {
  const shown = messages.flatMap(
    ({ id, at, text, withdrawn, sittingIds, screens, phones, acknowledged }): MessageView[] => {
      if (withdrawn || text === null || !sittingIds.includes(sittingId)) return [];
      const isTicked = audience === 'screen' ? screens : phones;
      if (audience !== 'console' && (!isTicked || now - at > SHOWN_MILLISECONDS)) return [];
      return [{ id, at, text, acknowledgedAt: acknowledged[sittingId] ?? null }];
    },
  );
  return shown.toReversed().slice(0, MESSAGES_SHOWN);
}

/** What the régie said, as the régie sees it, newest first. */
export const messagesInRegie = (messages: readonly Message[], people: Directory): readonly SentMessage[] =>
  messages
    .slice(-MESSAGES_IN_REGIE)
    .toReversed()
    .map(({ actor, text, ...message }) => ({ ...message, by: namedOrNull(actor, people), text: text ?? '' }));

export const helpView = (help: HelpCall | null, people: Directory): HelpView | null => {
  if (help === null) return null;
  const { actor, ...call } = help;
  return { ...call, by: namedOrNull(actor, people) };
};

/**
 * A plan as those get it who listen: its context is for those who animate and write, the animateur's notes for those
 * who run the sitting.
 */
export function planFor(listeners: Listeners, plan: Plan): Plan {
  if (listeners === 'console') return plan;
  const withContext = listeners === 'reader' || listeners === 'writer';
  const items = plan.items.map((item) => ({
    ...item,
    context: withContext ? item.context : [],
    animateurNotes: '',
  }));
  return { ...plan, items };
}

const VERSIONS_SHOWN = 10;

/** Where the synthesis stands; its earlier versions are for those who write it. */
export function synthesisFor(listeners: Listeners, atelier: AtelierLog | null): SynthesisStanding {
  const standing = atelier?.synthesis ?? NEW_SYNTHESIS;
  return { ...standing, versions: sorts(listeners) ? standing.versions.slice(-VERSIONS_SHOWN) : [] };
}

/** A plan as the régie gets it: points and minutes, for every room at once. */
const planForRegie = (plan: Plan): Plan => ({
  ...plan,
  items: plan.items.map((item) => ({ ...item, context: [], questions: [], animateurNotes: '' })),
});

export function rowOf(
  head: SittingHead,
  plan: Plan,
  log: SittingLog,
  people: Directory,
  seminar: Seminar,
  counts: {
    readonly connected: number;
    readonly screens: ScreenCount;
    readonly synthesisWords: number;
  },
): SittingRow {
  const contributions = contributionsForRoom(log, runOf(log.runEvents).runId);
  return {
    head,
    plan: planForRegie(plan),
    run: runForConsole(log.runEvents, people, seminar, STEPS_IN_REGIE),
    contributionsCount: contributions.length,
    lastContributionAt: contributions.at(-1)?.at ?? null,
    participants: seminar.attendance[head.sittingId]?.length ?? 0,
    help: helpView(log.help, people),
    closed: log.closed,
    ...counts,
  };
}
