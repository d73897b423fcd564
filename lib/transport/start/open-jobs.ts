import { startApprovals } from '#lib/jobs/handlers/carry-out-approvals';
import { startExports } from '#lib/jobs/handlers/carry-out-exports';
import { startImports } from '#lib/jobs/handlers/carry-out-imports';
import { startWaitingList } from '#lib/jobs/handlers/offer-times';
import { startReminders } from '#lib/jobs/handlers/send-reminders';
import { startFiles } from '#lib/jobs/handlers/start-files';
import { startPurge } from '#lib/jobs/purge';
import { startJobs } from '#lib/jobs/start';
import { demoMailer } from '#lib/notify/demo-mailer';
import { demoTexter } from '#lib/notify/demo-texter';
import type { Mailer } from '#lib/notify/mailer';
import { sendableKinds } from '#lib/notify/senders';
import { smtpMailer } from '#lib/notify/smtp-mailer';
import type { Texter } from '#lib/notify/texter';
import { twilioTexter } from '#lib/notify/twilio-texter';
import { systemClock } from '#lib/platform/clock';
import { env } from '#lib/platform/env';
import { log } from '#lib/platform/log';
import type { Cleanup } from './cleanup';
import { validateResource } from './validate-resource';

/** Begins to send what the outbox holds, and to remove what has served. What there is no way to send waits there. */
export async function openJobs(cleanup: Cleanup): Promise<void> {
  const { databaseUrl } = env();
  const senders = { mail: mailerOf(), sms: texterOf() };
  if (!databaseUrl) throw new Error('The database is not known yet.');
  cleanup.add(startPurge(systemClock));
  cleanup.add(startApprovals(systemClock));
  cleanup.add(startFiles(systemClock));
  cleanup.add(startReminders(systemClock));
  cleanup.add(startExports(systemClock));
  cleanup.add(startWaitingList(systemClock));
  cleanup.add(startImports(systemClock, validateResource));
  if (!senders.mail) log().warn('mail_waits_for_smtp_url');
  if (sendableKinds(senders).length === 0) return;
  cleanup.add(await startJobs({ databaseUrl, senders, clock: systemClock }));
}

function mailerOf(): Mailer | null {
  const { mode, smtpUrl, mailFrom } = env();
  if (smtpUrl) return smtpMailer(smtpUrl, mailFrom);
  return mode === 'demo' ? demoMailer : null;
}

function texterOf(): Texter | null {
  const { mode, twilio } = env();
  if (twilio) return twilioTexter(twilio);
  return mode === 'demo' ? demoTexter : null;
}
