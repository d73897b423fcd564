'use server';
import { revealOwnResult } from '#lib/operations/results/reveal';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function reveal(id: string, _state: FormState, form: FormData): Promise<FormState> {
  return submit(revealOwnResult, form, paths.patient.record(id), { id });
}
