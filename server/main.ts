/** Production: the built pages and the server in one process. */
import { requireNode } from './node-version.ts';

requireNode();
const { isBuilt } = await import('./build.ts');
if (!isBuilt()) {
  process.stderr.write('The pages are not built: start with "npm start", or run "npm run build" first.\n');
  process.exit(1);
}
const { serve } = await import('./serve.ts');
const { openBuiltPages } = await import('./pages.ts');
await serve(openBuiltPages);
