/** Whether the process lives, and whether it can take what people send. */
import type { Route } from './router.ts';
import { sendJson } from './router.ts';

export const healthRoutes = (ready: () => boolean): readonly Route[] => [
  {
    method: 'GET',
    path: '/healthz',
    handle: ({ response }) => Promise.resolve(sendJson(response, 200, { status: 'ok' })),
  },
  {
    method: 'GET',
    path: '/readyz',
    handle: ({ response }) =>
      Promise.resolve(sendJson(response, ready() ? 200 : 503, { status: ready() ? 'ok' : 'not-writable' })),
  },
];
