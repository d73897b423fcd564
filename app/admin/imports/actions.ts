'use server';
import { cancelImport } from '#lib/operations/imports/cancel';
import { createClinicImport } from '#lib/operations/imports/create-for-clinic';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';
import { submitUpload } from '#lib/transport/page-upload';

export async function startImport(_state: FormState, form: FormData): Promise<FormState> {
  return submitUpload(createClinicImport, form, ({ id }) => paths.admin.import(id));
}

export async function stopImport(id: string, _state: FormState, form: FormData): Promise<FormState> {
  return submit(cancelImport, form, paths.admin.import(id), { id });
}
