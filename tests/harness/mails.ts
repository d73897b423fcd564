import type { Sealed } from '#lib/crypto/columns';
import { open } from '#lib/crypto/seal';
import { asRole } from './as-role';

interface StoredMail {
  to: string;
  subject: string;
  text: string;
  link: string;
}

interface Row {
  id: string;
  payload: Sealed<'outbox.payload'>;
}

/** Every mail that is owed to this address, the oldest first. */
export async function mailsTo(superuserUrl: string, address: string): Promise<StoredMail[]> {
  const rows = await asRole(superuserUrl, async (sql) => [
    ...(await sql<Row[]>`select id, payload from outbox order by id`),
  ]);
  const mails = rows.map(({ id, payload }): StoredMail => JSON.parse(open('outbox.payload', id, payload)));
  return mails.filter((mail) => mail.to === address);
}

/** The token of the newest mailed link. */
export async function mailedToken(superuserUrl: string, address: string): Promise<string> {
  const mail = (await mailsTo(superuserUrl, address)).at(-1);
  const token = mail && new URL(mail.link).searchParams.get('token');
  if (!token) throw new Error('No token was mailed.');
  return token;
}
