import type { Temporal } from 'temporal-polyfill';
import type { ActorContext } from '#db/client';
import type { RunContext } from './caller';
import type { ErasedDeclaration } from './declaration';

/** As whom the transaction is begun. A public operation begins as nobody and may `become` the owner it has proven. */
export function actorContext(
  declaration: ErasedDeclaration,
  { caller, request }: RunContext,
  now: Temporal.Instant,
): ActorContext {
  const facts = { now, requestId: request.requestId };
  if (declaration.public || caller.kind === 'anonymous') return { kind: 'anonymous', ...facts };
  if (caller.kind === 'system') return { kind: 'system', job: caller.job, ...facts };
  return { kind: 'user', session: caller.session, ...facts };
}
