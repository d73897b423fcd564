'use server';
import { discardDraft } from '#lib/operations/drafts/discard';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';
import { pageToReturnTo } from '#lib/transport/sign-in-again';

/** The same page once more, with nothing typed. */
export async function discardTyped(draft: string, _state: FormState, form: FormData): Promise<FormState> {
  return submit(discardDraft, form, (await pageToReturnTo()) ?? paths.home, { form: draft });
}
