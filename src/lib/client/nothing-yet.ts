/** A sitting before the server has said anything, and a run without its actors as core reads it. */
import { EMPTY_PLAN } from '#core/agenda/plan.ts';
import type { Run } from '#core/agenda/run.ts';
import type { RunView, SittingState } from '#protocol/views.ts';

export const nothingYet = (): SittingState => ({
  audience: 'participant',
  head: {
    seminarId: '',
    sittingId: '',
    atelierId: '',
    atelierNumber: 1,
    atelierTitle: '',
    ateliersCount: 1,
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
  },
  plan: EMPTY_PLAN,
  run: {
    status: 'not-started',
    runId: null,
    planRevision: null,
    startedAt: null,
    finishedAt: null,
    visits: [],
    suspensions: [],
    extensions: {},
    questionPut: {},
    steps: [],
    eventCount: 0,
  },
  seqs: {},
  contributions: [],
  contributionsCount: 0,
  olderBefore: null,
  connected: 0,
  participants: 0,
  join: null,
  documents: {},
  me: { role: 'participant', personId: null, name: '', supported: [], own: [] },
});

/** The run as core computes with it: who did what has no part in the times. */
export const runOf = (view: RunView): Run => ({
  ...view,
  steps: view.steps.map(({ eventId, type, at, minutes }) => ({ eventId, type, at, minutes, actor: null })),
});
