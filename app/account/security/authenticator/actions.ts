'use server';
import { redirect } from 'next/navigation';
import { confirmTotp } from '#lib/operations/auth/confirm-totp';
import { setupTotp } from '#lib/operations/auth/setup-totp';
import { removeFactor } from '#lib/operations/factors/remove';
import { homeOf, paths } from '#lib/platform/paths';
import { attempt, type FormState, submit } from '#lib/transport/action';
import { keepRecoveryCodes } from '#lib/transport/page-codes';
import { anybody } from '#lib/transport/page-person';

/** Back to the page, which shows what was begun. */
export async function beginSetup(_state: FormState, form: FormData): Promise<FormState> {
  return submit(setupTotp, form, paths.account.authenticator);
}

/** On to the recovery codes that come with it, and from there, for whoever could do nothing else, to their portal. */
export async function confirmCode(_state: FormState, form: FormData): Promise<FormState> {
  const { role, must_enrol } = await anybody();
  const outcome = await attempt(confirmTotp, form);
  if ('state' in outcome) return outcome.state;
  await keepRecoveryCodes(outcome.output.recovery_codes);
  return redirect(must_enrol ? paths.account.recoveryCodesThen(homeOf(role)) : paths.account.recoveryCodes);
}

export async function remove(_state: FormState, form: FormData): Promise<FormState> {
  return submit(removeFactor, form, paths.account.securityDone('factor_removed'));
}
