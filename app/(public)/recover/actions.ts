'use server';
import type { FormState } from '#lib/transport/action';
import { portalRecovery } from '#lib/transport/portal-recovery';

export async function recover(_state: FormState, form: FormData): Promise<FormState> {
  return portalRecovery(form);
}
