import type { Temporal } from 'temporal-polyfill';
import type { VisitMode } from '#lib/domain/availability/calendar';
import type { ReminderWords } from '#lib/domain/reminder-text';

/** When a visit is, and whether by video: neither with whom, nor where, nor why. */
interface VisitTime {
  at: Temporal.Instant;
  /** IANA zone of the reader: staff may have booked by another clock. */
  zone: string;
  mode: VisitMode;
}

interface VisitFacts extends VisitTime {
  /** On whose side it was done. */
  by: 'patient' | 'staff';
}

/**
 * What each mail is made of. Tokens, durations and moments only: no name and no other text that a person typed, so
 * that no mail carries health data or a stranger's words to its reader. A reminder names the clinic, in words that its
 * admin has written.
 */
export interface MailParams {
  verify_email: { token: string; hours: number };
  account_exists: Record<never, never>;
  invitation: { token: string; hours: number };
  new_sign_in: { at: Temporal.Instant };
  session_evicted: { count: number };
  second_factor_set: Record<never, never>;
  refresh_reused: { at: Temporal.Instant };
  factor_added: Record<never, never>;
  factor_removed: Record<never, never>;
  passkey_copied: Record<never, never>;
  phone_changed: Record<never, never>;
  account_disabled: Record<never, never>;
  account_enabled: Record<never, never>;
  role_changed: Record<never, never>;
  sessions_ended: Record<never, never>;
  approval_asked: Record<never, never>;
  recovery_asked: { token: string };
  recovery_approved: { at: Temporal.Instant; token: string };
  recovery_refused: Record<never, never>;
  recovery_link: { token: string; hours: number };
  recovery_used: Record<never, never>;
  password_changed: Record<never, never>;
  password_breached: Record<never, never>;
  password_reset: { token: string };
  no_password_reset: Record<never, never>;
  confirm_email: { token: string; hours: number };
  email_taken: Record<never, never>;
  email_change_requested: Record<never, never>;
  email_changed: Record<never, never>;
  account_deleted: { token: string };
  account_restored: Record<never, never>;
  file_quarantined: Record<never, never>;
  recovery_codes_made: Record<never, never>;
  recovery_code_used: { count: number };
  patient_request_asked: Record<never, never>;
  patient_request_decided: Record<never, never>;
  result_ready: Record<never, never>;
  result_commented: Record<never, never>;
  carer_invitation: { token: string; hours: number };
  carer_accepted: Record<never, never>;
  care_shared: Record<never, never>;
  care_given: Record<never, never>;
  care_ended: Record<never, never>;
  visit_booked: VisitFacts & { token: string };
  visit_moved: VisitFacts & { token: string };
  visit_cancelled: VisitFacts;
  visit_reminder: Omit<VisitFacts, 'by'> & {
    clinic: string;
    /** As the organisation has written them, or the product's own; in which language. */
    words: ReminderWords;
    language: string;
    token: string;
    unsubscribe_token: string;
  };
  /** A time that is kept for whoever waits, until then. */
  visit_offered: VisitTime & { until: Temporal.Instant; token: string };
}

export type MailTemplate = keyof MailParams;

/** A mail by its template: `params` fits it or does not compile. */
export type Mail = {
  [T in MailTemplate]: { template: T; params: MailParams[T]; to: string; locale: string | null };
}[MailTemplate];

/** A mail in words, as it stands sealed in the outbox. `link` repeats the one address in the text. */
export interface MailContent {
  to: string;
  subject: string;
  text: string;
  link: string;
  /** Where one press ends mails like this (RFC 8058), without signing in. */
  unsubscribe?: string | undefined;
}
