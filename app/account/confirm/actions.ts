'use server';
import type { FormState } from '#lib/transport/action';
import type { PasskeyQuestion } from '#lib/transport/passkey-question';
import { askForOwnPasskey, confirmWithPasskey } from '#lib/transport/portal-passkey';
import { portalStepUp } from '#lib/transport/portal-step-up';

export async function confirmItIsYou(_state: FormState, form: FormData): Promise<FormState> {
  return portalStepUp(form);
}

export async function beginConfirming(form: FormData): Promise<PasskeyQuestion> {
  return askForOwnPasskey(form);
}

export async function confirmByPasskey(_state: FormState, form: FormData): Promise<FormState> {
  return confirmWithPasskey(form);
}
