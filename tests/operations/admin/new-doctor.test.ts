import { afterAll, beforeAll, expect, it } from 'vitest';
import { open } from '#lib/crypto/seal';
import { decideApproval } from '#lib/operations/approvals/decide';
import { changeRole } from '#lib/operations/people/change-role';
import { createAccount } from '../../factories/account';
import { createAdmin, createSite } from '../../factories/care';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

it('another role changes nothing of a former doctor’s name before a second admin agrees, nor after a refusal', async () => {
  const site = await createSite(clinic.clock);
  const account = await createAccount(clinic.clock, 'patient');
  const [one, two] = [await createAdmin(clinic.clock), await createAdmin(clinic.clock)];
  const { id } = account;
  const ask = (display_name: string) =>
    one.call(changeRole, {
      ...{ id, role: 'doctor', reason: 'Has qualified', clinic_id: site },
      ...{ display_name, speciality: display_name },
    });
  const decide = async (display_name: string, decision: 'approved' | 'refused') =>
    two.call(decideApproval, { id: (await ask(display_name)).approval_id, decision });
  const stored = async () => {
    const rows = await asRole(
      clinic.database.superuserUrl,
      (sql) => sql`select id, display_name, speciality from practitioners where user_id = ${id}`,
    );
    return rows.map((row) => [open('practitioners.display_name', row.id, row.display_name), row.speciality]);
  };
  await decide('Dr Never', 'refused');
  expect(await stored()).toEqual([]);
  await decide('Dr First', 'approved');
  const left = await one.call(changeRole, { id, role: 'patient', reason: 'Has left' });
  await two.call(decideApproval, { id: left.approval_id, decision: 'approved' });
  const back = await ask('Dr Second');
  expect(await stored()).toEqual([['Dr First', 'Dr First']]);
  await two.call(decideApproval, { id: back.approval_id, decision: 'refused' });
  expect(await stored()).toEqual([['Dr First', 'Dr First']]);
  await decide('Dr Third', 'approved');
  expect(await stored()).toEqual([['Dr Third', 'Dr Third']]);
});
