/** The list of a sitting as the console last read it, and what people prepared for the tour de table. */
import { get, peopleOf } from '#lib/client/api.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type {
  AppointedPerson,
  ListedPerson,
  PresentationsView,
  PresentationView,
} from '#protocol/people-views.ts';

export class SittingList {
  readonly #sittingId: () => string;
  #people = $state.raw<readonly ListedPerson[] | null>(null);
  #appointed = $state.raw<readonly AppointedPerson[]>([]);
  #presentations = $state.raw<readonly PresentationView[]>([]);
  #error = $state.raw<ErrorCode | 'network' | null>(null);
  #asked = 0;

  constructor(sittingId: () => string) {
    this.#sittingId = sittingId;
  }

  /** In the order they came; null until it was read once. */
  get people(): readonly ListedPerson[] | null {
    return this.#people;
  }
  /** Who conducts it or tells what it writes. */
  get appointed(): readonly AppointedPerson[] {
    return this.#appointed;
  }
  /** Why it could not be read; what was read before stays. */
  get error(): ErrorCode | 'network' | null {
    return this.#error;
  }
  presentationOf(personId: string): PresentationView | null {
    return this.#presentations.find((it) => it.personId === personId) ?? null;
  }

  /** What was just written here stands until the server is read again. */
  expect(presentation: PresentationView): void {
    const others = this.#presentations.filter(({ personId }) => personId !== presentation.personId);
    this.#presentations = [...others, presentation];
  }

  /** Reads anew; an answer that another question has overtaken is let go. */
  async refresh(): Promise<void> {
    const asked = ++this.#asked;
    const sittingId = this.#sittingId();
    const [people, presentations] = await Promise.all([
      peopleOf(sittingId),
      get<PresentationsView>(`/api/sittings/${encodeURIComponent(sittingId)}/presentations`),
    ]);
    if (asked !== this.#asked) return;
    if (people.ok) {
      this.#people = people.value.people;
      this.#appointed = people.value.appointed;
    }
    if (presentations.ok) this.#presentations = presentations.value.presentations;
    this.#error = !people.ok ? people.error.code : presentations.ok ? null : presentations.error.code;
  }
}
