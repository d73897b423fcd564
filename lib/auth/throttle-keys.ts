import { addressKey } from '#lib/platform/address-key';
import type { ThrottleUse } from './throttle';

/** Where a request came from; everything without an address counts as one place. */
const place = (ip: string | null) => (ip === null ? 'unknown' : addressKey(ip));

/** Tries of mailed tokens and the like, from one place. */
export const fromPlace = (
  limit:
    | 'sign_up'
    | 'verify_email'
    | 'invitation'
    | 'redeem_ticket'
    | 'reset_request'
    | 'reset_password'
    | 'account_link'
    | 'visit_link'
    | 'calendar_feed'
    | 'reminders_off'
    | 'sso'
    | 'passkey_begin'
    | 'sms_ask',
  ip: string | null,
): ThrottleUse => ({ limit, key: place(ip) });

export const ofEmail = (email: string): ThrottleUse => ({ limit: 'sign_up_email', key: email });

/** A password is guessed for one account from one place, for one account from everywhere, or for many from one place. */
export const ofPassword = (email: string, ip: string | null): ThrottleUse[] => [
  { limit: 'sign_in_account', key: `${email}\0${place(ip)}` },
  { limit: 'sign_in_everywhere', key: email },
  { limit: 'sign_in_address', key: place(ip) },
];

// S4: per account and place; a ticket that is nobody's counts for the place alone.
const byMethod = {
  totp: ['mfa_verify', 'mfa_everywhere'],
  sms: ['sms_verify', 'sms_everywhere'],
  recovery_code: ['recovery_verify', 'recovery_everywhere'],
} as const;

/** A count for each method: whoever is kept from guessing at one has not shut the owner out of the others. */
export const ofSecondFactor = (
  method: keyof typeof byMethod,
  userId: string | null,
  ip: string | null,
): ThrottleUse[] => {
  const [here, everywhere] = byMethod[method];
  if (userId === null) return [{ limit: here, key: place(ip) }];
  return [
    { limit: here, key: `${userId}\0${place(ip)}` },
    { limit: everywhere, key: userId },
  ];
};

/** A code by text message, the narrowest first: nobody runs up a clinic's bill, or somebody's phone, by pressing a button. */
export const ofSmsSent = (
  userId: string,
  number: string,
  limit: 'sms_send_number' | 'sms_send_unconfirmed' = 'sms_send_number',
): ThrottleUse[] => [
  { limit: 'sms_send_account', key: userId },
  { limit, key: number },
  { limit: 'sms_send_everywhere', key: 'all' },
];

/** The password of an account, asked for again by a session of it. */
export const ofOwnPassword = (userId: string, ip: string | null): ThrottleUse[] => [
  { limit: 'step_up_password', key: `${userId}\0${place(ip)}` },
];

/** The link is known to its mailbox, so beside it only the password is guessed. */
export const ofRecovery = (token: string, ip: string | null): ThrottleUse[] => [
  { limit: 'recovery_password', key: token },
  { limit: 'recovery', key: place(ip) },
];

export const ofEnrolment = (userId: string, ip: string | null): ThrottleUse[] => [
  { limit: 'totp_confirm', key: `${userId}\0${place(ip)}` },
];

/** Never per account: who knows an address could use up the tries of the holder of its passkey. */
export const ofPasskey = (factorId: string | null, ip: string | null): ThrottleUse[] => [
  { limit: 'passkey_verify', key: factorId === null ? place(ip) : `${factorId}\0${place(ip)}` },
];

/** One family of refresh tokens; tokens that are nobody's count for the place. */
export const ofRefresh = (sessionId: string | null, ip: string | null): ThrottleUse[] => [
  { limit: 'refresh', key: sessionId ?? place(ip) },
];

/** A session that somebody left open must not become a place to guess its password. */
export const ofPasswordChange = (userId: string, ip: string | null): ThrottleUse[] => [
  { limit: 'password_change', key: `${userId}\0${place(ip)}` },
];

export const ofReset = (email: string, ip: string | null): ThrottleUse[] => [
  { limit: 'reset_email', key: email },
  fromPlace('reset_request', ip),
];

export const ofEmailChange = (userId: string): ThrottleUse[] => [{ limit: 'email_change', key: userId }];

export const ofRecoveryCodes = (userId: string): ThrottleUse[] => [{ limit: 'recovery_codes', key: userId }];

export const ofCarerInvitation = (userId: string): ThrottleUse[] => [
  { limit: 'carer_invitation', key: userId },
];
