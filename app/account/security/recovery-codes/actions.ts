'use server';
import { redirect } from 'next/navigation';
import { makeRecoveryCodes } from '#lib/operations/recovery-codes/make';
import { paths, safeNext } from '#lib/platform/paths';
import { attempt, type FormState } from '#lib/transport/action';
import { forgetRecoveryCodes, keepRecoveryCodes } from '#lib/transport/page-codes';

export async function makeCodes(_state: FormState, form: FormData): Promise<FormState> {
  const outcome = await attempt(makeRecoveryCodes, form);
  if ('state' in outcome) return outcome.state;
  await keepRecoveryCodes(outcome.output.recovery_codes);
  return redirect(paths.account.recoveryCodes);
}

/** Their owner has them: this browser forgets. */
export async function haveCodes(_state: FormState, form: FormData): Promise<FormState> {
  await forgetRecoveryCodes();
  return redirect(safeNext(form.get('next')?.toString()) ?? paths.account.security);
}
