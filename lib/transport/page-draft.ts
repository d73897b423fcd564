import { notFound } from 'next/navigation';
import { discardDraft } from '#lib/operations/drafts/discard';
import { draftForm } from '#lib/operations/drafts/draft-fields';
import { getDraft } from '#lib/operations/drafts/get';
import { paths } from '#lib/platform/paths';
import { submit } from './action';
import type { FormDraft, FormState } from './form-state';
import { query } from './page';
import { pageToReturnTo } from './sign-in-again';

/** What its reader has typed into a form of this page before and not sent. */
export async function keptDraft(form: string): Promise<Pick<FormDraft, 'form' | 'values'>> {
  // It holds what stands in the page's address, which may be anything.
  if (!draftForm.safeParse(form).success) notFound();
  const { draft } = await query(getDraft, { form });
  const values = draft && Object.fromEntries(draft.fields.map(({ name, value }) => [name, value]));
  return { form, values };
}

/** The same page once more, with nothing typed. */
export async function discardKept(draft: string, form: FormData): Promise<FormState> {
  return submit(discardDraft, form, (await pageToReturnTo()) ?? paths.home, { form: draft });
}
