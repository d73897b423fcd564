import { withActor } from '#db/client';
import { appendEvent } from '#lib/audit/append';
import type { OperationError } from '#lib/errors/operation-error';
import { actorContext } from './actor-context';
import type { ErasedDeclaration } from './declaration';
import { eventOf } from './event';
import type { KernelContext } from './transaction';

/**
 * A refusal's event, in a transaction of its own because the run's was rolled back. Signed-in actors always; strangers
 * only where the operation names its refusal (sign-in). Counted and logged instead: 429, 5xx, a dead session, and
 * input that never reached the policy.
 */
export async function recordRefusal(
  declaration: ErasedDeclaration,
  context: KernelContext,
  error: OperationError,
): Promise<void> {
  if (context.trace.recorded || !isAudited(declaration, context, error)) return;
  const actor = actorContext(declaration, context, context.clock.now());
  await withActor(actor, async (tx, session) => {
    if (session) context.trace.notes.user_id ??= session.user_id;
    await appendEvent(
      tx,
      eventOf(declaration, context, context.trace, { status: error.status, reasonCode: error.code }),
    );
  });
}

function isAudited(
  declaration: ErasedDeclaration,
  { caller, trace }: KernelContext,
  error: OperationError,
): boolean {
  if (error.status === 429 || error.status >= 500 || error.code === 'unauthenticated') return false;
  if (error.code === 'validation_failed' && !trace.parsed) return false;
  const known = caller.kind !== 'anonymous' && !declaration.public;
  return known || declaration.audit.refused !== undefined;
}
