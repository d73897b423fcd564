'use server';
import type { FormState } from '#lib/transport/action';
import type { PasskeyQuestion } from '#lib/transport/passkey-question';
import {
  askForStepUp,
  portalStepUp,
  sendConfirmingCode,
  stepUpWithPasskey,
} from '#lib/transport/portal-step-up';

export async function confirmItIsYou(_state: FormState, form: FormData): Promise<FormState> {
  return portalStepUp(form);
}

export async function beginConfirming(form: FormData): Promise<PasskeyQuestion> {
  return askForStepUp(form);
}

export async function confirmWithPasskey(_state: FormState, form: FormData): Promise<FormState> {
  return stepUpWithPasskey(form);
}

export async function textMeACode(_state: FormState, form: FormData): Promise<FormState> {
  return sendConfirmingCode(form);
}
