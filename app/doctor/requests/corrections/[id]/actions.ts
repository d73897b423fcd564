'use server';
import { decideAmendment } from '#lib/operations/amendment-requests/decide';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

const done = ({ status }: { status: string }) =>
  paths.doctor.requestsDone(status === 'accepted' ? 'accepted' : 'denied', 'corrections');

/** By the form's own choice. */
export async function decide(id: string, _state: FormState, form: FormData): Promise<FormState> {
  return submit(decideAmendment, form, done, { id });
}

export async function deny(id: string, _state: FormState, form: FormData): Promise<FormState> {
  return submit(decideAmendment, form, done, { id, decision: 'denied' });
}

/** With the version that corrects the record, made of the one that was read. */
export async function correct(
  { id, version }: { readonly id: string; readonly version: number },
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(decideAmendment, form, done, { id, decision: 'accepted', expected_version: version });
}
