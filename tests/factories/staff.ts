import { blindIndex } from '#lib/crypto/blind-index';
import type { Role } from '#lib/policy/roles';
import { asRole } from '../harness/as-role';
import type { TestClinic } from '../harness/clinic';
import { verifiedPatient } from './visitor';

/** What no operation does yet, done to an account by hand. */
export async function changeAccount(
  clinic: TestClinic,
  email: string,
  change: { disabled?: boolean; role?: Role },
): Promise<void> {
  const index = blindIndex('email', email);
  await asRole(clinic.database.superuserUrl, async (sql) => {
    if (change.role) await sql`update users set role = ${change.role} where email_index = ${index}`;
    if (change.disabled) {
      await sql`update users set disabled_at = ${clinic.clock.now().toString()} where email_index = ${index}`;
    }
  });
}

/** A verified account of staff with a password and no second factor yet. */
export async function newStaff(clinic: TestClinic, email: string, role: 'doctor' | 'admin'): Promise<void> {
  await verifiedPatient(clinic, email);
  await changeAccount(clinic, email, { role });
}
