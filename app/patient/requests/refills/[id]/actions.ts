'use server';
import { withdrawRefill } from '#lib/operations/refills/withdraw';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function withdraw(id: string, _state: FormState, form: FormData): Promise<FormState> {
  return submit(withdrawRefill, form, paths.patient.requestsDone('withdrawn'), { id });
}
