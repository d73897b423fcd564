'use server';
import { uploadDocument } from '#lib/operations/documents/upload';
import { paths } from '#lib/platform/paths';
import type { FormState } from '#lib/transport/action';
import { fileName, submitFile } from '#lib/transport/action-file';

export async function addDocument(patientId: string, _state: FormState, form: FormData): Promise<FormState> {
  const done = paths.doctor.documents(patientId, { done: 'added' });
  return submitFile(uploadDocument, form, done, { patient_id: patientId, ...fileName(form) });
}
