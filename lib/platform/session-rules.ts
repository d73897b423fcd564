export type SessionRole = 'patient' | 'doctor' | 'admin';

/** How long and how often an account of a role may be signed in. */
export interface SessionRule {
  /** Sessions at once, of browsers and of API clients together. */
  readonly most: number;
  /** Of a browser that nobody touches. */
  readonly idleMinutes: number;
  /** Of a browser, however busy. */
  readonly hours: number;
}

/** S11, S12 and NIST SP 800-63B, 2.2.3. SESSION_LIMIT_, SESSION_IDLE_MINUTES_ and SESSION_HOURS_<ROLE> replace one. */
export const defaultSessionRules = {
  patient: { most: 5, idleMinutes: 30, hours: 24 },
  doctor: { most: 3, idleMinutes: 15, hours: 12 },
  admin: { most: 2, idleMinutes: 15, hours: 12 },
} as const satisfies Record<SessionRole, SessionRule>;

export const sessionRoles = ['patient', 'doctor', 'admin'] as const satisfies readonly SessionRole[];
