import { redirect } from 'next/navigation';
import { isOperationError, OperationError } from '#lib/errors/operation-error';
import type { Operation } from '#lib/operations/define';
import { run } from '#lib/operations/run';
import { paths } from '#lib/platform/paths';
import { forgetDraft, keepDraft } from './draft';
import { formErrors } from './form-errors';
import { formInput, shownAgain } from './form-input';
import { isOfAnother } from './form-person';
import { otherPerson, sessionEnded } from './form-refusals';
import type { FormState } from './form-state';
import { portalContext } from './portal-caller';
import { pageToReturnTo } from './sign-in-again';

export type { FormState } from './form-state';

type Outcome<Out> = { readonly output: Out } | { readonly state: FormState };

/**
 * A form into an operation: on success to the address that `to` gives, or back to the form, which says that it is done.
 * `more` adds to the fields what the form does not hold, such as an id that the page has bound.
 */
export async function submit<In, Out>(
  operation: Operation<In, Out>,
  form: FormData,
  to?: string | ((output: Out) => string),
  more: Readonly<Record<string, unknown>> = {},
): Promise<FormState> {
  const outcome = await attempt(operation, form, more);
  if ('state' in outcome) return outcome.state;
  if (to === undefined) return { status: 'done' };
  return redirect(typeof to === 'string' ? to : to(outcome.output));
}

/** The same, for an action that does something with the answer itself (a cookie, a code to show once). */
export async function attempt<In, Out>(
  operation: Operation<In, Out>,
  form: FormData,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Outcome<Out>> {
  try {
    if (!(form instanceof FormData)) throw new OperationError('malformed_request');
    const isOwn = operation.declaration.public || !(await isOfAnother(form));
    if (!isOwn) return { state: await otherPerson(shownAgain(form)) };
    const input = { ...formInput(form), ...more };
    const output = await run(operation, input, await portalContext(operation));
    await forgetDraft(form);
    return { output };
  } catch (thrown) {
    if (!isOperationError(thrown)) throw thrown;
    if (thrown.code === 'unauthenticated') return { state: await sessionEnded(shownAgain(form)) };
    if (thrown.code === 'insufficient_user_authentication') {
      await keepDraft(form);
      return redirect(paths.account.confirm(await pageToReturnTo()));
    }
    return { state: await formErrors(thrown, form instanceof FormData ? shownAgain(form) : {}) };
  }
}
