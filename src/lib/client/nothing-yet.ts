/** A sitting before the server has said anything, and a run without its actors as core reads it. */
import { EMPTY_PLAN } from '#core/agenda/plan.ts';
import type { Plan } from '#core/agenda/plan.ts';
import type { Room, Run } from '#core/agenda/run.ts';
import { EMPTY_PROGRAMME, timesAround } from '#core/programme/programme.ts';
import { DEFAULT_WARNING_MINUTES } from '#core/seminar/seminar.ts';
import { NEW_SYNTHESIS } from '#core/synthesis/synthesis-standing.ts';
import type { SeminarState } from '#protocol/regie-views.ts';
import type { RunView } from '#protocol/run-views.ts';
import type { SharedView, SittingHead, SittingState } from '#protocol/views.ts';

const NO_SHARED: SharedView = { programme: EMPTY_PROGRAMME, warningMinutes: DEFAULT_WARNING_MINUTES };

export const nothingYet = (): SittingState => ({
  audience: 'participant',
  head: {
    seminarId: '',
    sittingId: '',
    atelierId: '',
    atelierNumber: 1,
    atelierTitle: '',
    ateliersCount: 1,
    plenary: false,
    label: '',
    sittingsCount: 1,
    room: '',
    start: null,
    description: {
      title: '',
      organisation: '',
      theme: '',
      place: '',
      day: '',
      language: 'fr',
      zone: 'Europe/Paris',
    },
    seminarClosed: false,
  },
  plan: EMPTY_PLAN,
  run: {
    status: 'not-started',
    runId: null,
    planRevision: null,
    startedAt: null,
    finishedAt: null,
    rehearsal: false,
    baseline: null,
    visits: [],
    suspensions: [],
    extensions: {},
    overrides: {},
    workedThrough: {},
    postponed: {},
    held: [],
    questionPut: {},
    steps: [],
    eventCount: 0,
    archives: [],
    undone: null,
  },
  seqs: {},
  contributions: [],
  contributionsCount: 0,
  olderBefore: null,
  connected: 0,
  participants: 0,
  join: null,
  documents: {},
  me: {
    ...{ role: 'participant', personId: null, name: '', consent: null },
    ...{ supported: [], own: [], dots: {}, askId: null },
  },
  shared: NO_SHARED,
  ownPlan: false,
  messages: [],
  help: null,
  rapporteurs: {},
  groups: [],
  wall: 'nothing',
  screenTexts: [],
  silence: null,
  dots: null,
  floor: { asks: [], speaking: null, order: 'asked', announced: false, notYetSpoken: null },
  round: null,
  photos: [],
  notesOpen: true,
  closed: false,
  synthesis: NEW_SYNTHESIS,
  restitution: null,
});

/** A séminaire before the server has said anything. */
export const noSeminarYet = (): SeminarState => ({
  seminarId: '',
  description: nothingYet().head.description,
  rows: [],
  shared: NO_SHARED,
  programmeRestorable: false,
  closed: false,
  messages: [],
  seqs: {},
});

/** The run as core computes with it: who did what, and the runs put aside, have no part in the times. */
export const runOf = ({ undone: _undone, ...view }: RunView): Run => ({
  ...view,
  archives: [],
  steps: view.steps.map(({ by: _by, ...step }) => ({ ...step, actor: null })),
});

/** What a sitting's times are computed from, as core reads it. */
export const roomOf = (
  { plan, run, head }: { readonly plan: Plan; readonly run: RunView; readonly head: SittingHead },
  { programme }: SharedView,
): Room => ({
  plan,
  run: runOf(run),
  plannedStart: head.start,
  sharedTimes: timesAround(programme, head.atelierId),
});
