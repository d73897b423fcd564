'use server';
import { changeCareEnd } from '#lib/operations/care-relationships/change-end';
import { endCare } from '#lib/operations/care-relationships/end';
import { withdrawCarerInvitation } from '#lib/operations/care-relationships/withdraw-invitation';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function endAccess(_state: FormState, form: FormData): Promise<FormState> {
  return submit(endCare, form, paths.patient.sharingDone('ended'));
}

export async function changeEnd(_state: FormState, form: FormData): Promise<FormState> {
  return submit(changeCareEnd, form, paths.patient.sharingDone('changed'));
}

export async function withdraw(_state: FormState, form: FormData): Promise<FormState> {
  return submit(withdrawCarerInvitation, form, paths.patient.sharingDone('withdrawn'));
}
