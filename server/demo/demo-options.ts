/** The flags of the demo. */
import { parseArgs } from 'node:util';
import type { Instant } from '#core/time/instant.ts';
import { momentOf } from './demo-clock.ts';

export type DemoOptions = {
  /** `--json`: the ways in as one line of JSON, and nothing else on stdout. */
  readonly json: boolean;
  /** `--data-dir PATH`: a folder that stays; null for one that goes with the process. */
  readonly dataDir: string | null;
  /** `--at 2026-11-26T10:32`: the hour it is when the server opens, in the séminaire's zone; null for now. */
  readonly at: Instant | null;
};

export type DemoOptionsRead =
  { readonly ok: true; readonly options: DemoOptions } | { readonly ok: false; readonly cure: string };

const FLAGS = {
  json: { type: 'boolean', default: false },
  'data-dir': { type: 'string' },
  at: { type: 'string' },
} as const;

export function readDemoOptions(args: readonly string[], zone: string): DemoOptionsRead {
  let values;
  try {
    ({ values } = parseArgs({ args: [...args], options: FLAGS, strict: true }));
  } catch {
    const cure = 'The demo knows --json, --data-dir PATH and --at 2026-11-26T10:32, and nothing else.';
    return { ok: false, cure };
  }
  const at = values.at === undefined ? null : momentOf(values.at, zone);
  if (values.at !== undefined && at === null) {
    const cure = `--at is ${JSON.stringify(values.at)}: give it a day and an hour in ${zone}, for example --at 2026-11-26T10:32.`;
    return { ok: false, cure };
  }
  if (values['data-dir'] === '') {
    return {
      ok: false,
      cure: '--data-dir is empty: give it the path of a folder, for example --data-dir ./demo-data.',
    };
  }
  return { ok: true, options: { json: values.json, dataDir: values['data-dir'] ?? null, at } };
}
