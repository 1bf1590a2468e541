/** The log: one JSON object a line. It carries ids and codes, never names, words or tokens. */
import type { LogLevel } from './config.ts';
import type { Clock, Logger, LogFields } from './seminars/surroundings.port.ts';

const rank: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warn: 2, error: 3 };

export type LogOptions = {
  readonly level: LogLevel;
  readonly clock: Clock;
  readonly write: (line: string) => void;
};

/** A logger that writes what is at or above `level`: `{"at":"…Z","level":"info","event":"…",…fields}`. */
export const createLogger = ({ level, clock, write }: LogOptions): Logger => {
  const say =
    (of: LogLevel) =>
    (event: string, fields: LogFields = {}): void => {
      if (rank[of] < rank[level]) return;
      const at = new Date(clock.now()).toISOString();
      write(`${JSON.stringify({ ...fields, at, level: of, event })}\n`);
    };
  return { debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error') };
};

/**
 * What may be logged of an unexpected error: its kind, its code and where it was thrown. Its message may quote what
 * somebody typed and stays out.
 */
export const fieldsOfError = (error: unknown): LogFields => {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = (error as NodeJS.ErrnoException).code ?? null;
  const thrownAt = /^ {4}at .*$/m.exec(error.stack ?? '')?.[0].trim() ?? null;
  return { error: error.name, code, thrownAt };
};
