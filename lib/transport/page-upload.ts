import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { Operation } from '#lib/operations/define';
import type { UploadContent } from '#lib/operations/imports/upload-content';
import { attempt, type FormState } from './action';
import { inPieces } from './upload-pieces';

/** A form with a file into an operation. What is wrong with the file is told with the place in it. */
export async function submitUpload<In extends { content: UploadContent }, Out>(
  operation: Operation<In, Out>,
  form: FormData,
  to: (output: Out) => string,
): Promise<FormState> {
  const file = form.get('file');
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  const outcome = await attempt(operation, form, { content: inPieces(bytes) });
  if ('output' in outcome) return redirect(to(outcome.output));
  return { ...outcome.state, errors: await placed(outcome.state.errors ?? []) };
}

type Errors = NonNullable<FormState['errors']>;

const ofFile = /^(?:Bundle|Resource)/;

async function placed(errors: Errors): Promise<Errors> {
  const t = await getTranslations('imports');
  return errors.map((error) => {
    if (!ofFile.test(error.path)) return error;
    const key = `issue.${error.code as 'invalid'}` as const;
    const sentence = t.has(key) ? t(key) : error.message;
    return { ...error, path: 'file', message: t('at', { place: error.path, sentence }) };
  });
}
