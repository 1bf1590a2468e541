import type { HandleServerError } from '@sveltejs/kit';

/** A page that failed leaves one line in the log, in the form of the server's; an address nobody knows leaves none. */
export const handleError: HandleServerError = ({ error, event, status }) => {
  if (status < 500) return;
  const kind = error instanceof Error ? error.name : typeof error;
  const line = { level: 'error', event: 'pages/failed', route: event.route.id, error: kind };
  process.stderr.write(`${JSON.stringify(line)}\n`);
};
