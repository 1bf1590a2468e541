/** The actes as they stand on the server: read on arrival, and again when asked or when the preamble was saved. */
import { takeAccessFromAddress } from '#lib/client/access.ts';
import { actesMarkdown, actesReport, get, seminar, session } from '#lib/client/api.ts';
import type { ActesReport } from '#lib/client/api.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { SeminarView, ToConfirmView } from '#protocol/views.ts';

export class ActesReading {
  readonly #seminarId: string;
  #report = $state.raw<ActesReport | null>(null);
  #markdown = $state('');
  #prepared = $state.raw<SeminarView | null>(null);
  #name = $state('');
  #error = $state<ErrorCode | 'network' | null>(null);
  #reading = $state(false);
  #balance = $state(false);
  #toConfirm = $state<number | null>(null);
  #again = false;

  constructor(seminarId: string) {
    this.#seminarId = seminarId;
    void this.#open();
  }

  get report(): ActesReport | null {
    return this.#report;
  }
  get markdown(): string {
    return this.#markdown;
  }
  /** What the organiser has: the preamble and the pages of the ateliers; null for whoever may only read. */
  get prepared(): SeminarView | null {
    return this.#prepared;
  }
  /** This person's name, for whoever else writes the preamble. */
  get name(): string {
    return this.#name;
  }
  get error(): ErrorCode | 'network' | null {
    return this.#error;
  }
  get reading(): boolean {
    return this.#reading;
  }

  /** Presentations that wait for whose words they are; null for whoever may not know. */
  get toConfirm(): number | null {
    return this.#toConfirm;
  }

  /** Whether the planned and real times of every sitting are in them. */
  get balance(): boolean {
    return this.#balance;
  }

  askForBalance(wanted: boolean): void {
    this.#balance = wanted;
    void this.read();
  }

  /** Reads once more; asked for while it reads, it reads again after. */
  async read(): Promise<void> {
    this.#again = true;
    if (this.#reading) return;
    this.#reading = true;
    while (this.#again) {
      this.#again = false;
      const [report, markdown] = await Promise.all([
        actesReport(this.#seminarId, this.#balance),
        actesMarkdown(this.#seminarId, this.#balance),
      ]);
      if (report.ok && markdown.ok) {
        this.#report = report.value;
        this.#markdown = markdown.value;
        this.#error = null;
      } else {
        this.#error = report.ok ? (markdown.ok ? null : markdown.error.code) : report.error.code;
      }
      if (this.#prepared !== null) await this.#readToConfirm();
    }
    this.#reading = false;
  }

  async #readToConfirm(): Promise<void> {
    const waiting = await get<ToConfirmView>(
      `/api/seminars/${encodeURIComponent(this.#seminarId)}/to-confirm`,
    );
    if (!waiting.ok) return;
    const words = waiting.value.people.flatMap((person) => person.words);
    this.#toConfirm = words.filter(({ contributionId }) => contributionId === null).length;
  }

  async #open(): Promise<void> {
    const given = await takeAccessFromAddress();
    if (given !== null && !given.ok) {
      this.#error = given.error.code;
      return;
    }
    const known = await session();
    const own = known.ok ? known.value.grants.filter((grant) => grant.seminarId === this.#seminarId) : [];
    this.#name = own.find((grant) => grant.name !== '')?.name ?? '';
    if (own.some((grant) => grant.role === 'organiser')) {
      const prepared = await seminar(this.#seminarId);
      if (prepared.ok) this.#prepared = prepared.value;
    }
    await this.read();
  }
}
