'use server';
import type { FormState } from '#lib/transport/form-state';
import { discardKept } from '#lib/transport/page-draft';

export async function discardTyped(draft: string, _state: FormState, form: FormData): Promise<FormState> {
  return discardKept(draft, form);
}
