/** The demo as a process: its data, its clock, its words on stdout. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureBuilt } from '../build.ts';
import { systemClock } from '../clock.ts';
import { systemIds } from '../ids.ts';
import { openBuiltPages } from '../pages.ts';
import { serve } from '../serve.ts';
import { clockStandingAt } from './demo-clock.ts';
import { readDemoOptions } from './demo-options.ts';
import type { Demo } from './seed-demo.ts';
import { DEMO_ZONE, seedDemo } from './seed-demo.ts';

export async function runDemo(args: readonly string[]): Promise<void> {
  const read = readDemoOptions(args, DEMO_ZONE);
  if (!read.ok) return stopWith(read.cure);
  const { json, dataDir, at } = read.options;
  const kept = dataDir === null ? null : resolve(dataDir);
  if (kept !== null && existsSync(kept) && readdirSync(kept).length > 0) {
    const cure = `give --data-dir an empty folder, or go on with this one by "DATA_DIR=${kept} npm start".`;
    return stopWith(`${kept} holds something already: ${cure}`);
  }
  if (!ensureBuilt()) return stopWith('The pages do not build, so there is nothing to show.');

  const folder = kept ?? mkdtempSync(join(tmpdir(), 'pleniere-demo-'));
  if (kept === null) process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  process.env['DATA_DIR'] = folder;
  process.env['PORT'] ||= '0';
  process.env['LOG_LEVEL'] ||= 'warn';
  // Before the server listens to signals itself, one must still take the folder with it.
  const endEarly = (): never => process.exit(1);
  process.on('SIGTERM', endEarly).on('SIGINT', endEarly);

  const standing = at === null ? null : clockStandingAt(at, systemClock);
  const clock = standing ?? systemClock;
  let demo: Demo | null = null;
  await serve(openBuiltPages, {
    clock,
    async prepare(opened) {
      demo = await seedDemo(opened, clock, systemIds);
    },
    announce([address = '']) {
      process.off('SIGTERM', endEarly).off('SIGINT', endEarly);
      standing?.letGo();
      if (demo !== null) process.stdout.write(json ? asJson(demo, address) : asLines(demo, address, kept));
    },
  });
}

function stopWith(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

/** One line: `{url, seminar, links, codes}`, with the links of the first atelier and the codes of all. */
function asJson({ seminarId, linksAt }: Demo, url: string): string {
  const { organiser, ateliers } = linksAt(url);
  const links = { organiser, ...ateliers[0]?.links };
  return `${JSON.stringify({ url, seminar: seminarId, links, codes: ateliers.map(({ code }) => code) })}\n`;
}

function asLines({ title, linksAt }: Demo, url: string, kept: string | null): string {
  const { organiser, ateliers } = linksAt(url);
  const line = (role: string, link: string): string => `  ${role.padEnd(12)} ${link}`;
  return [
    `${title}, in the middle of its morning, is open at ${url}`,
    '',
    line('organiser', organiser),
    ...ateliers.flatMap((atelier, index) => [
      '',
      `Atelier ${index + 1}: ${atelier.title}`,
      line('join code', atelier.code),
      line('participant', atelier.links.participant),
      line('animateur', atelier.links.animateur),
      line('rapporteur', atelier.links.rapporteur),
      line('screen', atelier.links.screen),
    ]),
    '',
    kept === null
      ? 'Ctrl+C ends it, and what was written goes with it.'
      : `Ctrl+C ends it; what was written stays in ${kept}.`,
    '',
  ].join('\n');
}
