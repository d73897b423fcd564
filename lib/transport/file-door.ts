import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { isOperationError, type OperationError } from '#lib/errors/operation-error';
import { getCalendarFile } from '#lib/operations/appointments/calendar-file';
import { joinVisit } from '#lib/operations/appointments/join';
import { readCalendarFeed } from '#lib/operations/calendar-feeds/read';
import { openDocument } from '#lib/operations/documents/open';
import { getPicture } from '#lib/operations/pictures/get';
import { run } from '#lib/operations/run';
import { paths } from '#lib/platform/paths';
import { asCalendar, asDownload, asPicture, asPreview } from './file-answer';
import { portalContext } from './portal-caller';
import type { FileAnswer } from './rest-route';
import { signInAgain, whyEnded } from './sign-in-again';

interface Context {
  readonly params: Promise<{ id: string }>;
}

/** `GET /files/{id}/view`: a document in a tab of its own, where it is shown and can do nothing. */
export const answerView = (_request: Request, context: Context) =>
  answer(context, async (id) =>
    asPreview(await run(openDocument, { id, as: 'view' }, await portalContext(openDocument))),
  );

/** `GET /files/{id}/download`: the same to be saved. */
export const answerDownload = (_request: Request, context: Context) =>
  answer(context, async (id) =>
    asDownload(await run(openDocument, { id }, await portalContext(openDocument))),
  );

/** `GET /pictures/{id}`: a portrait, where a page shows it. */
export const answerPicture = (_request: Request, context: Context) =>
  answer(context, async (id) => asPicture(await run(getPicture, { id }, await portalContext(getPicture))));

/** `GET /patient/visits/{id}/calendar`: a visit for a calendar. */
export const answerCalendarFile = (_request: Request, context: Context) =>
  answer(context, async (id) => {
    const { content } = await run(getCalendarFile, { id }, await portalContext(getCalendarFile));
    return asCalendar({ name: 'visit.ics', text: content });
  });

/** `GET /patient/visits/{id}/join`, and the doctor's: on to the room of a visit by video. The links here say no referrer. */
export async function answerVideoRoom(_request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const found = await orRefusal(portalContext(joinVisit).then((context) => run(joinVisit, { id }, context)));
  if (isOperationError(found)) return refused(found);
  const headers = { location: found.url, 'cache-control': 'private, no-store' };
  return new Response(null, { status: 303, headers });
}

const orRefusal = <T>(asked: Promise<T>): Promise<T | OperationError> =>
  asked.catch((thrown: unknown) => {
    if (!isOperationError(thrown)) throw thrown;
    return thrown;
  });

async function answer({ params }: Context, file: (id: string) => Promise<FileAnswer>): Promise<Response> {
  const { id } = await params;
  const found = await orRefusal(file(id));
  if (isOperationError(found)) return refused(found);
  const { content, headers } = found;
  return new Response(new Uint8Array(content), {
    headers: { ...headers, 'cache-control': 'private, no-store' },
  });
}

/** A refusal in HTML becomes the page that says so; a file that is held back says it in a sentence. */
async function refused({ code, status }: OperationError): Promise<Response> {
  if (code === 'unauthenticated') return signInAgain(await whyEnded());
  if (code === 'insufficient_user_authentication') return redirect(paths.account.confirm());
  if (code === 'mfa_enrolment_required') return redirect(paths.account.authenticator);
  const headers = { 'cache-control': 'private, no-store' };
  if (code !== 'file_withheld') {
    // An id that is no id is as missing as any other.
    const shown = code === 'validation_failed' ? 404 : status;
    return new Response('', {
      status: shown,
      headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
    });
  }
  const t = await getTranslations('errors');
  return new Response(t(code), {
    status,
    headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' },
  });
}

interface FeedContext {
  readonly params: Promise<{ file: string }>;
}

/** `GET /calendar/{token}.ics`: what somebody's calendar asks for by itself, so without a session. */
export async function answerFeed(_request: Request, { params }: FeedContext): Promise<Response> {
  const token = (await params).file.replace(/\.ics$/, '');
  try {
    const { content } = await run(readCalendarFeed, { token }, await portalContext(readCalendarFeed));
    const { headers } = asCalendar({ name: 'visits.ics', text: content });
    return new Response(content, { headers: { ...headers, 'cache-control': 'private, no-store' } });
  } catch (thrown) {
    if (!isOperationError(thrown)) throw thrown;
    return withoutWords(thrown.status, thrown.facts.retryAfterSeconds);
  }
}

/** To a program, so without words. What is no token is as missing as one that was ended. */
export function withoutWords(status: number, retryAfterSeconds: number | undefined): Response {
  const headers = {
    'cache-control': 'private, no-store',
    ...(retryAfterSeconds !== undefined && { 'retry-after': String(retryAfterSeconds) }),
  };
  return new Response(null, { status: status === 422 ? 404 : status, headers });
}
