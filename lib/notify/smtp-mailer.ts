import { createTransport } from 'nodemailer';
import { isLoopback } from '#lib/platform/env/loopback';
import type { Mailer, OutgoingMail } from './mailer';
import { NotSent } from './not-sent';

/**
 * Time for ten silent answers and the connection stays below the 180 s after which the queue takes a job for dead
 * (drizzle/0003_jobs.sql), so that no mail is on its way twice.
 */
const patience = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 15_000,
  dnsTimeout: 5_000,
};

/** Hands mails to the server of SMTP_URL. Beyond this machine a connection without TLS is refused. */
export function smtpMailer(smtpUrl: string, from: string): Mailer {
  const { hostname } = new URL(smtpUrl);
  const transport = createTransport({
    url: smtpUrl,
    ...patience,
    requireTLS: !isLoopback(hostname),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail) {
      await transport.sendMail(messageOf(mail, from)).catch((error: unknown) => {
        throw notSent(error);
      });
    },
  };
}

function messageOf({ to, subject, text, unsubscribe, messageId }: OutgoingMail, from: string) {
  return {
    from,
    // As an object, so that nothing in the address is read as a second recipient.
    to: { name: '', address: to },
    subject,
    text,
    messageId,
    // RFC 3834, 5: no out-of-office answer to this.
    headers: { 'Auto-Submitted': 'auto-generated', ...(unsubscribe && oneClick(unsubscribe)) },
  };
}

/** RFC 8058, 3.1: an address of ours, which mail programs post to when their button is pressed. */
const oneClick = (address: string) => ({
  'List-Unsubscribe': `<${address}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});

function notSent(error: unknown): NotSent {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const refused = code === 'EENVELOPE' || code === 'EMESSAGE';
  const permanent = refused && typeof responseCode === 'number' && responseCode >= 500;
  return new NotSent(typeof code === 'string' ? code : 'UNKNOWN', permanent);
}
