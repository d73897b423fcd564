import { forbidden, notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { isOperationError, type OperationError } from '#lib/errors/operation-error';
import type { Operation } from '#lib/operations/define';
import { run } from '#lib/operations/run';
import { paths } from '#lib/platform/paths';
import { portalContext } from './portal-caller';
import { signInAgain } from './sign-in-again';

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

async function turnAway(error: OperationError): Promise<never> {
  const isAddress = error.code === 'validation_failed' && hasBadId(error);
  if (error.code === 'not_found' || isAddress) notFound();
  if (error.code === 'unauthenticated') return signInAgain('expired');
  if (error.code === 'insufficient_user_authentication') return signInAgain('step_up');
  if (error.code === 'mfa_enrolment_required') redirect(paths.account.authenticator);
  if (error.status === 403) forbidden();
  throw error;
}

/** An id in an address that is no id is as missing as any other. */
const hasBadId = ({ facts }: OperationError) =>
  facts.errors?.some(({ path }) => path === 'id' || path.endsWith('_id')) ?? false;
