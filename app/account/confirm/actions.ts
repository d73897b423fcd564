'use server';
import type { FormState } from '#lib/transport/action';
import { portalStepUp } from '#lib/transport/portal-step-up';

export async function confirmItIsYou(_state: FormState, form: FormData): Promise<FormState> {
  return portalStepUp(form);
}
