import { OperationError } from '#lib/errors/operation-error';
import type { UserActor } from '#lib/policy/actor';
import { decide } from '#lib/policy/decide';
import type { Subject } from '#lib/policy/subject';

const scope = 'read:appointments';

/** Visits have a permission of their own: whoever may read the records does not yet see them. */
export const mayReadVisits = (actor: UserActor, subject: Subject): boolean =>
  decide(actor, scope, subject).allowed;

/** @throws OperationError `insufficient_scope` */
export function requireVisits(actor: UserActor, subject: Subject): void {
  if (!mayReadVisits(actor, subject)) throw new OperationError('insufficient_scope', { scope });
}
