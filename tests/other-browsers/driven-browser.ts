/** A browser driven by the protocols it brings itself. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { spawnSync } from 'node:child_process';

/** A sequence of input as WebDriver and WebDriver BiDi both know it. */
export type InputSource = {
  readonly type: 'key' | 'pointer';
  readonly id: string;
  readonly actions: readonly Readonly<Record<string, unknown>>[];
};

export type DrivenBrowser = {
  readonly name: string;
  readonly version: string;
  /** Its window is the active one, so that what has the focus looks so. */
  readonly showsFocus: boolean;
  open(url: string): Promise<void>;
  /** The value of a JavaScript expression in the page, as JSON carries it. */
  value(expression: string): Promise<unknown>;
  perform(sources: readonly InputSource[]): Promise<void>;
  /** PNG. */
  picture(): Promise<Buffer>;
  /** Errors of the pages' own code so far; empty where the browser does not tell. */
  problems(): readonly string[];
  close(): Promise<void>;
};

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const found = (names: readonly string[], variable: string): string | undefined => {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  const candidates = [
    process.env[variable] ?? '',
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
  ];
  return candidates.find((file) => file !== '' && isExecutable(file));
};

/** The path of a program: named by a variable, else the system's; as root its Debian package is installed when missing. */
export function programOf(variable: string, names: readonly string[], debianPackage: string): string {
  const present = found(names, variable);
  if (present !== undefined) return present;
  if (process.getuid?.() === 0) {
    spawnSync('apt-get', ['update'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '--yes', '--no-install-recommends', debianPackage], { stdio: 'ignore' });
  }
  const installed = found(names, variable);
  if (installed === undefined) {
    throw new Error(
      `${names[0] ?? ''} is not installed: install the package ${debianPackage}, or name the program with ${variable}.`,
    );
  }
  return installed;
}
