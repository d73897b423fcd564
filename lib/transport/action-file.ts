import { largestFormFileBytes } from '#lib/domain/file-size';
import { invalidField } from '#lib/errors/operation-error';
import type { Operation } from '#lib/operations/define';
import { type FormState, submit } from './action';
import { formErrors } from './form-errors';
import { shownAgain } from './form-input';

const field = 'content';
const longestName = 255;

/** A form with one file in its field `content`, into an operation that takes its bytes and its name. */
export async function submitFile<In, Out>(
  operation: Operation<In, Out>,
  form: FormData,
  to?: string | ((output: Out) => string),
  more: Readonly<Record<string, unknown>> = {},
): Promise<FormState> {
  const file = form instanceof FormData ? form.get(field) : null;
  if (!(file instanceof File)) return submit(operation, form, to, { [field]: new Uint8Array(), ...more });
  if (file.size > largestFormFileBytes) {
    return formErrors(invalidField(field, 'file_too_large', 'Too large'), shownAgain(form));
  }
  const content = new Uint8Array(await file.arrayBuffer());
  return submit(operation, form, to, { [field]: content, ...more });
}

/** What the sender's device calls the file; nothing where it has no name. */
export function fileName(form: FormData): { file_name?: string } {
  const file = form.get(field);
  const name = file instanceof File ? [...file.name].slice(0, longestName).join('') : '';
  return name === '' ? {} : { file_name: name };
}
