import type { SessionRow } from '#db/client';
import { env } from '#lib/platform/env';

interface SessionLimits {
  readonly absoluteSeconds: number;
  /** Null: an API family is not watched by a person, its access tokens are short instead. */
  readonly idleSeconds: number | null;
}

const hour = 3600;

/** An API family ends this long after its sign-in, and no refresh goes past it. */
const apiDays = { patient: 30, doctor: 7, admin: 7 } as const satisfies Record<SessionRow['role'], number>;

/** How long a session of this kind lasts; for the portal as the operator has said. */
export function sessionLimits(kind: SessionRow['kind'], role: SessionRow['role']): SessionLimits {
  if (kind === 'api') return { absoluteSeconds: apiDays[role] * 24 * hour, idleSeconds: null };
  const { hours, idleMinutes } = env().sessions[role];
  return { absoluteSeconds: hours * hour, idleSeconds: idleMinutes * 60 };
}
