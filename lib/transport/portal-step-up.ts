import { redirect } from 'next/navigation';
import { rewritePortalSecret } from '#lib/auth/portal/session';
import { beginPasskeyStepUp } from '#lib/operations/auth/begin-passkey-step-up';
import { stepUp } from '#lib/operations/auth/step-up';
import { stepUpPasskey } from '#lib/operations/auth/step-up-passkey';
import { sendStepUpCode } from '#lib/operations/phones/send-step-up-code';
import { homeOf, paths } from '#lib/platform/paths';
import { attempt, submit } from './action';
import type { FormState } from './form-state';
import { anybody } from './page-person';
import { beginPasskey, finishPasskey } from './passkey-form';
import type { PasskeyQuestion } from './passkey-question';
import { nextOf } from './portal-sign-in';

/** `method`, `code` or `password`, and `next` of a form. Goes on to what was to be protected. */
export async function portalStepUp(form: FormData): Promise<FormState> {
  const next = await whereTo(form);
  if (form instanceof FormData) form.delete('next');
  const outcome = await attempt(stepUp, form);
  return 'state' in outcome ? outcome.state : goOn(outcome.output.secret, next);
}

/** `next` of a form. A code to the phone, and back to where it is typed. */
export async function sendConfirmingCode(form: FormData): Promise<FormState> {
  const next = nextOf(form);
  if (form instanceof FormData) form.delete('next');
  return submit(sendStepUpCode, form, paths.account.confirmSent(next));
}

export async function askForStepUp(form: FormData): Promise<PasskeyQuestion> {
  const begun = await beginPasskey(beginPasskeyStepUp, form);
  return 'output' in begun ? { get: begun.output } : begun;
}

/** `response` and `next` of a form. */
export async function stepUpWithPasskey(form: FormData): Promise<FormState> {
  const next = await whereTo(form);
  const outcome = await finishPasskey(stepUpPasskey, form);
  return 'state' in outcome ? outcome.state : goOn(outcome.output.secret, next);
}

/** Asked before the proof: after it the secret that came with this request opens nothing any more. */
async function whereTo(form: FormData): Promise<string> {
  const { role } = await anybody();
  return nextOf(form) ?? homeOf(role);
}

async function goOn(secret: string | null, next: string): Promise<never> {
  await rewritePortalSecret(secret);
  return redirect(next);
}
