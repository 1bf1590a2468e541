/** A pasted programme while it is corrected: shared times and ateliers, before any of it is saved. */
import type { AgendaItem } from '#core/agenda/plan.ts';
import type { ParsedAtelier, ParsedProgramme, ParsedSharedTime } from '#core/programme/parsed-programme.ts';
import { instantOf } from '#core/time/zone-times.ts';
import type { Instant } from '#core/time/instant.ts';
import { newId } from '#lib/client/ids.ts';
import { PlanDraft } from './plan-draft.svelte.ts';
import type { PlanProblem } from './plan-items.ts';
import { checkedTime } from './shared-time-draft.ts';
import type { SharedTimeDraft, SharedTimeProblem, SpokenTime } from './shared-time-draft.ts';

export type ImportedTime = SharedTimeDraft & { readonly line: number | null };

export class ImportedAtelier {
  readonly atelierId = newId();
  readonly sittingId = newId();
  readonly line: number | null;
  readonly plan = new PlanDraft([]);
  title = $state('');
  room = $state('');
  day = $state('');
  time = $state('');

  constructor(parsed: ParsedAtelier, usualDay: string) {
    this.line = parsed.line;
    this.title = parsed.title;
    this.room = parsed.room;
    this.day = parsed.day === '' ? usualDay : parsed.day;
    this.time = parsed.start ?? '';
    this.plan.replaceWithAgenda({ items: parsed.items, notUnderstood: [], warnings: [] });
  }
}

/** An atelier as the server is asked to make it. */
export type CheckedAtelier = {
  readonly atelierId: string;
  readonly sittingId: string;
  readonly title: string;
  readonly room: string;
  readonly start: Instant | null;
  readonly items: AgendaItem[];
};
export type ImportProblem =
  | { readonly of: 'time'; readonly title: string; readonly problem: SharedTimeProblem }
  | { readonly of: 'atelier'; readonly position: number; readonly problem: PlanProblem | 'title-missing' };
export type CheckedImport =
  | { readonly ok: true; readonly times: readonly SpokenTime[]; readonly ateliers: readonly CheckedAtelier[] }
  | { readonly ok: false; readonly problem: ImportProblem };

export class ProgrammeImport {
  #times = $state<ImportedTime[]>([]);
  #ateliers = $state.raw<readonly ImportedAtelier[]>([]);
  #before = $state.raw('[]');

  get times(): ImportedTime[] {
    return this.#times;
  }
  get ateliers(): readonly ImportedAtelier[] {
    return this.#ateliers;
  }
  get isEmpty(): boolean {
    return this.#times.length === 0 && this.#ateliers.length === 0;
  }
  get isChanged(): boolean {
    return this.#shown() !== this.#before || this.#ateliers.some(({ plan }) => plan.isChanged);
  }

  /** `usualDay`: the ISO day of what names none. */
  replaceWith(parsed: ParsedProgramme, usualDay: string): void {
    this.#times = parsed.times.map((time) => draftOf(time, usualDay));
    this.#ateliers = parsed.ateliers.map((atelier) => new ImportedAtelier(atelier, usualDay));
    this.#before = this.#shown();
  }

  removeTime(id: string): void {
    this.#times = this.#times.filter((time) => time.id !== id);
  }

  removeAtelier(atelierId: string): void {
    this.#ateliers = this.#ateliers.filter((atelier) => atelier.atelierId !== atelierId);
  }

  /** All of it as the server takes it, or the first thing to correct. */
  checked(zone: string): CheckedImport {
    const times: SpokenTime[] = [];
    for (const { line: _line, ...draft } of $state.snapshot(this.#times)) {
      const checked = checkedTime(draft, zone);
      if (!checked.ok) {
        return { ok: false, problem: { of: 'time', title: draft.title, problem: checked.problem } };
      }
      times.push(checked.value);
    }
    const ateliers: CheckedAtelier[] = [];
    for (const [index, atelier] of this.#ateliers.entries()) {
      const { atelierId, sittingId, room, day, time } = atelier;
      const position = index + 1;
      const title = atelier.title.trim();
      if (title === '') return { ok: false, problem: { of: 'atelier', position, problem: 'title-missing' } };
      const plan = atelier.plan.checked;
      if (!plan.ok) return { ok: false, problem: { of: 'atelier', position, problem: plan.problem } };
      const start = instantOf(day, time, zone);
      ateliers.push({ atelierId, sittingId, title, room: room.trim(), start, items: plan.items });
    }
    return { ok: true, times, ateliers };
  }

  #shown(): string {
    return JSON.stringify([
      this.#times,
      this.#ateliers.map(({ atelierId, title, room, day, time }) => [atelierId, title, room, day, time]),
    ]);
  }
}

const draftOf = (parsed: ParsedSharedTime, usualDay: string): ImportedTime => ({
  id: newId(),
  kind: parsed.kind,
  title: parsed.title,
  place: parsed.place,
  day: parsed.day === '' ? usualDay : parsed.day,
  start: parsed.start,
  end: parsed.end ?? '',
  speakers: parsed.speakers,
  atelierId: null,
  line: parsed.line,
});
