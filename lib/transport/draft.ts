import { isOperationError } from '#lib/errors/operation-error';
import type { Operation } from '#lib/operations/define';
import { discardDraft } from '#lib/operations/drafts/discard';
import { saveDraft } from '#lib/operations/drafts/save';
import { run } from '#lib/operations/run';
import { log } from '#lib/platform/log';
import { draftField } from './form-state';
import { portalContext } from './portal-caller';

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
