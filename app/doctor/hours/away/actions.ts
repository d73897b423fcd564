'use server';
import { createAbsence } from '#lib/operations/absences/create';
import { removeAbsence } from '#lib/operations/absences/remove';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function addAbsence(_state: FormState, form: FormData): Promise<FormState> {
  return submit(createAbsence, form, paths.doctor.awayDone('added'));
}

export async function takeBackAbsence(_state: FormState, form: FormData): Promise<FormState> {
  return submit(removeAbsence, form, paths.doctor.awayDone('removed'));
}
