'use server';
import { requestRefill } from '#lib/operations/refills/request';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function askRefill(recordId: string, _state: FormState, form: FormData): Promise<FormState> {
  return submit(requestRefill, form, paths.patient.requestsDone('asked'), { record_id: recordId });
}
