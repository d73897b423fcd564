'use server';
import { acceptCarerInvitation } from '#lib/operations/care-relationships/accept-invitation';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function accept(_state: FormState, form: FormData): Promise<FormState> {
  return submit(acceptCarerInvitation, form, paths.patient.home);
}
