'use server';
import { redirect } from 'next/navigation';
import { removeFactor } from '#lib/operations/factors/remove';
import { renameFactor } from '#lib/operations/factors/rename';
import { beginPasskeyRegistration } from '#lib/operations/passkeys/begin-registration';
import { registerPasskey } from '#lib/operations/passkeys/register';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';
import { beginPasskey, finishPasskey } from '#lib/transport/passkey-form';
import type { PasskeyQuestion } from '#lib/transport/passkey-question';

export async function beginAdding(form: FormData): Promise<PasskeyQuestion> {
  const begun = await beginPasskey(beginPasskeyRegistration, form);
  return 'output' in begun ? { create: begun.output } : begun;
}

/** On to what protects the account now, which says what is missing if this one is lost. */
export async function finishAdding(_state: FormState, form: FormData): Promise<FormState> {
  const outcome = await finishPasskey(registerPasskey, form, ['name']);
  if ('state' in outcome) return outcome.state;
  return redirect(paths.account.securityDone('passkey_added'));
}

export async function rename(_state: FormState, form: FormData): Promise<FormState> {
  return submit(renameFactor, form, paths.account.passkeysDone('renamed'));
}

export async function remove(_state: FormState, form: FormData): Promise<FormState> {
  return submit(removeFactor, form, paths.account.passkeysDone('removed'));
}
