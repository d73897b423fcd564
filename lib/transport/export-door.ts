import { stringify as printLossless } from 'lossless-json';
import { redirect } from 'next/navigation';
import { isOperationError } from '#lib/errors/operation-error';
import { run } from '#lib/operations/run';
import { exportMe } from '#lib/operations/users/export-me';
import { paths } from '#lib/platform/paths';
import { jsonType } from './answer';
import { portalContext } from './portal-caller';

/** What a browser saves and never shows: a file of somebody's data is no page of ours. */
const fileHeaders = {
  'content-type': jsonType,
  'content-disposition': 'attachment; filename="medisecure-export.json"',
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-store',
};

/** `GET /account/export/file`: the owner's data as a file. Whoever may not have it now goes to the page before it. */
export async function answerExport(): Promise<Response> {
  const file = await exported();
  if (typeof file !== 'string') return redirect(file.instead);
  return new Response(file, { headers: fileHeaders });
}

async function exported(): Promise<string | { instead: string }> {
  try {
    const data = await run(exportMe, {}, await portalContext(exportMe));
    return printLossless(data, undefined, 2) ?? '';
  } catch (thrown) {
    if (!isOperationError(thrown)) throw thrown;
    const mayConfirm = thrown.code === 'insufficient_user_authentication';
    if (!mayConfirm && thrown.status >= 429) throw thrown;
    return { instead: mayConfirm ? paths.account.confirm(paths.account.export) : paths.account.export };
  }
}
