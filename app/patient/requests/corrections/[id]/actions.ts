'use server';
import { disagreeWithAmendment } from '#lib/operations/amendment-requests/disagree';
import { withdrawAmendment } from '#lib/operations/amendment-requests/withdraw';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function withdraw(id: string, _state: FormState, form: FormData): Promise<FormState> {
  return submit(withdrawAmendment, form, paths.patient.requestsDone('withdrawn'), { id });
}

export async function disagree(id: string, _state: FormState, form: FormData): Promise<FormState> {
  return submit(disagreeWithAmendment, form, paths.patient.requestsDone('disagreed'), { id });
}
