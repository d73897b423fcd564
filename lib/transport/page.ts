import { forbidden, notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { isOperationError, type OperationError } from '#lib/errors/operation-error';
import type { Operation } from '#lib/operations/define';
import { run } from '#lib/operations/run';
import { paths } from '#lib/platform/paths';
import { fieldErrors } from './form-errors';
import type { FieldError } from './form-state';
import { portalContext } from './portal-caller';
import { pageToReturnTo, signInAgain, whyEnded } from './sign-in-again';

// One run, and so one audit event, for all the parts of a page that ask the same. React compares arguments by
// identity, hence the text.
const runOnce = cache(async (operation: Operation, input: string): Promise<unknown> => {
  try {
    return await run(operation, JSON.parse(input), await portalContext(operation));
  } catch (thrown) {
    if (isOperationError(thrown)) return turnAway(thrown);
    throw thrown;
  }
});

/** What a page shows: the operation's answer, or the page that says why there is none. */
export async function query<In, Out>(operation: Operation<In, Out>, input: NoInfer<In>): Promise<Out> {
  return (await runOnce(operation, JSON.stringify(input ?? {}))) as Out;
}

/**
 * The same for what somebody has typed into a filter or a search: where the operation does not take it, `none` is found
 * and the page says what is wrong.
 */
export async function found<In, Out>(
  operation: Operation<In, Out>,
  input: NoInfer<In>,
  none: NoInfer<Out>,
): Promise<{ output: Out; faults: readonly FieldError[] }> {
  try {
    return { output: await query(operation, input), faults: [] };
  } catch (thrown) {
    if (!isOperationError(thrown) || thrown.code !== 'validation_failed') throw thrown;
    return { output: none, faults: await fieldErrors(thrown) };
  }
}

/** A list in which nothing was found. */
export const nothingListed = { items: [], page: 1, page_size: 1, total: 0, pages: 0 };

async function turnAway(error: OperationError): Promise<never> {
  const isAddress = error.code === 'validation_failed' && hasBadId(error);
  if (error.code === 'not_found' || isAddress) notFound();
  if (error.code === 'unauthenticated') return signInAgain(await whyEnded());
  if (error.code === 'insufficient_user_authentication')
    return redirect(paths.account.confirm(await pageToReturnTo()));
  if (error.code === 'mfa_enrolment_required') redirect(paths.account.authenticator);
  if (error.status === 403) forbidden();
  throw error;
}

/** An id in an address that is no id is as missing as any other. */
const hasBadId = ({ facts }: OperationError) =>
  facts.errors?.some(({ path }) => path === 'id' || path.endsWith('_id')) ?? false;
