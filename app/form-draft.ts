import type { FormDraft } from '#lib/transport/form-state';
import { keptDraft } from '#lib/transport/page-draft';
import { discardTyped } from './discard-typed';

/** The draft of a form on this page, and how to be rid of it. */
export async function formDraft(form: string): Promise<FormDraft> {
  return { ...(await keptDraft(form)), discard: discardTyped.bind(null, form) };
}
