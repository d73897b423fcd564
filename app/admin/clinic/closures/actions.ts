'use server';
import { createClosure } from '#lib/operations/closures/create';
import { removeClosure } from '#lib/operations/closures/remove';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function addClosure(
  clinicId: string,
  site: string | undefined,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(createClosure, form, paths.admin.closures({ site, done: 'added' }), { clinic_id: clinicId });
}

export async function takeBackClosure(
  site: string | undefined,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(removeClosure, form, paths.admin.closures({ site, done: 'removed' }));
}
