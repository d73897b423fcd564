import { redirect } from 'next/navigation';
import { isOperationError } from '#lib/errors/operation-error';
import { stopRemindersByLink } from '#lib/operations/reminders/stop-by-link';
import { run } from '#lib/operations/run';
import { paths } from '#lib/platform/paths';
import { withoutWords } from './file-door';
import { portalContext } from './portal-caller';

interface Context {
  readonly params: Promise<{ token: string }>;
}

/**
 * `POST /unsubscribe/{token}`: what a mail program sends when its button is pressed (RFC 8058, 3.2). It has no session
 * and says what it wants in the body, by which it is told from scanners that try every address.
 */
export async function answerUnsubscribe(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const form = await request.formData().catch(() => null);
  if (form?.get('List-Unsubscribe') !== 'One-Click') return withoutWords(400, undefined);
  try {
    await run(stopRemindersByLink, { token }, await portalContext(stopRemindersByLink));
    return withoutWords(200, undefined);
  } catch (thrown) {
    if (!isOperationError(thrown)) throw thrown;
    return withoutWords(thrown.status, thrown.facts.retryAfterSeconds);
  }
}

/** `GET` is for people, whose mail program knows no such button: the page asks first. */
export async function showUnsubscribe(_request: Request, { params }: Context): Promise<Response> {
  return redirect(paths.stopReminders({ token: (await params).token }));
}
