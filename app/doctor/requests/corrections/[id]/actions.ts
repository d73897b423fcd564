'use server';
import { decideAmendment } from '#lib/operations/amendment-requests/decide';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';
import { newerVersion } from '../../../patients/[id]/records/[recordId]/newer-version';

const done = ({ status }: { status: string }) =>
  paths.doctor.requestsDone(status === 'accepted' ? 'accepted' : 'denied', 'corrections');

/** By the form's own choice. */
export async function decide(id: string, _state: FormState, form: FormData): Promise<FormState> {
  return submit(decideAmendment, form, done, { id });
}

export async function deny(id: string, _state: FormState, form: FormData): Promise<FormState> {
  return submit(decideAmendment, form, done, { id, decision: 'denied' });
}

interface CorrectedRecord {
  readonly id: string;
  readonly record_id: string;
  readonly version: number;
}

/** With the version that corrects the record, made of the one that was read. */
export async function correct(
  { id, record_id, version }: CorrectedRecord,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const state = await submit(decideAmendment, form, done, {
    id,
    decision: 'accepted',
    // Of somebody who has been shown another's version, that one.
    expected_version: Number(form.get('expected_version') ?? version),
    restricted: form.get('restricted') === 'true',
  });
  return state.errors?.some(({ code }) => code === 'stale_version') ? newerVersion(record_id, state) : state;
}
