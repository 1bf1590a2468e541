/** How payloads of earlier versions become those of the next: by type, then by the version an upcaster starts from. */

/** Rewrites a payload of one version as the next; pure, and accepts null in personal fields. */
export type Upcaster = (payload: unknown) => unknown;

const withDefaults =
  (defaults: Readonly<Record<string, unknown>>): Upcaster =>
  (payload) => ({ ...defaults, ...(payload as object) });

/** Points of the first version had no floor of their own, advanced by hand only and restituted nothing. */
const POINT_DEFAULTS = { floorMinutes: null, autoAdvance: false, animateurNotes: '', restitutes: null };

export const UPCASTERS: Readonly<Record<string, Readonly<Record<number, Upcaster>>>> = {
  'seminar/atelier-added': { 1: withDefaults({ plenary: false }) },
  'seminar/sitting-added': { 1: withDefaults({ label: '' }) },
  'seminar/sitting-placed': { 1: withDefaults({ label: '' }) },
  'plan/revised': {
    1: (payload) => {
      const plan = payload as { readonly items: readonly object[] };
      return { ...plan, items: plan.items.map((item) => ({ ...POINT_DEFAULTS, ...item })) };
    },
  },
  'run/started': { 1: withDefaults({ rehearsal: false, baseline: null }) },
  'run/suspended': { 1: withDefaults({ alarmId: null }) },
  'run/moved': { 1: withDefaults({ automatic: false }) },
  'seminar/person-joined': { 1: withDefaults({ sameAs: null }) },
  'seminar/person-erased': { 1: withDefaults({ places: [] }) },
  'contribution/made': {
    1: withDefaults({ runId: null }),
    // What was said without a name before there were keys can be changed by nobody.
    2: withDefaults({
      ...{ attributedTo: null, entry: 'typed', keyHash: null, function: null, town: null, silenceId: null },
    }),
  },
};
