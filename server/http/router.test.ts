import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import type { ErrorCode } from '#protocol/errors.ts';
import { recordingLogger } from '../../tests/support/surroundings.ts';
import { StorageFailure } from '../seminars/storage-error.ts';
import { HttpError } from './http-error.ts';
import { createRouter, readJson, sendJson } from './router.ts';

let close: (() => Promise<void>) | null = null;

async function open() {
  const logger = recordingLogger();
  const router = createRouter(
    [
      {
        method: 'POST',
        path: '/api/echo/:word',
        async handle({ request, response, params }) {
          const { text } = await readJson(request, v.strictObject({ text: v.string() }), 100);
          sendJson(response, 200, { text, word: params['word'] });
        },
      },
      {
        method: 'GET',
        path: '/api/bug',
        handle: () => Promise.reject(new TypeError('the words of somebody')),
      },
      {
        method: 'GET',
        path: '/api/full-disk',
        handle: () => Promise.reject(new StorageFailure('storage/not-committed', 'The disk is full.')),
      },
    ],
    (request) => {
      if (request.headers['x-foreign']) throw new HttpError('protocol/foreign-origin');
    },
    logger,
  );
  const http = createServer((request, response) => {
    if (!router.handle(request, response)) response.writeHead(299).end('pages');
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  close = () => new Promise((resolve) => http.close(() => resolve()));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const post = (body: BodyInit, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    fetch(`${url}/api/echo/mot`, { method: 'POST', headers, body });
  return { url, post, logger };
}

afterEach(async () => {
  await close?.();
  close = null;
});

const codeOf = async (response: Response) =>
  ((await response.json()) as { error: { code: string } }).error.code;

describe('router', () => {
  test('hands the parsed body and the path to its handler', async () => {
    const { post } = await open();
    const response = await post('{"text":"bonjour"}');
    expect(await response.json()).toEqual({ text: 'bonjour', word: 'mot' });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test.each([
    ['no JSON', 'bonjour'],
    ['another shape', '{"texte":"bonjour"}'],
    ['more than asked for', '{"text":"a","more":1}'],
    ['binary', Uint8Array.from([0, 255, 254, 7])],
    ['nothing', ''],
  ])('%s is refused as malformed', async (_what, body) => {
    const { post } = await open();
    const response = await post(body);
    expect([response.status, await codeOf(response)]).toEqual([400, 'protocol/malformed']);
  });

  test('a body that does not call itself JSON is refused: a form of another site cannot send it', async () => {
    const { post } = await open();
    expect((await post('{"text":"a"}', { 'content-type': 'text/plain' })).status).toBe(400);
  });

  test('too large a body is refused, announced or not', async () => {
    const { post } = await open();
    expect((await post(`{"text":"${'a'.repeat(200)}"}`)).status).toBe(413);
    const stream = new ReadableStream({
      start(controller) {
        for (let part = 0; part < 20; part += 1) controller.enqueue(new TextEncoder().encode('a'.repeat(50)));
        controller.close();
      },
    });
    const { url } = await open();
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: stream,
      duplex: 'half',
    };
    expect((await fetch(`${url}/api/echo/mot`, init as RequestInit)).status).toBe(413);
  });

  test('what is not an API address is left to the pages, an unknown API address is not', async () => {
    const { url } = await open();
    expect((await fetch(`${url}/seances/1`)).status).toBe(299);
    expect((await fetch(`${url}/api/nowhere`)).status).toBe(404);
    expect((await fetch(`${url}/api/echo/mot`)).status).toBe(404);
  });

  test('the guard comes before the handler', async () => {
    const { post } = await open();
    expect(
      (await post('{"text":"a"}', { 'content-type': 'application/json', 'x-foreign': '1' })).status,
    ).toBe(403);
  });

  test('a bug answers 500 with a code, and its words stay out of the answer and the log', async () => {
    const { url, logger } = await open();
    const response = await fetch(`${url}/api/bug`);
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).not.toContain('somebody');
    expect(JSON.stringify(logger.lines)).not.toContain('somebody');
    expect(logger.lines).toHaveLength(1);
  });

  test('what the disk did not take is answered with 503: it may be sent again', async () => {
    const { url } = await open();
    const response = await fetch(`${url}/api/full-disk`);
    expect([response.status, await codeOf(response)]).toEqual([503, 'protocol/unavailable']);
  });

  test('every refusal has the status that docs/api.md gives it', async () => {
    const docs = await readFile(new URL('../../docs/api.md', import.meta.url), 'utf8');
    const documented = [...docs.matchAll(/^\| (\d{3}) +\| (.*?) *\|$/gm)].flatMap(([, status, codes = '']) =>
      [...codes.matchAll(/`([^`]+)`/g)].map(([, code]) => [code, Number(status)] as const),
    );
    expect(documented.length).toBeGreaterThan(10);
    for (const [code, status] of documented) {
      expect([code, new HttpError(code as ErrorCode).status]).toEqual([code, status]);
    }
  });
});
