import type { Sealed } from '#lib/crypto/columns';
import { open } from '#lib/crypto/seal';
import { asRole } from './as-role';

interface StoredMail {
  to: string;
  subject: string;
  text: string;
  link: string;
  unsubscribe?: string;
}

interface Row {
  id: string;
  payload: Sealed<'outbox.payload'>;
}

/** Every message that is owed to anybody, the oldest first; a text message has no link. */
export async function allMails(superuserUrl: string): Promise<StoredMail[]> {
  const rows = await asRole(superuserUrl, async (sql) => [
    ...(await sql<Row[]>`select id, payload from outbox order by id`),
  ]);
  return rows.map(({ id, payload }): StoredMail => JSON.parse(open('outbox.payload', id, payload)));
}

/** Every mail that is owed to this address, the oldest first. */
export const mailsTo = async (superuserUrl: string, address: string): Promise<StoredMail[]> =>
  (await allMails(superuserUrl)).filter((mail) => mail.to === address);

/** The token of the newest mailed link. */
export async function mailedToken(superuserUrl: string, address: string): Promise<string> {
  const mail = (await mailsTo(superuserUrl, address)).at(-1);
  const token = mail && new URL(mail.link).searchParams.get('token');
  if (!token) throw new Error('No token was mailed.');
  return token;
}
