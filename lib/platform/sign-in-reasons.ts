/**
 * Why somebody is asked to sign in: the session or the half-finished sign-in has ended, or something has just been
 * done.
 */
export const signInReasons = [
  'expired',
  'too_slow',
  'signed_out',
  'verified',
  'invited',
  'idle',
  'evicted',
  'ended',
  'ended_by_clinic',
  'password_changed',
  'factor_changed',
  'disabled',
  'sso_refused',
  'password_reset',
  'email_changed',
  'deleted',
  'restored',
  'recovery_stopped',
] as const;
export type SignInReason = (typeof signInReasons)[number];

const reasonsOfEnds: Readonly<Record<string, SignInReason>> = {
  idle: 'idle',
  evicted: 'evicted',
  signed_out: 'signed_out',
  ended_by_owner: 'ended',
  device_removed: 'ended',
  password_changed: 'password_changed',
  factor_changed: 'factor_changed',
  account_disabled: 'disabled',
  account_deleted: 'disabled',
  ended_by_admin: 'ended_by_clinic',
  role_changed: 'ended_by_clinic',
  recovery: 'ended_by_clinic',
};

/** In words of the sign-in page, why a session has ended. */
export const signInReasonOf = (end: string): SignInReason => reasonsOfEnds[end] ?? 'expired';
