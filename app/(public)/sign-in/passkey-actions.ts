'use server';
import type { FormState } from '#lib/transport/action';
import type { PasskeyQuestion } from '#lib/transport/passkey-question';
import {
  answerWithPasskey,
  askForPasskey,
  askForSecondPasskey,
  signInWithPasskey,
} from '#lib/transport/portal-passkey';

export async function beginSignIn(form: FormData): Promise<PasskeyQuestion> {
  return askForPasskey(form);
}

export async function finishSignIn(_state: FormState, form: FormData): Promise<FormState> {
  return signInWithPasskey(form);
}

export async function beginSecondFactor(form: FormData): Promise<PasskeyQuestion> {
  return askForSecondPasskey(form);
}

export async function finishSecondFactor(_state: FormState, form: FormData): Promise<FormState> {
  return answerWithPasskey(form);
}
