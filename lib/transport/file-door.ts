import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { isOperationError, type OperationError } from '#lib/errors/operation-error';
import { openDocument } from '#lib/operations/documents/open';
import { getPicture } from '#lib/operations/pictures/get';
import { run } from '#lib/operations/run';
import { paths } from '#lib/platform/paths';
import { asDownload, asPicture, asPreview } from './file-answer';
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

async function answer({ params }: Context, file: (id: string) => Promise<FileAnswer>): Promise<Response> {
  const { id } = await params;
  const found = await file(id).catch((thrown: unknown) => {
    if (!isOperationError(thrown)) throw thrown;
    return thrown;
  });
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
