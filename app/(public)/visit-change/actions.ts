'use server';
import { cancelVisitByLink } from '#lib/operations/appointments/cancel-by-link';
import { confirmVisitByLink } from '#lib/operations/appointments/confirm-by-link';
import { moveVisitByLink } from '#lib/operations/appointments/move-by-link';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function cancelVisit(_state: FormState, form: FormData): Promise<FormState> {
  return submit(cancelVisitByLink, form, paths.visitChangeDone('cancelled'));
}

export async function moveVisit(_state: FormState, form: FormData): Promise<FormState> {
  return submit(moveVisitByLink, form, paths.visitChangeDone('moved'));
}

export async function confirmVisit(_state: FormState, form: FormData): Promise<FormState> {
  return submit(confirmVisitByLink, form, paths.visitChangeDone('confirmed'));
}
