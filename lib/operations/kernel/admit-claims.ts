import { OperationError } from '#lib/errors/operation-error';
import { jobMay } from '#lib/policy/jobs';
import type { Caller } from './caller';
import type { ErasedDeclaration } from './declaration';

/** The first gate, before the input is parsed: what the token, cookie or job claims. The session row has the last word. */
export function admitClaims(declaration: ErasedDeclaration, caller: Caller): void {
  const { permission } = declaration;
  if (declaration.public && !permission) return;
  if (!permission) throw new Error(`${declaration.name} has no permission`);
  if (caller.kind === 'anonymous') throw new OperationError('unauthenticated');
  if (caller.kind === 'user') {
    if (!caller.scopes.includes(permission))
      throw new OperationError('insufficient_scope', { scope: permission });
    return;
  }
  const called = declaration.jobs?.includes(caller.job) ?? false;
  if (!called || !jobMay(caller.job, permission)) throw new OperationError('forbidden');
}
