/** Files that are made while somebody waits: stopped when they leave. */
import type { Exchange } from './router.ts';

/** Aborted when whoever asked leaves before the answer. */
export function leaving({ response }: Exchange): AbortSignal {
  const controller = new AbortController();
  if (response.closed) controller.abort();
  response.once('close', () => {
    if (!response.writableEnded) controller.abort();
  });
  return controller.signal;
}

/** The address of the request, with what was asked in it; '' for what was not. */
export const askedFor = ({ request }: Exchange, name: string): string =>
  URL.parse(request.url ?? '/', 'http://host')?.searchParams.get(name) ?? '';
