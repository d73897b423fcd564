import type { SessionRef } from '#db/client';
import type { Clock } from '#lib/platform/clock';
import type { Id } from '#lib/platform/ids';
import type { SystemJob } from '#lib/policy/jobs';
import type { Role } from '#lib/policy/roles';
import { scopesOfRole } from '#lib/policy/scopes';

/** Someone whose token or cookie a door has read. Only a claim: the session row decides. */
export interface UserCaller {
  readonly kind: 'user';
  readonly door: 'portal' | 'api';
  readonly session: SessionRef;
  /** Whose token it is; the portal's cookie does not say. */
  readonly user_id: Id<'users'> | null;
  /** The scopes of the token, or those that the role in the cookie would give. */
  readonly scopes: readonly string[];
}

/** What a browser's session claims by the role in its cookie. */
export const claimsOfRole = (role: Role): readonly string[] => scopesOfRole[role];

export type Caller =
  | UserCaller
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'system'; readonly job: SystemJob };

/** Operational data of the request, stored plain in the audit event. */
export interface RequestFacts {
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly requestId: string;
}

/** Everything that a door hands to `run` beside the input. */
export interface RunContext {
  readonly caller: Caller;
  readonly request: RequestFacts;
  readonly clock: Clock;
}
