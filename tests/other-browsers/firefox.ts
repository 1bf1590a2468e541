/** Firefox, driven by WebDriver BiDi over the port it opens itself. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';
import type { DrivenBrowser } from './driven-browser.ts';
import { programOf } from './driven-browser.ts';

/** A browser that asks nobody anything, in French. */
const PREFERENCES = {
  'intl.accept_languages': 'fr-FR, fr',
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'focusmanager.testmode': true,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'remote.log.level': 'Error',
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
};

type Message = {
  readonly id?: number;
  readonly type: 'success' | 'error' | 'event';
  readonly result?: Record<string, unknown>;
  readonly message?: string;
  readonly params?: { readonly type?: string; readonly level?: string; readonly text?: string };
};

export async function startFirefox(): Promise<DrivenBrowser> {
  const program = programOf('FIREFOX_PATH', ['firefox-esr', 'firefox'], 'firefox-esr');
  const profile = await mkdtemp(join(tmpdir(), 'pleniere-firefox-'));
  const lines = Object.entries(PREFERENCES).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await writeFile(join(profile, 'user.js'), lines.join('\n'));
  const options = ['--headless', '--no-remote', '--remote-debugging-port=0', '--profile', profile];
  const child = spawn(program, options, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: profile, MOZ_HEADLESS_WIDTH: '1280', MOZ_HEADLESS_HEIGHT: '900' },
  });
  const exited = once(child, 'exit');
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      const said = /listening on (ws:\/\/\S+)/.exec(line)?.[1];
      if (said !== undefined) resolve(said);
    });
    void exited.then(([code]) => reject(new Error(`Firefox ended with ${String(code)}`)));
  });
  const socket = new WebSocket(`${address}/session`);
  await once(socket, 'open');

  const problems: string[] = [];
  const waiting = new Map<number, (message: Message) => void>();
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString('utf8')) as Message;
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    else if (message.params?.type === 'javascript' && message.params.level === 'error')
      problems.push(message.params.text ?? '');
  });
  let asked = 0;
  const ask = async (method: string, params: Record<string, unknown>): Promise<Record<string, unknown>> => {
    asked += 1;
    const id = asked;
    const answer = await new Promise<Message>((resolve) => {
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
    waiting.delete(id);
    if (answer.type === 'error') throw new Error(`${method}: ${answer.message ?? ''}`);
    return answer.result ?? {};
  };

  const session = (await ask('session.new', { capabilities: {} })) as {
    capabilities: { browserVersion: string };
  };
  await ask('session.subscribe', { events: ['log.entryAdded'] });
  const tree = (await ask('browsingContext.getTree', {})) as { contexts: { context: string }[] };
  const context = tree.contexts[0]?.context ?? '';
  return {
    name: 'Firefox',
    // Without a display no window of it is the active one.
    showsFocus: false,
    version: session.capabilities.browserVersion,
    async open(url) {
      await ask('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    async value(expression) {
      const { result, exceptionDetails } = (await ask('script.evaluate', {
        expression: `JSON.stringify(${expression} ?? null)`,
        target: { context },
        awaitPromise: true,
      })) as { result?: { value?: string }; exceptionDetails?: { text: string } };
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return JSON.parse(result?.value ?? 'null') as unknown;
    },
    async perform(actions) {
      await ask('input.performActions', { context, actions });
    },
    async picture() {
      const { data } = (await ask('browsingContext.captureScreenshot', { context })) as { data: string };
      return Buffer.from(data, 'base64');
    },
    problems: () => problems,
    async close() {
      socket.close();
      child.kill('SIGKILL');
      await exited;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
