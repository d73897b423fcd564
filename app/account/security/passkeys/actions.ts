'use server';
import { redirect } from 'next/navigation';
import { removeFactor } from '#lib/operations/factors/remove';
import { renameFactor } from '#lib/operations/factors/rename';
import { beginPasskeyRegistration } from '#lib/operations/passkeys/begin-registration';
import { registerPasskey } from '#lib/operations/passkeys/register';
import { homeOf, paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';
import { anybody } from '#lib/transport/page-person';
import { beginPasskey, finishPasskey } from '#lib/transport/passkey-form';
import type { PasskeyQuestion } from '#lib/transport/passkey-question';

export async function beginAdding(form: FormData): Promise<PasskeyQuestion> {
  const begun = await beginPasskey(beginPasskeyRegistration, form);
  return 'output' in begun ? { create: begun.output } : begun;
}

/** Whoever could do nothing else goes on to their portal. */
export async function finishAdding(_state: FormState, form: FormData): Promise<FormState> {
  const { role, must_enrol } = await anybody();
  const outcome = await finishPasskey(registerPasskey, form, ['name']);
  if ('state' in outcome) return outcome.state;
  return redirect(must_enrol ? homeOf(role) : paths.account.passkeysDone('added'));
}

export async function rename(_state: FormState, form: FormData): Promise<FormState> {
  return submit(renameFactor, form, paths.account.passkeysDone('renamed'));
}

export async function remove(_state: FormState, form: FormData): Promise<FormState> {
  return submit(removeFactor, form, paths.account.passkeysDone('removed'));
}
