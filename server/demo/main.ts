/** `npm run demo`: the production server on data of its own, with a séminaire in the middle of its morning. */
import { requireNode } from '../node-version.ts';

requireNode();
const { runDemo } = await import('./run-demo.ts');
await runDemo(process.argv.slice(2));
