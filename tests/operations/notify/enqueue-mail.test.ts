import { afterAll, beforeAll, expect, it } from 'vitest';
import { withActor } from '#db/client';
import type { Sealed } from '#lib/crypto/columns';
import { open } from '#lib/crypto/seal';
import { enqueueMail } from '#lib/notify/enqueue-mail';
import type { Mail, MailContent } from '#lib/notify/mail';
import { env } from '#lib/platform/env';
import { newRequestId } from '#lib/platform/request-id';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

const owe = (mail: Mail) =>
  withActor({ kind: 'anonymous', now: clinic.clock.now(), requestId: newRequestId() }, (tx) =>
    enqueueMail(tx, mail, clinic.clock.now()),
  );

const verification = (to: string, token = 'secret-token'): Mail => ({
  template: 'verify_email',
  params: { token, hours: 24 },
  to,
  locale: 'en',
});

interface StoredRow {
  id: string;
  payload: Sealed<'outbox.payload'>;
  message_id: string;
}

const stored = () =>
  asRole(clinic.database.superuserUrl, async (sql) => [
    ...(await sql<StoredRow[]>`select * from outbox order by id desc`),
  ]);

async function newest(): Promise<{ row: StoredRow; content: MailContent }> {
  const [row] = await stored();
  if (!row) throw new Error('No message was stored');
  return { row, content: JSON.parse(open('outbox.payload', row.id, row.payload)) };
}

it('stores one sealed message, in words, with the link and a Message-ID of its own', async () => {
  await owe(verification('  Canary.Person@EXAMPLE.org '));
  const { row, content } = await newest();
  expect(content.to).toBe('canary.person@example.org');
  expect(content.subject).toBe('Confirm your e-mail address');
  expect(content.link).toBe(`${env().publicUrl.origin}/verify-email?token=secret-token`);
  expect(content.text).toContain(content.link);
  expect(content.text).toContain('24 hours');
  expect(row.message_id).toBe(`<${row.id}@${env().publicUrl.hostname}>`);
});

it('shows neither recipient nor token in a dump of the table', async () => {
  await owe(verification('canary.person@example.org', 'canary-token'));
  const dump = await asRole(
    clinic.database.superuserUrl,
    (sql) => sql`select o::text as line, encode(payload, 'escape') as bytes from outbox o`,
  );
  for (const canary of ['canary', 'Confirm']) {
    for (const form of [canary, Buffer.from(canary).toString('hex')]) {
      expect(JSON.stringify(dump)).not.toContain(form);
    }
  }
});

it('owes nothing for a transaction that does not commit', async () => {
  const before = (await stored()).length;
  const actor = { kind: 'anonymous', now: clinic.clock.now(), requestId: newRequestId() } as const;
  const failing = withActor(actor, async (tx) => {
    await enqueueMail(tx, verification('elsa@example.org'), clinic.clock.now());
    throw new Error('changed its mind');
  });
  await expect(failing).rejects.toThrow('changed its mind');
  expect(await stored()).toHaveLength(before);
});

it.each([
  'a@example.org\r\nBcc: b@example.org',
  'a@example.org, b@example.org',
  'a@example.org>\nRCPT TO:<b@example.org',
  '"a b"@example.org',
  'Name <a@example.org>',
  'a@example.org\u2028Bcc: b@example.org',
])('refuses %j as a recipient', async (to) => {
  await expect(owe(verification(to))).rejects.toThrow('Not a usable e-mail address.');
});

it('writes every mail without a placeholder left over', async () => {
  const mails: Mail[] = [
    verification('a@example.org'),
    { template: 'account_exists', params: {}, to: 'a@example.org', locale: 'en' },
    { template: 'invitation', params: { token: 't', hours: 1 }, to: 'a@example.org', locale: 'xx' },
    { template: 'new_sign_in', params: { at: clinic.clock.now() }, to: 'a@example.org', locale: 'en' },
  ];
  for (const mail of mails) {
    await owe(mail);
    const { content } = await newest();
    expect(content.subject).toMatch(/^\P{Cc}+$/u);
    expect(content.text).not.toMatch(/[{}]|mail\.|undefined/);
    expect(content.text).toContain(content.link);
  }
});
