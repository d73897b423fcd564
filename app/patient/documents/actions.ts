'use server';
import { uploadOwnDocument } from '#lib/operations/documents/upload-own';
import { paths } from '#lib/platform/paths';
import type { FormState } from '#lib/transport/action';
import { fileName, submitFile } from '#lib/transport/action-file';

export async function addOwnDocument(_state: FormState, form: FormData): Promise<FormState> {
  return submitFile(uploadOwnDocument, form, paths.patient.documentsOf({ done: 'added' }), fileName(form));
}
