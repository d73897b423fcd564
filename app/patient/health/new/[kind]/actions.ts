'use server';
import { reportRecord } from '#lib/operations/records/report';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function report(kind: string, _state: FormState, form: FormData): Promise<FormState> {
  return submit(reportRecord, form, paths.patient.healthOf({ done: 'added' }), { kind });
}
