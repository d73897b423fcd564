import { notFound } from 'next/navigation';
import { isOperationError } from '#lib/errors/operation-error';
import type { Operation } from '#lib/operations/define';
import { discardDraft } from '#lib/operations/drafts/discard';
import { draftForm } from '#lib/operations/drafts/draft-fields';
import { getDraft } from '#lib/operations/drafts/get';
import { saveDraft } from '#lib/operations/drafts/save';
import { run } from '#lib/operations/run';
import { log } from '#lib/platform/log';
import { draftField, type FormDraft } from './form-state';
import { query } from './page';
import { portalContext } from './portal-caller';

/** What its reader has typed into a form of this page before and not sent. */
export async function keptDraft(form: string): Promise<Pick<FormDraft, 'form' | 'values'>> {
  // It holds what stands in the page's address, which may be anything.
  if (!draftForm.safeParse(form).success) notFound();
  const { draft } = await query(getDraft, { form });
  const values = draft && Object.fromEntries(draft.fields.map(({ name, value }) => [name, value]));
  return { form, values };
}

/** Before its sender is led away to prove who they are: what they have typed waits for them. */
export async function keepDraft(form: FormData): Promise<void> {
  const fields = [...form].flatMap(([name, value]) =>
    typeof value === 'string' && !name.startsWith('$') ? [{ name, value }] : [],
  );
  await withDraft(form, saveDraft, { fields });
}

/** It was sent. */
export async function forgetDraft(form: FormData): Promise<void> {
  await withDraft(form, discardDraft, {});
}

/** Of a form that keeps one. What was asked for has its own answer, which a draft that cannot be kept does not change. */
async function withDraft<In>(form: FormData, operation: Operation<In>, input: object): Promise<void> {
  const name = form.get(draftField);
  if (typeof name !== 'string') return;
  try {
    await run(operation as Operation, { ...input, form: name }, await portalContext(operation as Operation));
  } catch (thrown) {
    if (!isOperationError(thrown)) throw thrown;
    log().warn('draft_left', { operation: operation.name, reason: thrown.code });
  }
}
