import type { SessionRow } from '#db/client';

interface SessionLimits {
  readonly absoluteSeconds: number;
  /** Null: an API family is not watched by a person, its access tokens are short instead. */
  readonly idleSeconds: number | null;
}

const hours = (count: number) => count * 3600;

/** S11 and NIST SP 800-63B, 2.2.3: staff 12 h and 15 min idle, patients 24 h and 30 min. API: 7 and 30 days. */
const limits = {
  portal: {
    patient: { absoluteSeconds: hours(24), idleSeconds: 30 * 60 },
    doctor: { absoluteSeconds: hours(12), idleSeconds: 15 * 60 },
    admin: { absoluteSeconds: hours(12), idleSeconds: 15 * 60 },
  },
  api: {
    patient: { absoluteSeconds: hours(30 * 24), idleSeconds: null },
    doctor: { absoluteSeconds: hours(7 * 24), idleSeconds: null },
    admin: { absoluteSeconds: hours(7 * 24), idleSeconds: null },
  },
} as const satisfies Record<SessionRow['kind'], Record<SessionRow['role'], SessionLimits>>;

export function sessionLimits(kind: SessionRow['kind'], role: SessionRow['role']): SessionLimits {
  return limits[kind][role];
}
