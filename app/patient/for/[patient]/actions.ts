'use server';
import { endCare } from '#lib/operations/care-relationships/end';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function stopLookingAfter(_state: FormState, form: FormData): Promise<FormState> {
  return submit(endCare, form, paths.patient.home);
}
