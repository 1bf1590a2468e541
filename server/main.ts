/** Production: the built pages and the server in one process. */
import { requireNode } from './node-version.ts';

requireNode();
const { serve } = await import('./serve.ts');
const { openBuiltPages } = await import('./pages.ts');
await serve(openBuiltPages);
