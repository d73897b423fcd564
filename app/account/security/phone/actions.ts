'use server';
import { redirect } from 'next/navigation';
import { removeFactor } from '#lib/operations/factors/remove';
import { renameFactor } from '#lib/operations/factors/rename';
import { confirmPhone } from '#lib/operations/phones/confirm';
import { setupPhone } from '#lib/operations/phones/setup';
import { paths } from '#lib/platform/paths';
import { attempt, type FormState, submit } from '#lib/transport/action';
import { keepRecoveryCodes } from '#lib/transport/page-codes';

/** Back to the page, which asks for the code that is on its way. */
export async function sendFirstCode(_state: FormState, form: FormData): Promise<FormState> {
  return submit(setupPhone, form, paths.account.phone);
}

/** Where codes on paper came with it, their page is next. */
export async function confirmNumber(_state: FormState, form: FormData): Promise<FormState> {
  const outcome = await attempt(confirmPhone, form);
  if ('state' in outcome) return outcome.state;
  const done = paths.account.phoneDone('added');
  if (outcome.output.recovery_codes.length === 0) return redirect(done);
  await keepRecoveryCodes(outcome.output.recovery_codes);
  return redirect(paths.account.recoveryCodesThen(done));
}

export async function rename(_state: FormState, form: FormData): Promise<FormState> {
  return submit(renameFactor, form, paths.account.phoneDone('renamed'));
}

export async function remove(_state: FormState, form: FormData): Promise<FormState> {
  return submit(removeFactor, form, paths.account.phoneDone('removed'));
}
