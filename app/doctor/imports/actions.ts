'use server';
import { cancelImport } from '#lib/operations/imports/cancel';
import { createImport } from '#lib/operations/imports/create';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';
import { submitUpload } from '#lib/transport/page-upload';

export async function startImport(_state: FormState, form: FormData): Promise<FormState> {
  return submitUpload(createImport, form, ({ id }) => paths.doctor.import(id));
}

export async function stopImport(id: string, _state: FormState, form: FormData): Promise<FormState> {
  return submit(cancelImport, form, paths.doctor.import(id), { id });
}
