import { afterAll, beforeAll, expect, it } from 'vitest';
import { changeCareEnd } from '#lib/operations/care-relationships/change-end';
import { endCare } from '#lib/operations/care-relationships/end';
import { listHeldCharts } from '#lib/operations/care-relationships/list-held';
import { signIn } from '../../factories/account';
import { createPatient, createSite } from '../../factories/care';
import { createCarer } from '../../factories/carer';
import { visitor } from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
  clinic.clock.set('2026-03-02T10:00:00Z');
});
afterAll(() => clinic.close());

it('a patient who is an admin by now moves the end of a carer’s access, and ends it', async () => {
  const patient = await createPatient(clinic.clock, await createSite(clinic.clock));
  const carer = await createCarer(clinic, patient);
  const { account } = patient;
  await asRole(
    clinic.database.superuserUrl,
    (sql) => sql`update users set role = 'admin' where id = ${account.id}`,
  );
  const admin = visitor(clinic.clock, await signIn(clinic.clock, { ...account, role: 'admin' }));
  await admin.call(changeCareEnd, { id: carer.careId, until: '2026-03-10' });
  const { items } = await carer.call(listHeldCharts, {});
  expect(items).toMatchObject([{ valid_until: '2026-03-11T00:00:00Z' }]);
  await admin.call(endCare, { id: carer.careId });
  expect((await carer.call(listHeldCharts, {})).items).toEqual([]);
});
