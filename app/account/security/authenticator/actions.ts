'use server';
import { confirmTotp } from '#lib/operations/auth/confirm-totp';
import { homeOf } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';
import { anybody } from '#lib/transport/page-person';

export async function confirmCode(_state: FormState, form: FormData): Promise<FormState> {
  const { role } = await anybody();
  return submit(confirmTotp, form, homeOf(role));
}
