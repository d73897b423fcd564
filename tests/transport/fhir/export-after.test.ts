import { afterEach, beforeEach, expect, it } from 'vitest';
import { carryOutExports } from '#lib/jobs/handlers/carry-out-exports';
import { readExportFile } from '#lib/operations/exports/read-file';
import { startExport } from '#lib/operations/exports/start';
import { amendRecord } from '#lib/operations/records/amend';
import { createDoctor, type DoctorPerson, type Person, relate } from '../../factories/care';
import { asRole } from '../../harness/as-role';
import { type FhirScene, openFhirScene } from './scene';

let scene: FhirScene;
let condition: string;
let colleague: DoctorPerson;
const secret = 'Kept from colleagues';

beforeEach(async () => {
  scene = await openFhirScene();
  condition = await scene.write(diagnosis('Gout'));
  colleague = await createDoctor(scene.clock, scene.doctor.clinicId);
  await relate(scene.clock, scene.patient, colleague, 'consulting');
  scene.clock.advance(1);
}, 60_000);
afterEach(() => scene.close());

const diagnosis = (text: string, restricted = false) => ({
  record_type: 'diagnosis',
  content: { text, clinical_status: 'active' },
  restricted,
});

/** Takes the conditions of an export that is written now, as often as it is asked. */
async function exported(who: Person): Promise<() => Promise<string>> {
  const { id } = await who.call(startExport, {});
  await carryOutExports(scene.clock);
  scene.clock.advance(1);
  return () =>
    who.call(readExportFile, { id, resource_type: 'Condition', part: 1 }).then(
      ({ lines }) => lines,
      ({ code }: { code: string }) => code,
    );
}

const change = (text: string, restricted: boolean) =>
  scene.doctor.call(amendRecord, {
    id: condition,
    content: { text, clinical_status: 'active' },
    reason: 'Asked for',
    restricted,
  } as never);

it('what is restricted after it was written is taken by nobody who does not see it any more', async () => {
  const [by, own, treating] = [
    await exported(colleague),
    await exported(scene.patient),
    await exported(scene.doctor),
  ];
  for (const take of [by, own, treating]) expect(await take()).toContain('Gout');
  await change('Gout', true);
  expect(await by()).toBe('not_found');
  for (const take of [own, treating]) expect(await take()).toContain('Gout');
});

it('what changes otherwise leaves them as they are', async () => {
  const take = await exported(colleague);
  await change('Chronic gout', false);
  await scene.write(diagnosis(secret, true));
  expect(await take()).toContain('Gout');
});

it('whoever is less to the patient than when it was written takes no line of it', async () => {
  await scene.write(diagnosis(secret, true));
  scene.clock.advance(1);
  const [take, by] = [await exported(scene.doctor), await exported(colleague)];
  expect(await take()).toContain(secret);
  expect(await by()).not.toContain(secret);
  const lower = (scope: string) =>
    asRole(
      scene.database.superuserUrl,
      (sql) => sql`
        update care_relationships set kind = 'consulting', scope = ${scope}, source_id = null
         where practitioner_id = ${scene.doctor.id}`,
    );
  await lower('restricted');
  expect(await take()).toContain(secret);
  await lower('chart');
  expect(await take()).toBe('not_found');
  expect(await by()).toContain('Gout');
});
