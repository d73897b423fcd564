'use server';
import type { FormState } from '#lib/transport/action';
import { portalSecondFactor, portalSignIn, sendCode } from '#lib/transport/portal-sign-in';

export async function signIn(_state: FormState, form: FormData): Promise<FormState> {
  return portalSignIn(form);
}

export async function answerSecondFactor(_state: FormState, form: FormData): Promise<FormState> {
  return portalSecondFactor(form);
}

export async function textMeACode(_state: FormState, form: FormData): Promise<FormState> {
  return sendCode(form);
}
