/** `npm start`: builds the pages when that is needed, then runs production in this process. */
import { requireNode } from './node-version.ts';

requireNode();
const { ensureBuilt } = await import('./build.ts');
if (ensureBuilt()) await import('./main.ts');
else process.exitCode = 1;
