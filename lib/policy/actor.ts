import type { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import type { SystemJob } from './jobs';
import type { Role } from './roles';
import type { Scope } from './scopes';

/** A person with a live session, as the database said at the start of this transaction. */
export interface UserActor {
  readonly kind: 'user';
  readonly user_id: Id<'users'>;
  readonly session_id: Id<'sessions'>;
  readonly door: 'portal' | 'api';
  readonly role: Role;
  readonly scopes: readonly Scope[];
  readonly patient_id: Id<'patients'> | null;
  readonly practitioner_id: Id<'practitioners'> | null;
  readonly assurance: 'aal1' | 'aal2';
  readonly authenticated_at: Temporal.Instant;
  readonly second_factor_at: Temporal.Instant | null;
  readonly has_confirmed_factor: boolean;
}

/** Nobody yet: sign-up, sign-in, reset. */
export interface AnonymousActor {
  readonly kind: 'anonymous';
}

export interface SystemActor {
  readonly kind: 'system';
  readonly job: SystemJob;
}

export type Actor = UserActor | AnonymousActor | SystemActor;
