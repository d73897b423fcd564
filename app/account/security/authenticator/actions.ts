'use server';
import { confirmTotp } from '#lib/operations/auth/confirm-totp';
import { setupTotp } from '#lib/operations/auth/setup-totp';
import { homeOf, paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';
import { anybody } from '#lib/transport/page-person';

/** Back to the page, which shows what was begun. */
export async function beginSetup(_state: FormState, form: FormData): Promise<FormState> {
  return submit(setupTotp, form, paths.account.authenticator);
}

/** Whoever could do nothing else goes on to their portal. */
export async function confirmCode(_state: FormState, form: FormData): Promise<FormState> {
  const { role, must_enrol } = await anybody();
  return submit(confirmTotp, form, must_enrol ? homeOf(role) : paths.account.securityDone('enrolled'));
}
