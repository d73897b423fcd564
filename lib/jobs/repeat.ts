import { log } from '#lib/platform/log';

const afterFailureMilliseconds = 5000;

/** Again at once where there was something to do. A failure is told and survived: the database may be back soon. */
export async function repeat(
  failure: string,
  step: () => Promise<number>,
  idleMilliseconds: number,
  stop: AbortSignal,
): Promise<void> {
  while (!stop.aborted) {
    try {
      if ((await step()) === 0) await pause(idleMilliseconds, stop);
    } catch (error) {
      log().error(failure, error);
      await pause(afterFailureMilliseconds, stop);
    }
  }
}

export function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  if (stop.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(end, milliseconds).unref();
    stop.addEventListener('abort', end, { once: true });
    function end() {
      clearTimeout(timer);
      stop.removeEventListener('abort', end);
      resolve();
    }
  });
}
