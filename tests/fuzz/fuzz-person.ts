/** One person of a fuzzed room: the client's own outbox and replica, over a real socket, through a lossy network. */
import type { Role } from '#core/access/roles.ts';
import type { RichText } from '#core/actes/rich-text.ts';
import { instant } from '#core/time/instant.ts';
import { afterSittingFrame, resubscribed } from '#lib/client/apply-frame.ts';
import { hashOfKey } from '#lib/client/contribution-keys.ts';
import { DeviceDatabase } from '#lib/client/device-database.ts';
import { Outbox } from '#lib/client/outbox.svelte.ts';
import { Subscription } from '#lib/client/subscription.ts';
import type { Audience, CommandEnvelope, KeptCommand, Subscribe } from '#protocol/inputs.ts';
import type { Answer, CommandAnswer, State } from '#protocol/socket.ts';
import type { SittingFrame, SittingState } from '#protocol/views.ts';
import { FRAGMENT } from '#ydoc/schema.ts';
import { richTextOf } from '#ydoc/snapshot.ts';
import * as Y from 'yjs';
import type { Device } from '../support/device.ts';
import { freshId } from '../support/device.ts';

export type Chance = () => number;

/** What this person meant, whatever the network did to it. */
export type Meant = {
  /** By contribution: the words it should end with; null when withdrawn. */
  readonly words: Map<string, { text: string | null; readonly unnamed: boolean }>;
  readonly supports: Map<string, boolean>;
  readonly dots: Map<string, number>;
};

const NETWORK = { ok: false, error: { code: 'network' } } as const;

/** How often the network loses a message on its way up, its answer, or carries it twice. */
const LOST = 0.12;
const UNANSWERED = 0.12;
const TWICE = 0.15;

export class FuzzPerson {
  readonly name: string;
  readonly personId: string | null;
  readonly meant: Meant = { words: new Map(), supports: new Map(), dots: new Map() };
  /** Codes of words of this person's own that were refused for good. */
  readonly refused: string[] = [];
  /** What this person supported or voted for just when it was taken back or hidden. */
  readonly tooLate = new Set<string>();
  readonly #device: Device;
  readonly #sittingId: string;
  readonly #as: Role;
  readonly #audience: Audience;
  readonly #chance: Chance;
  readonly #kept = DeviceDatabase.open('fuzz');
  readonly #keys = new Map<string, string>();
  readonly #socket: ReturnType<Device['socket']>;
  readonly #subscription: Subscription<SittingState, SittingFrame>;
  #outbox: Outbox | null = null;
  #notes: ReturnType<Device['text']> | null = null;
  #lossy: boolean;
  /** Small, so that a seed takes no time: the order it mixes is drawn by the network. */
  readonly #mixing: number;
  /** Messages that the network still carries a second time. */
  #echoes: Promise<unknown>[] = [];

