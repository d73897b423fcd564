import { afterAll, beforeAll, expect, it } from 'vitest';
import { withActor } from '#db/client';
import { amendRecord } from '#lib/operations/records/amend';
import { createRecord } from '#lib/operations/records/create';
import { newRequestId } from '#lib/platform/request-id';
import { signIn } from '../factories/account';
import { createAdmin, createDoctor, createPatient, createSite, type Person, relate } from '../factories/care';
import { openClinic, type TestClinic } from '../harness/clinic';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

/** How many reasons somebody sees, past every operation. */
async function seen({ account }: Person): Promise<number> {
  const { session } = await signIn(clinic.clock, account);
  const actor = { kind: 'user', session, now: clinic.clock.now(), requestId: newRequestId() } as const;
  return withActor(actor, async (tx) => (await tx`select id from reasons`).length);
}

it('why a version was written is seen by whoever sees the version, and by nobody else', async () => {
  const { clock } = clinic;
  const site = await createSite(clock);
  const [doctor, colleague, stranger] = [
    await createDoctor(clock, site),
    await createDoctor(clock, site),
    await createDoctor(clock, site),
  ];
  const patient = await createPatient(clock, site);
  await relate(clock, patient, doctor);
  await relate(clock, patient, colleague, 'consulting');
  const write = async (wish: object) => {
    const content = { text: 'Gout', clinical_status: 'active' };
    const record = { patient_id: patient.id, record_type: 'diagnosis', content, ...wish };
    const { id } = (await doctor.call(createRecord, record as never)) as { id: string };
    await doctor.call(amendRecord, { id, content, reason: 'Seen again' } as never);
  };
  await write({});
  await write({ restricted: true });
  await write({ draft: true });
  const admin = await createAdmin(clock);
  const counts = [];
  for (const reader of [doctor, patient, colleague, stranger, admin]) counts.push(await seen(reader));
  // A draft is its author's alone, and a colleague who is only asked sees nothing restricted.
  expect(counts).toEqual([3, 2, 1, 0, 0]);
});
