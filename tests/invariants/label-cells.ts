import { withActor } from '#db/client';
import { insertRow } from '#db/rows';
import { careRelationships } from '#db/schema/care-relationships';
import { uploadDocument } from '#lib/operations/documents/upload';
import { createRecord } from '#lib/operations/records/create';
import { type Id, newId } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';
import { type Account, signIn } from '../factories/account';
import {
  createAdmin,
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
} from '../factories/care';
import { visitor } from '../factories/visitor';
import { asRole } from '../harness/as-role';
import type { TestClinic } from '../harness/clinic';

type Care = Pick<typeof careRelationships.$inferInsert, 'kind' | 'scope'>;

/** Somebody, and what they are to the chart: `ended` and `to come` stand for a relationship that does not hold now. */
export interface LabelReader {
  readonly name: string;
  readonly account: Account;
}

export const labels = ['normal', 'restricted', 'draft', 'awaiting comment', 'ask first'] as const;
export type Label = (typeof labels)[number];

export interface LabelScene {
  readonly patient: PatientPerson;
  readonly author: DoctorPerson;
  readonly readers: readonly LabelReader[];
}

const times = {
  '': ['-PT24H', null],
  ', ended': ['-PT48H', 'PT0S'],
  ', to come': ['PT24H', null],
} as const;

/** One chart, and somebody in every relationship to it, in time and out of it. */
export async function openLabelScene(clinic: TestClinic): Promise<LabelScene> {
  const { clock } = clinic;
  const site = await createSite(clock);
  const patient = await createPatient(clock, site);
  const author = await createDoctor(clock, site);
  await relate(clinic, patient.id, { kind: 'treating' }, { practitioner_id: author.id }, '');
  const readers: LabelReader[] = [
    { name: 'patient, self', account: patient.account },
    { name: 'doctor, treating, author', account: author.account },
  ];
  for (const [suffix] of Object.entries(times) as [keyof typeof times, unknown][]) {
    for (const [name, care] of doctorsCare) {
      const doctor = await createDoctor(clock, site);
      await relate(clinic, patient.id, care, { practitioner_id: doctor.id }, suffix);
      readers.push({ name: `doctor, ${name}${suffix}`, account: doctor.account });
    }
    for (const scope of ['chart_and_appointments', 'chart', 'appointments'] as const) {
      const { account } = await createPatient(clock, site);
      await relate(clinic, patient.id, { kind: 'carer', scope }, { user_id: account.id }, suffix);
      readers.push({ name: `patient, carer/${scope}${suffix}`, account });
    }
  }
  const strangers = {
    'patient, none': (await createPatient(clock, site)).account,
    'doctor, none': (await createDoctor(clock, site)).account,
    'admin, none': (await createAdmin(clock)).account,
  };
  for (const [name, account] of Object.entries(strangers)) readers.push({ name, account });
  return { patient, author, readers };
}

const doctorsCare: readonly (readonly [string, Care])[] = [
  ['treating', { kind: 'treating' }],
  ['consulting/chart', { kind: 'consulting', scope: 'chart' }],
  ['consulting/restricted', { kind: 'consulting', scope: 'restricted' }],
];

async function relate(
  { clock }: TestClinic,
  patientId: Id<'patients'>,
  care: Care,
  party: { practitioner_id: Id<'practitioners'> } | { user_id: Id<'users'> },
  when: keyof typeof times,
): Promise<void> {
  const now = clock.now();
  const [from, until] = times[when];
  const job = { kind: 'system', job: 'import', now, requestId: newRequestId() } as const;
  await withActor(job, async (tx) => {
    await insertRow(tx, careRelationships, {
      ...{ ...care, ...party, id: newId('care_relationships'), patient_id: patientId },
      valid_from: now.add(from),
      ...(until && { valid_until: now.add(until) }),
      created_at: now,
    });
  });
}

/** A record with that label, by the chart's author. */
export async function labelled(clinic: TestClinic, scene: LabelScene, label: Label): Promise<string> {
  const author = visitor(clinic.clock, await signIn(clinic.clock, scene.author.account));
  const { id } = await author.call(createRecord, {
    patient_id: scene.patient.id,
    record_type: 'diagnosis',
    content: { text: 'Essential hypertension', clinical_status: 'active' },
    ...(label === 'restricted' && { restricted: true }),
    ...(label === 'draft' && { draft: true }),
  });
  const release = { 'awaiting comment': 'awaiting_comment', 'ask first': 'ask_first' }[label as string];
  if (release) {
    const { superuserUrl } = clinic.database;
    await asRole(
      superuserUrl,
      (sql) => sql`update medical_records set release = ${release} where id = ${id}`,
    );
  }
  return id;
}

/** A document with that label and a file, by the chart's author. Nothing writes a draft of one: it is made past the rules. */
export async function labelledDocument(clinic: TestClinic, scene: LabelScene, label: Label): Promise<string> {
  const author = visitor(clinic.clock, await signIn(clinic.clock, scene.author.account));
  const content = Buffer.from('Seen today.\n').toString('base64');
  const { id } = await author.call(uploadDocument, {
    patient_id: scene.patient.id,
    title: 'Letter',
    content,
  });
  const set = {
    normal: {},
    restricted: { sensitivity: 'restricted' },
    draft: { stage: 'draft' },
    'awaiting comment': { release: 'awaiting_comment' },
    'ask first': { release: 'ask_first' },
  }[label];
  await asRole(clinic.database.superuserUrl, (sql) =>
    sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      for (const [column, value] of Object.entries(set))
        await tx`update medical_records set ${tx({ [column]: value })} where id = ${id}`;
    }),
  );
  return id;
}
