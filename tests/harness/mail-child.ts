import { closePool, openPool, withActor } from '#db/client';
import type { RingKeyRow } from '#lib/crypto/ring-key-row';
import { sendMessage } from '#lib/jobs/handlers/send-message';
import { openQueue } from '#lib/jobs/queue';
import { relayOnce } from '#lib/jobs/relay';
import { enqueueMail } from '#lib/notify/enqueue-mail';
import { smtpMailer } from '#lib/notify/smtp-mailer';
import { systemClock as clock } from '#lib/platform/clock';
import { newRequestId } from '#lib/platform/request-id';
import { loadKeyRing } from './key-ring';

/** The lines between which a process can be killed, in the order in which a mail passes them. */
export const moments = [
  'before the commit',
  'after the commit',
  'between the queue and its mark',
  'after the relay',
  'before the server has it',
  'between acceptance and mark',
  'between mark and the end of the job',
] as const;
export type Moment = (typeof moments)[number];

export interface ChildOrder {
  databaseUrl: string;
  smtpUrl: string;
  moment: Moment;
  to: string;
  keys: (Omit<RingKeyRow, 'wrapped_key'> & { wrapped_key: string })[];
}

/** One mail's way from the operation to the server, cut short by a real SIGKILL at the given moment. */
async function run({ databaseUrl, smtpUrl, moment, to, keys }: ChildOrder): Promise<void> {
  const at = (here: Moment) => here === moment && process.kill(process.pid, 'SIGKILL');
  openPool(databaseUrl, 3);
  await loadKeyRing(
    clock,
    keys.map((key) => ({ ...key, wrapped_key: Buffer.from(key.wrapped_key, 'base64') })),
  );
  const now = clock.now();
  await withActor({ kind: 'anonymous', now, requestId: newRequestId() }, async (tx) => {
    await enqueueMail(tx, { template: 'account_exists', params: {}, to, locale: 'en' }, now);
    at('before the commit');
  });
  at('after the commit');
  const queue = await openQueue(databaseUrl);
  await relayOnce(
    {
      add: async (ids) => {
        await queue.add(ids);
        at('between the queue and its mark');
      },
      renew: (ids) => queue.renew(ids),
    },
    clock,
    ['mail'],
  );
  at('after the relay');
  const smtp = smtpMailer(smtpUrl, 'Clinic <clinic@localhost>');
  await queue.work(async (id) => {
    await sendMessage(
      id,
      {
        mail: {
          send: async (mail) => {
            at('before the server has it');
            await smtp.send(mail);
            at('between acceptance and mark');
          },
        },
        sms: null,
      },
      clock,
    );
    at('between mark and the end of the job');
  });
  await queue.close();
  await closePool();
}

const order = process.env.MAIL_CHILD_ORDER;
if (order) await run(JSON.parse(order));
