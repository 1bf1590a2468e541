/** The environment, read once: what the installation decides about this process. */
import { resolve } from 'node:path';
import * as v from 'valibot';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export type Config = {
  /** The address to listen on. */
  readonly host: string;
  /** The port to listen on; 0 takes any free one. */
  readonly port: number;
  /** Absolute path of the folder that holds everything that is kept. */
  readonly dataDir: string;
  /** The origin people reach the product at (`https://…`), when the installation knows it. */
  readonly publicUrl: string | null;
  readonly logLevel: LogLevel;
  /** How many reverse proxies stand in front and are believed about the caller's address and protocol. */
  readonly trustedProxyHops: number;
};

export type ConfigRead =
  { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly cures: readonly string[] };

const wholeNumber = (least: number, most: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number), v.minValue(least), v.maxValue(most));

const isOrigin = (text: string): boolean => {
  const url = URL.parse(text);
  return (
    url !== null &&
    (url.protocol === 'http:' || url.protocol === 'https:') &&
    url.pathname === '/' &&
    url.username + url.password + url.search + url.hash === ''
  );
};

const variables = {
  HOST: {
    schema: v.optional(v.pipe(v.string(), v.regex(/^[\w.:%-]+$/)), '0.0.0.0'),
    cure: 'give it the address to listen on, for example HOST=0.0.0.0',
  },
  PORT: {
    schema: v.optional(wholeNumber(0, 65_535), '3000'),
    cure: 'give it a whole number from 0 to 65535, for example PORT=3000',
  },
  DATA_DIR: {
    schema: v.optional(v.pipe(v.string(), v.excludes('\0')), './data'),
    cure: 'give it the path of a folder, for example DATA_DIR=./data',
  },
  PUBLIC_URL: {
    schema: v.optional(
      v.pipe(
        v.string(),
        v.check(isOrigin),
        v.transform((text) => new URL(text).origin),
      ),
    ),
    cure: 'give it an http or https address without a path, for example PUBLIC_URL=https://pleniere.example.org',
  },
  LOG_LEVEL: {
    schema: v.optional(v.picklist(['debug', 'info', 'warn', 'error']), 'info'),
    cure: 'give it debug, info, warn or error, for example LOG_LEVEL=info',
  },
  TRUST_PROXY: {
    schema: v.optional(wholeNumber(0, 16), '0'),
    cure: 'give it the number of proxies in front of the server, for example TRUST_PROXY=1',
  },
} as const;

type VariableName = keyof typeof variables;

/**
 * The configuration that the environment asks for, or one sentence per variable that cannot be followed. An empty
 * variable counts as absent.
 */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): ConfigRead => {
  const given = Object.fromEntries(
    Object.keys(variables)
      .filter((name) => (environment[name] ?? '') !== '')
      .map((name) => [name, environment[name]]),
  );
  const schema = v.object({
    HOST: variables.HOST.schema,
    PORT: variables.PORT.schema,
    DATA_DIR: variables.DATA_DIR.schema,
    PUBLIC_URL: variables.PUBLIC_URL.schema,
    LOG_LEVEL: variables.LOG_LEVEL.schema,
    TRUST_PROXY: variables.TRUST_PROXY.schema,
  });
  const read = v.safeParse(schema, given, { abortPipeEarly: true });
  if (!read.success) {
    const wrong = new Set(read.issues.map((issue) => v.getDotPath(issue) as VariableName));
    return {
      ok: false,
      cures: [...wrong].map(
        (name) => `${name} is ${JSON.stringify(environment[name])}: ${variables[name].cure}.`,
      ),
    };
  }
  return {
    ok: true,
    config: {
      host: read.output.HOST,
      port: read.output.PORT,
      dataDir: resolve(read.output.DATA_DIR),
      publicUrl: read.output.PUBLIC_URL ?? null,
      logLevel: read.output.LOG_LEVEL,
      trustedProxyHops: read.output.TRUST_PROXY,
    },
  };
};
