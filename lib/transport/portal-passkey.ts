import { redirect } from 'next/navigation';
import { forgetSecondFactorOwed, secondFactorOwed } from '#lib/auth/portal/second-factor-cookie';
import { beginPasskeySecondFactor } from '#lib/operations/auth/begin-passkey-second-factor';
import { beginPasskeySignIn } from '#lib/operations/auth/begin-passkey-sign-in';
import { portalPasskeySecondFactor } from '#lib/operations/auth/portal-passkey-second-factor';
import { portalPasskeySignIn } from '#lib/operations/auth/portal-passkey-sign-in';
import { paths } from '#lib/platform/paths';
import type { FormState } from './form-state';
import { beginPasskey, finishPasskey } from './passkey-form';
import type { PasskeyQuestion } from './passkey-question';
import { enter, nextOf } from './portal-sign-in';

export async function askForPasskey(form: FormData): Promise<PasskeyQuestion> {
  const begun = await beginPasskey(beginPasskeySignIn, form);
  return 'output' in begun ? { get: begun.output } : begun;
}

/** `response` and `next` of a form. Goes on to the portal. */
export async function signInWithPasskey(form: FormData): Promise<FormState> {
  const outcome = await finishPasskey(portalPasskeySignIn, form);
  return 'state' in outcome ? outcome.state : enter(outcome.output.ticket, nextOf(form));
}

/** After the password, which a cookie of its own proves. */
export async function askForSecondPasskey(form: FormData): Promise<PasskeyQuestion> {
  const owed = await secondFactorOwed();
  if (!owed) return redirect(paths.signInAgain('too_slow', nextOf(form)));
  const begun = await beginPasskey(beginPasskeySecondFactor, form, { mfa_token: owed.token });
  return 'output' in begun ? { get: begun.output } : begun;
}

/** `response`, `trust_device` and `next` of a form. */
export async function answerWithPasskey(form: FormData): Promise<FormState> {
  const owed = await secondFactorOwed();
  if (!owed) return redirect(paths.signInAgain('too_slow', nextOf(form)));
  const outcome = await finishPasskey(portalPasskeySecondFactor, form, ['trust_device'], {
    mfa_token: owed.token,
  });
  if ('state' in outcome) return outcome.state;
  await forgetSecondFactorOwed();
  return enter(outcome.output.ticket, nextOf(form));
}
