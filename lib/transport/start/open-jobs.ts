import { startApprovals } from '#lib/jobs/handlers/carry-out-approvals';
import { startPurge } from '#lib/jobs/purge';
import { startJobs } from '#lib/jobs/start';
import { demoMailer } from '#lib/notify/demo-mailer';
import type { Mailer } from '#lib/notify/mailer';
import { smtpMailer } from '#lib/notify/smtp-mailer';
import { systemClock } from '#lib/platform/clock';
import { env } from '#lib/platform/env';
import { log } from '#lib/platform/log';
import type { Cleanup } from './cleanup';

/** Begins to send what the outbox holds, and to remove what has served. Without a way to send, mails wait there. */
export async function openJobs(cleanup: Cleanup): Promise<void> {
  const { databaseUrl } = env();
  const mailer = mailerOf();
  if (!databaseUrl) throw new Error('The database is not known yet.');
  cleanup.add(startPurge(systemClock));
  cleanup.add(startApprovals(systemClock));
  if (!mailer) return log().warn('mail_waits_for_smtp_url');
  cleanup.add(await startJobs({ databaseUrl, mailer, clock: systemClock }));
}

function mailerOf(): Mailer | null {
  const { mode, smtpUrl, mailFrom } = env();
  if (smtpUrl) return smtpMailer(smtpUrl, mailFrom);
  return mode === 'demo' ? demoMailer : null;
}
