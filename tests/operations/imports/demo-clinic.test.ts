import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoPatients } from '#db/seed/clinic';
import { prepareDemo } from '#db/seed/demo';
import { carryOutImport } from '#lib/jobs/handlers/carry-out-imports';
import { createClinicImport } from '#lib/operations/imports/create-for-clinic';
import { getImport } from '#lib/operations/imports/get';
import type { Id } from '#lib/platform/ids';
import { contentOf } from '#lib/transport/cli/import-files';
import { visitor } from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
  await prepareDemo(clinic.clock);
}, 120_000);
afterAll(() => clinic.close());

const folder = new URL('../../../db/seed/synthea/', import.meta.url);

/** How many rows there are; of bills, which the demo leaves out, apart. */
const counts = () =>
  asRole(clinic.database.superuserUrl, async (sql) => {
    const [row] = await sql`
      select (select count(*) from patients)::int as patients,
             count(*) filter (where resource_type not in ('Claim', 'ExplanationOfBenefit'))::int as clinical,
             count(*) filter (where resource_type in ('Claim', 'ExplanationOfBenefit'))::int as bills,
             count(*) filter (where version > 1)::int as changed
        from medical_records`;
    return row;
  });

async function imported(file: string) {
  const importer = visitor(clinic.clock, { kind: 'system', job: 'import' });
  const content = contentOf(new URL(file, folder).pathname);
  const { id } = await importer.call(createClinicImport, { content });
  await carryOutImport(id as Id<'imports'>, clinic.clock, () => []);
  return importer.call(getImport, { id });
}

it('a bundle whose chart the demo clinic has adds no more than the bills that it leaves out, and those once', async () => {
  const before = await counts();
  expect(before).toMatchObject({ bills: 0, changed: 0 });
  const vintages = ['elsa-vargas', 'maximo-bartell', 'rodney-paucek'];
  const files = demoPatients
    .map(({ file }) => file)
    .filter((file) => vintages.some((each) => file.includes(each)));
  expect(files).toHaveLength(vintages.length);
  let added = 0;
  for (const file of files) {
    const first = await imported(file);
    added += first.added;
    expect(first).toMatchObject({ state: 'done', updated: 0, known: first.total - first.added });
    expect(await imported(file)).toMatchObject({ state: 'done', added: 0, updated: 0, known: first.total });
  }
  expect(await counts()).toEqual({ ...before, bills: added });
}, 60_000);
