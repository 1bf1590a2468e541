/** Development: the same server, with Vite in place of the built pages. */
import type { OpenPages } from './pages.ts';
import { requireNode } from './node-version.ts';

requireNode();
const { createServer } = await import('vite');
const { serve } = await import('./serve.ts');

const openVitePages: OpenPages = async ({ http }) => {
  const vite = await createServer({ server: { middlewareMode: { server: http }, ws: { server: http } } });
  return {
    unknownUpgrades: 'leave',
    handle: (request, response) => vite.middlewares(request, response),
    close: () => vite.close(),
  };
};

await serve(openVitePages);
