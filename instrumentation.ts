import type { Instrumentation } from 'next';

/** Next calls this once in each server process, before its first request. Behind our own start all is open already. */
export async function register(): Promise<void> {
  // Next itself replaces this name as it bundles, so that nothing of Node reaches its other runtime.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { lifecycle } = await import('#lib/platform/lifecycle');
    if (lifecycle().opened) return;
    const { loadForNext } = await import('#lib/transport/start/load-for-next');
    await loadForNext();
  }
}

/** What a page could not foresee. Its message may quote a person's data: class, place and digest are logged. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, { routePath }) => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { log } = await import('#lib/platform/log');
    const { readFrontDoor } = await import('#lib/platform/front-door');
    const door = readFrontDoor({ get: (name) => [request.headers[name]].flat()[0] ?? null });
    const request_id = door?.requestId ?? null;
    log().error('page_failed', error, { route: routePath, digest: digestOf(error), request_id });
  }
};

/** Next shows this number to the reader, who may quote it. */
function digestOf(error: unknown): string | null {
  const digest = typeof error === 'object' && error !== null && 'digest' in error ? error.digest : null;
  return typeof digest === 'string' ? digest : null;
}
