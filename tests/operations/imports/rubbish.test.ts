import { afterAll, beforeAll, expect, it } from 'vitest';
import { createImport } from '#lib/operations/imports/create';
import { getImport } from '#lib/operations/imports/get';
import { createDoctor, createPatient, createSite, relate } from '../../factories/care';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { content } from './bundles';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
}, 60_000);
afterAll(() => clinic.close());

/** How many statements have written issues: each has an xmin of its own only by transaction, so the command counts. */
const written = (id: string) =>
  asRole(clinic.database.superuserUrl, async (sql) => {
    const [row] = await sql`
      select count(*)::int as issues, count(distinct cmin::text)::int as statements
        from import_issues where import_id = ${id}`;
    return row;
  });

it('an upload of rubbish is given up after a thousand entries, says so, and is written in few statements', async () => {
  const site = await createSite(clinic.clock);
  const doctor = await createDoctor(clinic.clock, site);
  const patient = await createPatient(clinic.clock, site);
  await relate(clinic.clock, patient, doctor);
  const entry = Array.from({ length: 15_000 }, () => 0);
  const upload = JSON.stringify({ resourceType: 'Bundle', type: 'batch', entry });
  const { id } = await doctor.call(createImport, { content: content(upload), patient_id: patient.id });
  const ended = await doctor.call(getImport, { id });
  expect(ended).toMatchObject({ state: 'failed', total: 15_000, rejected: 1000, added: 0 });
  expect(ended.issues.slice(0, 2)).toMatchObject([
    { path: 'Bundle.entry[0]', code: 'entry_shape' },
    { path: 'Bundle', code: 'too_many_errors' },
  ]);
  expect(await written(id)).toEqual({ issues: 1001, statements: 3 });
});
