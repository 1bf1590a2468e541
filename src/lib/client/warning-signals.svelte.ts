/** How this device tells that a point's time runs out: words, a soft sound, a vibration, as it was set here. */
import { keepStored, readStored } from './device-storage.ts';

type Signal = 'words' | 'sound' | 'vibration';

const key = (audience: string, signal: Signal): string => `warn.${audience}.${signal}`;

/** Hertz of the two notes, one after the other, and how long each lasts, in seconds. */
const NOTES = [659.3, 880] as const;
const NOTE_SECONDS = 0.28;
const LOUDNESS = 0.12;
const VIBRATION_MS = [120, 80, 120];

export class WarningSignals {
  readonly #audience: 'console' | 'participant';
  #words = $state(false);
  #sound = $state(false);
  #vibration = $state(false);
  #audio: AudioContext | null = null;

  /** On consoles words and vibration are on until someone turns them off, on participants' phones nothing is. */
  constructor(audience: 'console' | 'participant') {
    this.#audience = audience;
    const on = (signal: Signal, unlessSaid: boolean): boolean => {
      const said = readStored(key(audience, signal));
      return said === null ? unlessSaid : said === 'on';
    };
    this.#words = on('words', audience === 'console');
    this.#sound = on('sound', false);
    this.#vibration = on('vibration', audience === 'console');
    // A page that is loaded again may make a sound only after it was touched.
    if (this.#sound) window.addEventListener('pointerdown', this.#unlock, { once: true });
  }

  get words(): boolean {
    return this.#words;
  }
  get sound(): boolean {
    return this.#sound;
  }
  get vibration(): boolean {
    return this.#vibration;
  }
  get canVibrate(): boolean {
    return 'vibrate' in navigator;
  }
  get canSound(): boolean {
    return 'AudioContext' in window;
  }

  setWords(on: boolean): void {
    this.#words = on;
    this.#keep('words', on);
  }

  /** The tap that turns it on is what lets the device make sounds; one is heard, to know it by. */
  setSound(on: boolean): void {
    this.#sound = on;
    this.#keep('sound', on);
    if (!on) return;
    this.#unlock();
    this.#play();
  }

  setVibration(on: boolean): void {
    this.#vibration = on;
    this.#keep('vibration', on);
    if (on) this.#vibrate();
  }

  /** The sound and the vibration that are turned on. */
  give(): void {
    if (this.#sound) this.#play();
    if (this.#vibration) this.#vibrate();
  }

  close(): void {
    window.removeEventListener('pointerdown', this.#unlock);
    void this.#audio?.close();
    this.#audio = null;
  }

  readonly #unlock = (): void => {
    if (!this.canSound) return;
    this.#audio ??= new AudioContext();
    void this.#audio.resume();
  };

  #play(): void {
    const audio = this.#audio;
    if (audio === null) return;
    NOTES.forEach((pitch, place) => {
      const from = audio.currentTime + place * NOTE_SECONDS;
      const tone = audio.createOscillator();
      const level = audio.createGain();
      tone.frequency.value = pitch;
      level.gain.setValueAtTime(0, from);
      level.gain.linearRampToValueAtTime(LOUDNESS, from + 0.02);
      level.gain.exponentialRampToValueAtTime(0.0001, from + NOTE_SECONDS * 2);
      tone.connect(level).connect(audio.destination);
      tone.start(from);
      tone.stop(from + NOTE_SECONDS * 2);
    });
  }

  #vibrate(): void {
    if (this.canVibrate) navigator.vibrate(VIBRATION_MS);
  }

  #keep(signal: Signal, on: boolean): void {
    keepStored(key(this.#audience, signal), on ? 'on' : 'off');
  }
}
