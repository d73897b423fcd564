import { blindIndex } from '#lib/crypto/blind-index';
import { forgotPassword } from '#lib/operations/passwords/forgot';
import { newId } from '#lib/platform/ids';
import { verifiedPatient, visitor } from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import type { TestClinic } from '../../harness/clinic';
import { mailedToken } from '../../harness/mails';

/** The token that a forgotten password is answered with. */
export async function askedForReset(clinic: TestClinic, email: string): Promise<string> {
  await visitor(clinic.clock).call(forgotPassword, { email });
  return mailedToken(clinic.database.superuserUrl, email);
}

/** Which field of a refused input broke which rule, in no order. */
export const brokenRules = (error: { facts: { errors?: readonly { path: string; code: string }[] } }) =>
  error.facts.errors?.map(({ path, code }) => `${path} ${code}`).sort();

/** A patient with `goodPassword`, nobody else of the test. */
export async function passwordOwner(clinic: TestClinic): Promise<string> {
  const email = `owner.${newId('users')}@example.org`;
  await verifiedPatient(clinic, email);
  return email;
}

/** What is stored of a password. */
export async function passwordRow(clinic: TestClinic, email: string) {
  const index = blindIndex('email', email);
  const [row] = await asRole(
    clinic.database.superuserUrl,
    (sql) =>
      sql`select password_hash, password_state, password_changed_at from users where email_index = ${index}`,
  );
  if (!row) throw new Error(`${email} has no account.`);
  return row;
}
