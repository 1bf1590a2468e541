/** Gathering the agendas that leave the house: an atelier's, a sitting's, and those of a whole day. */
import type { AgendaSheet } from '#core/agenda/export/agenda-sheet.ts';
import type { DatedSheet } from '#core/agenda/export/agenda-ics.ts';
import { EMPTY_PLAN } from '#core/agenda/plan.ts';
import type { Plan } from '#core/agenda/plan.ts';
import { plannedTimesOf } from '#core/agenda/planned-times.ts';
import { runOf } from '#core/agenda/run.ts';
import { dayIn } from '#core/agenda/days.ts';
import { timesAround } from '#core/programme/programme.ts';
import type { Atelier, Seminar, Sitting } from '#core/seminar/seminar.ts';
import { planOf } from '#core/seminar/sitting.ts';
import { instant } from '#core/time/instant.ts';
import type { Streams } from './streams.ts';

/** An atelier of a séminaire, with its sittings. */
export type FoundAtelier = {
  readonly seminarId: string;
  readonly seminar: Seminar;
  readonly atelier: Atelier;
  readonly sittings: readonly Sitting[];
};

export type AgendaSheets = {
  readonly findAtelier: (atelierId: string) => Promise<FoundAtelier | null>;
  /** The atelier that holds the sitting, and the sitting alone. */
  readonly findSitting: (sittingId: string) => Promise<FoundAtelier | null>;
  /** The atelier's own plan; with its times when one sitting alone follows it. */
  readonly ofAtelier: (found: FoundAtelier, withAnimateurNotes: boolean) => Promise<AgendaSheet>;
  /** The agendas of the sittings, each by the plan it follows. */
  readonly ofSittings: (found: FoundAtelier, withAnimateurNotes: boolean) => Promise<readonly DatedSheet[]>;
};

export function createAgendaSheets(streams: Streams): AgendaSheets {
  async function find(seminarId: string, atelierId: string): Promise<FoundAtelier | null> {
    const seminar = (await streams.seminar(seminarId)).state;
    const atelier = seminar?.ateliers.find(({ id }) => id === atelierId);
    if (!seminar || !atelier) return null;
    const sittings = seminar.sittings.filter((it) => it.atelierId === atelierId);
    return { seminarId, seminar, atelier, sittings };
  }
  const atelierPlan = async (atelierId: string): Promise<Plan> =>
    (await streams.atelier(atelierId)).state?.plan ?? EMPTY_PLAN;

  async function sittingPlan(sitting: Sitting): Promise<Plan> {
    const { state } = await streams.sitting(sitting.id);
    const atelier = (await streams.atelier(sitting.atelierId)).state;
    return state ? planOf(state, atelier) : (atelier?.plan ?? EMPTY_PLAN);
  }

  return {
    async findAtelier(atelierId) {
      const { state } = await streams.atelier(atelierId);
      return state && find(state.seminarId, atelierId);
    },
    async findSitting(sittingId) {
      const { state } = await streams.sitting(sittingId);
      const found = state && (await find(state.seminarId, state.atelierId));
      const sittings = found?.sittings.filter(({ id }) => id === sittingId) ?? [];
      return found && sittings.length > 0 ? { ...found, sittings } : null;
    },
    async ofAtelier(found, withAnimateurNotes) {
      const [sitting, second] = found.sittings;
      const own = sitting && (await streams.sitting(sitting.id)).state?.ownPlan;
      const alone = second === undefined && !own ? (sitting ?? null) : null;
      return sheetOf(found, alone, await atelierPlan(found.atelier.id), withAnimateurNotes);
    },
    async ofSittings(found, withAnimateurNotes) {
      const dated: DatedSheet[] = [];
      for (const sitting of found.sittings) {
        const sheet = sheetOf(found, sitting, await sittingPlan(sitting), withAnimateurNotes);
        dated.push({ sittingId: sitting.id, start: sitting.start, sheet });
      }
      return dated;
    },
  };
}

/** The plan as it stands, whatever a run made of it: planned times are those of a day without drift. */
function sheetOf(
  { seminar, atelier }: FoundAtelier,
  sitting: Sitting | null,
  plan: Plan,
  withAnimateurNotes: boolean,
): AgendaSheet {
  const { description, programme } = seminar;
  const plannedStart = sitting?.start ?? null;
  const room = { plan, run: runOf([]), plannedStart, sharedTimes: timesAround(programme, atelier.id) };
  const words = (texts: readonly string[], between: string): string =>
    texts.filter((text) => text !== '').join(between);
  return {
    title: words([atelier.title, sitting?.label ?? ''], ' – '),
    theme: description.theme,
    day: plannedStart === null ? description.day : dayIn(description.zone, plannedStart),
    place: words([sitting?.room ?? '', description.place], ', '),
    language: description.language,
    zone: description.zone,
    items: plan.items,
    times: plannedTimesOf(room, plannedStart ?? instant(0)).byItem,
    withAnimateurNotes,
  };
}
