import type { Temporal } from 'temporal-polyfill';
import type { SessionRow } from '#db/client';
import { OperationError } from '#lib/errors/operation-error';
import type { Actor, UserActor } from '#lib/policy/actor';
import { assuranceRefusal } from '#lib/policy/assurance';
import { effectiveScopes } from '#lib/policy/scopes';
import type { Caller, UserCaller } from './caller';
import type { ErasedDeclaration } from './declaration';

/** The authoritative gate: the live session, its owner's role of today, its scopes and its strength. */
export function admitSession(
  declaration: ErasedDeclaration,
  caller: Caller,
  row: SessionRow | null,
  now: Temporal.Instant,
): Actor {
  // A public operation runs as nobody, whatever its caller carries.
  if (declaration.public) return { kind: 'anonymous' };
  if (caller.kind !== 'user') return caller;
  const actor = userActor(caller, row);
  const { permission } = declaration;
  if (permission && !actor.scopes.includes(permission)) {
    throw new OperationError('insufficient_scope', { scope: permission });
  }
  const { stepUp = 'none', assurance = 'aal2' } = declaration;
  const refusal = assuranceRefusal({ stepUp, assurance }, actor, now);
  if (refusal) throw new OperationError(refusal.code, refusal.facts);
  return actor;
}

function userActor(caller: UserCaller, row: SessionRow | null): UserActor {
  if (!row || row.kind !== caller.door) throw new OperationError('unauthenticated');
  if (caller.user_id !== null && caller.user_id !== row.user_id) throw new OperationError('unauthenticated');
  const issued = row.scopes.filter((scope) => caller.scopes.includes(scope));
  return {
    kind: 'user',
    user_id: row.user_id,
    session_id: row.id,
    door: row.kind,
    role: row.role,
    scopes: effectiveScopes(row.role, issued),
    patient_id: row.patient_id,
    practitioner_id: row.practitioner_id,
    assurance: row.assurance,
    authenticated_at: row.authenticated_at,
    second_factor_at: row.second_factor_at,
    has_confirmed_factor: row.has_confirmed_factor,
  };
}
