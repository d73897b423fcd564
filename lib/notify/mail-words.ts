import { createTranslator } from 'next-intl';
import { formatter } from '#lib/i18n/format';
import { chooseLocale, type Locale } from '#lib/i18n/locale';
import { env } from '#lib/platform/env';
import { paths, withQuery } from '#lib/platform/paths';
import en from '#messages/en.json';
import type { Mail, MailContent } from './mail';
import { oneLine } from './one-line';
import { wordReminder } from './reminder-words';
import { visitTime } from './visit-time';

const catalogue: Record<Locale, typeof en> = { en };

/** Puts a mail into its reader's language. Needs no request: jobs and commands send mails too. */
export function wordMail(mail: Mail): Omit<MailContent, 'to'> {
  const locale = chooseLocale({ profile: mail.locale });
  const t = createTranslator({ locale, messages: catalogue[locale], namespace: 'mail' });
  const link = linkOf(mail);
  const framed = (body: string) => t('frame', { body, site: env().publicUrl.origin });
  if (mail.template === 'visit_reminder') {
    const { unsubscribe_token: token } = mail.params;
    const worded = wordReminder(mail.params, link);
    const ways = {
      stop: address(paths.stopReminders({ token })),
      settings: address(paths.account.reminders),
    };
    const text = framed(`${worded.mail}\n\n${t('visit_reminder.end', ways)}`);
    return { subject: worded.subject, text, link, unsubscribe: address(paths.unsubscribe(token)) };
  }
  const body = t(`${mail.template}.body`, { link, ...valuesOf(mail, locale) });
  return { subject: oneLine(t(`${mail.template}.subject`)), text: framed(body), link };
}

const address = (path: string) => new URL(path, env().publicUrl).href;

function linkOf(mail: Mail): string {
  switch (mail.template) {
    case 'verify_email':
      return address(withQuery(paths.verifyEmail, { token: mail.params.token }));
    case 'invitation':
      return address(withQuery(paths.acceptInvitation, { token: mail.params.token }));
    case 'recovery_link':
      return address(withQuery(paths.recover, { token: mail.params.token }));
    case 'approval_asked':
      return address(paths.admin.approvals);
    case 'recovery_asked':
    case 'recovery_approved':
      return address(withQuery(paths.stopRecovery, { token: mail.params.token }));
    case 'patient_request_asked':
      return address(paths.doctor.requests);
    case 'patient_request_decided':
      return address(paths.patient.requests);
    case 'result_ready':
    case 'result_commented':
      return address(paths.patient.results);
    case 'account_disabled':
    case 'account_enabled':
    case 'role_changed':
      return address(paths.signIn);
    case 'password_reset':
      return address(withQuery(paths.resetPassword, { token: mail.params.token }));
    case 'password_changed':
      return address(paths.forgotPassword);
    case 'password_breached':
      return address(paths.account.password);
    case 'confirm_email':
      return address(withQuery(paths.confirmEmail, { token: mail.params.token }));
    case 'account_deleted':
      return address(withQuery(paths.undoDeletion, { token: mail.params.token }));
    case 'carer_invitation':
      return address(withQuery(paths.account.lookAfter, { token: mail.params.token }));
    case 'visit_booked':
    case 'visit_moved':
    case 'visit_reminder':
      return address(paths.visitChange({ token: mail.params.token }));
    case 'visit_offered':
      return address(paths.visitOffer(mail.params.token));
    case 'visit_cancelled':
      return address(paths.patient.visits);
    case 'carer_accepted':
    case 'care_shared':
      return address(paths.patient.sharing);
    case 'care_given':
      return address(paths.doctor.patients);
    case 'care_ended':
    case 'email_change_requested':
    case 'email_changed':
    case 'account_restored':
    case 'email_taken':
    case 'no_password_reset':
    case 'account_exists':
    case 'file_quarantined':
      return address(paths.signIn);
    case 'new_sign_in':
    case 'session_evicted':
    case 'second_factor_set':
    case 'refresh_reused':
    case 'factor_added':
    case 'factor_removed':
    case 'passkey_copied':
    case 'phone_changed':
    case 'sessions_ended':
    case 'recovery_refused':
    case 'recovery_used':
    case 'recovery_codes_made':
    case 'recovery_code_used':
      return address(paths.account.security);
  }
}

function valuesOf(mail: Mail, locale: Locale) {
  const visit = 'zone' in mail.params ? mail.params : null;
  return {
    when: visit ? visitTime(visit, locale) : '',
    by: 'by' in mail.params ? mail.params.by : '',
    until: visit && 'until' in visit ? visitTime({ at: visit.until, zone: visit.zone }, locale) : '',
    count: 'count' in mail.params ? mail.params.count : 0,
    hours: 'hours' in mail.params ? mail.params.hours : 0,
    at: 'at' in mail.params ? formatter(locale, 'UTC').dateTime(mail.params.at) : '',
  };
}
