import type { Twilio } from '#lib/platform/env/twilio';
import { NotSent } from './not-sent';
import type { Texter } from './texter';

/** Below the 180 s after which the queue takes a job for dead (drizzle/0003_jobs.sql). */
const timeoutMilliseconds = 15_000;

/**
 * Hands text messages to Twilio by its own SDK, which is large: it is loaded with the first message. Twilio knows no key
 * for a repeat, so a message goes out twice when the process is killed between its answer and our mark.
 */
export function twilioTexter({ accountSid, authToken, from, apiUrl }: Twilio): Texter {
  const loading = lazily(async () => {
    const { default: twilio } = await import('twilio');
    const httpClient = new twilio.RequestClient({ timeout: timeoutMilliseconds });
    const client = twilio(accountSid, authToken, { httpClient });
    client.api.baseUrl = apiUrl.origin;
    return client;
  });
  return {
    async send({ to, text }) {
      const client = await loading();
      await client.messages.create({ to, from, body: text }).catch((error: unknown) => {
        throw notSent(error);
      });
    },
  };
}

function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** What an operator can mend (401, 403) and what passes by itself (408, 429, 5xx, no answer) is tried again. */
const passing: readonly number[] = [401, 403, 408, 429];

function notSent(error: unknown): NotSent {
  const { status, code } = error as { status?: unknown; code?: unknown };
  const answered = typeof status === 'number' && status >= 400 && status < 500;
  const known = typeof code === 'string' || typeof code === 'number' ? String(code) : 'UNKNOWN';
  return new NotSent(known, answered && !passing.includes(status));
}
