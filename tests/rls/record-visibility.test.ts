import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withActor } from '#db/client';
import { insertRow } from '#db/rows';
import { careRelationships } from '#db/schema/care-relationships';
import { medicalRecords } from '#db/schema/medical-records';
import { type Id, newId } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';
import { opensRecord } from '#lib/policy/record-visibility';
import type { Relation } from '#lib/policy/subject';
import { recordStages, releases, sensitivities } from '#lib/policy/subject';
import { signIn } from '../factories/account';
import {
  createAdmin,
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
  type Person,
} from '../factories/care';
import { asRole } from '../harness/as-role';
import { openClinic, type TestClinic } from '../harness/clinic';

/** One record of every kind of visibility, in one chart, and a reader in every relation to it. */
interface Labelled {
  id: Id<'medical_records'>;
  stage: (typeof recordStages)[number];
  sensitivity: (typeof sensitivities)[number];
  release: (typeof releases)[number];
  doctor_id: Id<'practitioners'> | null;
}
interface Reader extends Person {
  readonly relation: Relation;
  readonly practitionerId: Id<'practitioners'> | null;
}

let clinic: TestClinic;
let patient: PatientPerson;
let records: Labelled[];
let readers: Reader[];

beforeAll(async () => {
  clinic = await openClinic();
  const site = await createSite(clinic.clock);
  patient = await createPatient(clinic.clock, site);
  const doctor = () => createDoctor(clinic.clock, site);
  const [treating, consulting, trusted, stranger] = [
    await doctor(),
    await doctor(),
    await doctor(),
    await doctor(),
  ];
  const [carer, reading, booking] = [
    await createPatient(clinic.clock, site),
    await createPatient(clinic.clock, site),
    await createPatient(clinic.clock, site),
  ];
  await care({ practitioner_id: treating.id, kind: 'treating' });
  await care({ practitioner_id: consulting.id, kind: 'consulting' });
  await care({ practitioner_id: trusted.id, kind: 'consulting', scope: 'restricted' });
  await care({ user_id: carer.account.id, kind: 'carer', scope: 'chart_and_appointments' });
  await care({ user_id: reading.account.id, kind: 'carer', scope: 'chart' });
  await care({ user_id: booking.account.id, kind: 'carer', scope: 'appointments' });
  readers = [
    { ...patient, relation: 'self', practitionerId: null },
    of(treating, 'treating'),
    of(consulting, 'consulting'),
    of(trusted, 'consulting_restricted'),
    { ...carer, relation: 'carer', practitionerId: null },
    { ...reading, relation: 'carer_chart', practitionerId: null },
    { ...booking, relation: 'carer_appointments', practitionerId: null },
    of(stranger, 'none'),
    { ...(await createAdmin(clinic.clock)), relation: 'none', practitionerId: null },
  ];
  records = labelled([treating.id, consulting.id, null]);
  await asImport((tx) => Promise.all(records.map((row) => insertRow(tx, medicalRecords, rowOf(row)))));
});
afterAll(() => clinic.close());

const of = (doctor: DoctorPerson, relation: Relation): Reader => ({
  ...doctor,
  relation,
  practitionerId: doctor.id,
});

const asImport = (work: Parameters<typeof withActor<unknown>>[1]) =>
  withActor({ kind: 'system', job: 'import', now: clinic.clock.now(), requestId: newRequestId() }, work);

const care = (
  party: Partial<typeof careRelationships.$inferInsert> & { kind: 'treating' | 'consulting' | 'carer' },
) =>
  asImport((tx) =>
    insertRow(tx, careRelationships, {
      ...party,
      id: newId('care_relationships'),
      patient_id: patient.id,
      valid_from: clinic.clock.now(),
      created_at: clinic.clock.now(),
    }),
  );

function labelled(authors: (Id<'practitioners'> | null)[]): Labelled[] {
  return recordStages.flatMap((stage) =>
    sensitivities.flatMap((sensitivity) =>
      releases.flatMap((release) =>
        authors.map((doctor_id) => ({
          id: newId('medical_records'),
          stage,
          sensitivity,
          release,
          doctor_id,
        })),
      ),
    ),
  );
}

const rowOf = (labels: Labelled): typeof medicalRecords.$inferInsert => ({
  ...labels,
  patient_id: patient.id,
  resource_type: 'Condition',
  record_type: 'diagnosis',
  status: 'active',
  version: 1,
  review: 'none',
  effective_at: clinic.clock.now(),
  source_system: 'medisecure',
  encrypted_content: new Uint8Array([0]) as never,
  created_at: clinic.clock.now(),
  updated_at: clinic.clock.now(),
});

async function seen(reader: Person): Promise<string[]> {
  const { session } = await signIn(clinic.clock, reader.account);
  const context = { kind: 'user', session, now: clinic.clock.now(), requestId: newRequestId() } as const;
  return withActor(context, async (tx) => {
    const rows = await tx<{ id: string }[]>`select id from medical_records`;
    return rows.map(({ id }) => id).sort();
  });
}

describe('what row-level security shows of a chart', () => {
  it('is what the policy opens, for every label, stage, release and relation', async () => {
    const counts = [];
    for (const reader of readers) {
      const allowed = records.filter((row) => opensRecord(reader.relation, reader.practitionerId, row));
      expect(await seen(reader), reader.relation).toEqual(allowed.map(({ id }) => id).sort());
      counts.push(allowed.length);
    }
    // Of 72 records: all but drafts and withheld ones; a doctor's own drafts too; nothing restricted.
    expect(counts).toEqual([18, 60, 30, 54, 9, 9, 0, 0, 0]);
  });
});

describe('a stage', () => {
  const move = (id: string, changes: string) =>
    asRole(clinic.database.superuserUrl, (sql) =>
      sql.unsafe(`update medical_records set ${changes} where id = '${id}'`),
    );
  const next = "version = version + 1, encrypted_content = '\\x01'";
  const allowed = ['draft draft', 'draft final', 'draft entered_in_error', 'final amended'];
  allowed.push('final entered_in_error', 'amended amended', 'amended entered_in_error');

  it('goes one way, whoever writes', async () => {
    for (const from of recordStages) {
      for (const to of recordStages) {
        const row: Labelled = {
          id: newId('medical_records'),
          stage: from,
          sensitivity: 'normal',
          release: 'released',
          doctor_id: null,
        };
        await asImport((tx) => insertRow(tx, medicalRecords, rowOf(row)));
        const moved = await move(row.id, `${next}, stage = '${to}'`).then(
          () => true,
          (error: { constraint_name?: string }) => error.constraint_name !== 'medical_records_stage_move',
        );
        expect([`${from} ${to}`, moved]).toEqual([`${from} ${to}`, allowed.includes(`${from} ${to}`)]);
      }
    }
  });

  it('and a content changes with its version only', async () => {
    const row: Labelled = {
      id: newId('medical_records'),
      stage: 'final',
      sensitivity: 'normal',
      release: 'released',
      doctor_id: null,
    };
    await asImport((tx) => insertRow(tx, medicalRecords, rowOf(row)));
    await expect(move(row.id, "encrypted_content = '\\x01'")).rejects.toThrow('cannot move');
    await expect(move(row.id, "stage = 'amended'")).rejects.toThrow('cannot move');
    await expect(move(row.id, "sensitivity = 'restricted'")).rejects.toThrow('cannot move');
    await move(row.id, "release = 'ask_first', review = 'done'");
  });
});