  constructor(parts: {
    readonly device: Device;
    readonly personId: string | null;
    readonly name: string;
    readonly sittingId: string;
    readonly as: Role;
    readonly audience: Audience;
    readonly chance: Chance;
    /** Loses and doubles messages until it settles; a whole one never does. */
    readonly network?: 'lossy' | 'whole';
    /** What becomes of the random moment at which words without a name leave: a factor of it. */
    readonly mixing?: number;
  }) {
    const { device, sittingId, audience } = parts;
    this.name = parts.name;
    this.personId = parts.personId;
    this.#device = device;
    this.#sittingId = sittingId;
    this.#as = parts.as;
    this.#audience = audience;
    this.#chance = parts.chance;
    this.#lossy = parts.network !== 'whole';
    this.#mixing = parts.mixing ?? 1 / 1_000;
    this.#socket = device.socket();
    this.#subscription = new Subscription<SittingState, SittingFrame>({
      ask: async () => {
        if (!this.#socket.connected) return NETWORK;
        const to: Subscribe = { channel: 'sitting', sittingId, audience, by: this.personId };
        try {
          const answer = (await this.#socket.timeout(2_000).emitWithAck('subscribe', to)) as Answer<State>;
          return answer.ok ? { ok: true, value: answer.value as SittingState } : answer;
        } catch {
          return NETWORK;
        }
      },
      after: afterSittingFrame,
      renewed: resubscribed,
      changed: () => this.#outbox?.flush(),
      refused: () => undefined,
      pause: () => new Promise((resolve) => setTimeout(resolve, 20)),
      spread: () => new Promise((resolve) => setTimeout(resolve, Math.floor(this.#chance() * 20))),
    });
    this.#socket.on('sitting', (frame) => this.#subscription.receive(frame));
    this.#socket.on('connect', () => {
      this.#outbox?.reconnected();
      void this.#subscription.subscribe();
    });
  }

  /** What a page that opens now is given; null when the network does not carry it. */
  async freshState(sittingId: string): Promise<SittingState | null> {
    if (!this.#socket.connected) return null;
    const to: Subscribe = { channel: 'sitting', sittingId, audience: this.#audience, by: this.personId };
    const answer = (await this.#socket.timeout(2_000).emitWithAck('subscribe', to)) as Answer<State>;
    return answer.ok ? (answer.value as SittingState) : null;
  }

  async open(): Promise<void> {
    const device = await this.#kept;
    this.#outbox = new Outbox({
      ...{ sittingId: this.#sittingId, as: this.#as, device },
      by: () => this.personId,
      connection: { command: (envelope) => this.#send(envelope) },
      now: () => instant(Date.now()),
      random: () => this.#chance() * this.#mixing,
      arrived: () => undefined,
      refused: ({ command }, code) => {
        const isGone = code === 'contribution/withdrawn' || code === 'contribution/hidden';
        if (isGone && 'contributionId' in command && !this.meant.words.has(command.contributionId))
          this.tooLate.add(command.contributionId);
        else this.refused.push(`${command.type}: ${code}`);
      },
    });
    this.#outbox.flush();
  }

  /** The tab is closed and opened again: what waits is on the device. */
  async reload(): Promise<void> {
    this.#outbox?.close();
    await this.open();
  }

  get state(): SittingState | null {
    return this.#subscription.state;
  }
  get waiting(): number {
    return this.#outbox?.waiting.length ?? 0;
  }
  get notes(): RichText | null {
    return this.#notes === null ? null : richTextOf(this.#notes.doc);
  }
  get notesAreSynced(): boolean {
    return this.#notes?.provider.synced ?? true;
  }

  /** Seen by everybody, and its author knows it: what others may support. */
  get seen(): readonly string[] {
    return this.state?.contributions.map(({ id }) => id) ?? [];
  }

  /** Answers the contribution's id. */
  contribute(text: string, unnamed: boolean, silenceId: string | null): string {
    const contributionId = freshId();
    const key = freshId();
    if (unnamed) this.#keys.set(contributionId, key);
    this.meant.words.set(contributionId, { text, unnamed });
    this.#put({
      type: 'contribution/make',
      ...{ sittingId: this.#sittingId, contributionId, text, unnamed, silenceId },
      ...{ itemId: null, questionId: null, kind: null },
      keyHash: unnamed ? hashOfKey(key) : null,
    });
    return contributionId;
  }

  /** The keys of what was said without a name. */
  get secrets(): readonly string[] {
    return [...this.#keys.values()];
  }

  change(contributionId: string, text: string): void {
    const mine = this.meant.words.get(contributionId);
    if (!mine || mine.text === null) return;
    mine.text = text;
    const place = { itemId: null, questionId: null, kind: null };
    this.#put({
      type: 'contribution/change',
      ...{ sittingId: this.#sittingId, contributionId, text, ...place },
      key: mine.unnamed ? (this.#keys.get(contributionId) ?? null) : null,
    });
  }

  withdraw(contributionId: string): void {
    const mine = this.meant.words.get(contributionId);
    if (!mine || mine.text === null) return;
    mine.text = null;
    const key = mine.unnamed ? (this.#keys.get(contributionId) ?? null) : null;
    this.#put({ type: 'contribution/withdraw', sittingId: this.#sittingId, contributionId, key });
  }

  support(contributionId: string, supports: boolean): void {
    if (this.meant.words.has(contributionId)) return;
    this.meant.supports.set(contributionId, supports);
    const type = supports ? 'contribution/support' : 'contribution/unsupport';
    this.#put({ type, sittingId: this.#sittingId, contributionId });
  }

  placeDots(dotsId: string, contributionId: string, count: number): void {
    this.meant.dots.set(contributionId, count);
    this.#put({ type: 'dots/place', sittingId: this.#sittingId, dotsId, contributionId, count });
  }

  /** A command of the moment: once, and lost if it is lost. */
  async live(command: CommandEnvelope['command']): Promise<CommandAnswer | typeof NETWORK> {
    const validUntil = Date.now() + 10_000;
    return this.#send({ commandId: freshId(), as: this.#as, by: this.personId, validUntil, command });
  }

  openNotes(): void {
    const wireName = this.state?.documents.notes;
    if (this.#notes === null && wireName !== undefined) this.#notes = this.#device.text(wireName);
  }

  /** Writes, breaks and deletes somewhere in the notes, once they are there: nothing is written on an unsynced copy. */
  edit(words: string): void {
    if (this.#notes === null || (!this.#notes.provider.synced && this.#notes.doc.store.clients.size === 0))
      return;
    const { doc } = this.#notes;
    const fragment = doc.getXmlFragment(FRAGMENT);
    const paragraphs = fragment
      .toArray()
      .filter((it) => it instanceof Y.XmlElement && it.nodeName === 'paragraph');
    const chosen = paragraphs[Math.floor(this.#chance() * paragraphs.length)];
    doc.transact(() => {
      const roll = this.#chance();
      if (!(chosen instanceof Y.XmlElement) || roll < 0.3) {
        const paragraph = new Y.XmlElement('paragraph');
        paragraph.insert(0, [new Y.XmlText(words)]);
        fragment.insert(Math.floor(this.#chance() * (fragment.length + 1)), [paragraph]);
        return;
      }
      const text = chosen.get(0);
      if (!(text instanceof Y.XmlText) || roll > 0.92) {
        fragment.delete(fragment.toArray().indexOf(chosen), 1);
      } else if (roll < 0.7 || text.length === 0) {
        text.insert(Math.floor(this.#chance() * (text.length + 1)), words);
      } else {
        const from = Math.floor(this.#chance() * text.length);
        text.delete(from, Math.min(text.length - from, 1 + Math.floor(this.#chance() * 6)));
      }
    });
  }

  cut(): void {
    this.#socket.disconnect();
    this.#notes?.provider.disconnect();
  }

  comeBack(): void {
    this.#socket.connect();
    this.#notes?.provider.connect();
  }

  /** From now on the network carries everything, once. */
  async settle(): Promise<void> {
    this.#lossy = false;
    await Promise.all(this.#echoes);
    this.comeBack();
    this.#outbox?.flush();
  }

  /** Tries again at once what waits for its turn. */
  flush(): void {
    this.#outbox?.flush();
  }

  close(): void {
    this.#outbox?.close();
    this.#subscription.close();
    this.#device.close();
  }

  #put(command: KeptCommand): void {
    this.#outbox?.put(command);
  }

  async #send(envelope: CommandEnvelope): Promise<CommandAnswer | typeof NETWORK> {
    const fate = this.#lossy ? this.#chance() : 1;
    if (!this.#socket.connected || fate < LOST) return NETWORK;
    const sent = this.#carry(envelope);
    if (this.#lossy && this.#chance() < TWICE) this.#echoes.push(this.#carryLater(envelope));
    const answer = await sent;
    return fate < LOST + UNANSWERED ? NETWORK : answer;
  }

  async #carry(envelope: CommandEnvelope): Promise<CommandAnswer | typeof NETWORK> {
    try {
      return (await this.#socket.timeout(2_000).emitWithAck('command', envelope)) as CommandAnswer;
    } catch {
      return NETWORK;
    }
  }

  /** The second copy comes after messages that were sent later. */
  async #carryLater(envelope: CommandEnvelope): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, Math.floor(this.#chance() * 30)));
    if (this.#socket.connected) await this.#carry(envelope);
  }
}
