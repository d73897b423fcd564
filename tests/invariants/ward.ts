import type postgres from 'postgres';
import { withActor } from '#db/client';
import { insertRow } from '#db/rows';
import { type CareKind, type CareScope, careRelationships } from '#db/schema/care-relationships';
import { type Id, newId } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';
import { type Account, createAccount } from '../factories/account';
import { createDoctor, createSite, type DoctorPerson } from '../factories/care';
import { asRole } from '../harness/as-role';
import type { TestClinic } from '../harness/clinic';
import { createExampleChart, type ExampleChart } from './example-chart';
import { addFactor, ticketFor, tokensOf } from './sign-in-material';

/** Somebody whose rows are counted. */
export interface Reader {
  readonly name: string;
  readonly account: Account;
}

export interface Ward {
  readonly readers: readonly Reader[];
  readonly charts: readonly ExampleChart[];
}

type Window = readonly [from: string, until: string | null];

/** From when until when a relationship holds, seen from now: each edge and both sides of it. */
const windows: readonly Window[] = [
  ['-PT24H', null],
  ['-PT24H', 'PT24H'],
  ['PT0S', null],
  ['-PT24H', 'PT0.000001S'],
  ['-PT24H', 'PT0S'],
  ['-PT24H', '-PT0.000001S'],
  ['-PT48H', '-PT24H'],
  ['PT0.000001S', null],
  ['PT24H', 'PT48H'],
];

/** A ward in which every kind of relationship stands in every window, each to a chart of its own. */
export async function createWard(clinic: TestClinic): Promise<Ward> {
  const { clock } = clinic;
  const site = await createSite(clock);
  const [busy, other] = [await createDoctor(clock, site), await createDoctor(clock, site)];
  const carers = {
    patient: await createAccount(clock, 'patient'),
    doctor: (await createDoctor(clock, site)).account,
    admin: await createAccount(clock, 'admin'),
  };
  const former = await createDoctor(clock, site);
  const charts: ExampleChart[] = [];
  const chartWith = async (doctor: DoctorPerson, role: Account['role'] = 'patient') => {
    const chart = await createExampleChart({ clock, role, clinicId: site, doctor, hour: charts.length });
    charts.push(chart);
    return chart;
  };
  const parties = [
    ...(['treating', 'consulting', 'break_glass'] as const).map((kind) => ({
      kind,
      practitioner_id: busy.id,
    })),
    { kind: 'consulting' as const, scope: 'restricted' as const, practitioner_id: busy.id },
    ...Object.values(carers).map(({ id }) => ({
      ...{ kind: 'carer' as const, user_id: id },
      scope: 'chart_and_appointments' as const,
    })),
    ...(['chart', 'appointments'] as const).map((scope) => ({
      ...{ kind: 'carer' as const, user_id: carers.patient.id, scope },
    })),
    { kind: 'break_glass' as const, user_id: carers.patient.id },
    { kind: 'treating' as const, practitioner_id: former.id },
  ];
  for (const party of parties) {
    for (const window of windows) {
      // Half of the visits are with the doctor whose relationships these are.
      const chart = await chartWith(charts.length % 2 === 0 ? busy : other);
      await addRelationship(clinic, chart.patient, party, window);
    }
  }
  const owners = { doctor: await chartWith(other, 'doctor'), admin: await chartWith(other, 'admin') };
  const [first] = charts;
  if (!first) throw new Error('The ward is empty.');
  const readers: Reader[] = [
    { name: 'the patient of a chart', account: first.owner },
    { name: 'a doctor with relationships', account: busy.account },
    { name: 'a doctor with visits alone', account: other.account },
    { name: 'a doctor who is a patient', account: owners.doctor.owner },
    { name: 'an admin who is a patient', account: owners.admin.owner },
    { name: 'a former doctor', account: { ...former.account, role: 'patient' } },
    { name: 'a stranger', account: await createAccount(clock, 'patient') },
    ...Object.values(carers).map((account) => ({ name: `a carer, ${account.role}`, account })),
  ];
  for (const { account } of readers) await fillAccount(clinic, account);
  await asRole(clinic.database.superuserUrl, (sql) => addByHand(sql, charts, former.account));
  return { readers, charts };
}

type Party = { kind: CareKind; scope?: CareScope } & (
  | { practitioner_id: Id<'practitioners'> }
  | { user_id: Id<'users'> }
);

async function addRelationship(
  { clock }: TestClinic,
  patientId: Id<'patients'>,
  party: Party,
  [from, until]: Window,
): Promise<void> {
  const now = clock.now();
  const row = { ...party, id: newId('care_relationships'), patient_id: patientId, created_at: now };
  const actor = { kind: 'system', job: 'import', now, requestId: newRequestId() } as const;
  await withActor(actor, async (tx) => {
    const times = { valid_from: now.add(from), ...(until && { valid_until: now.add(until) }) };
    await insertRow(tx, careRelationships, { ...row, ...times });
  });
}

/** A row in every table that hangs on an account. */
async function fillAccount({ clock }: TestClinic, account: Account): Promise<void> {
  await addFactor(clock, account);
  await tokensOf(clock, account);
  await ticketFor(clock, account, 'second_factor');
}

/** What no operation would write. */
async function addByHand(sql: postgres.Sql, charts: readonly ExampleChart[], former: Account): Promise<void> {
  await sql`update users set role = 'patient' where id = ${former.id}`;
  await sql`
    insert into password_history (id, user_id, hashed_password, created_at)
    select gen_random_uuid(), id, 'x', created_at from users`;
  await sql`
    insert into calendar_feeds (id, user_id, token_hash, created_at)
    select gen_random_uuid(), id, sha256(convert_to(id::text, 'UTF8')), created_at from users`;
  for (const { patient, owner } of charts) {
    await sql`
      insert into reasons (id, patient_id, user_id, text, created_at)
      values (gen_random_uuid(), ${patient}, ${owner.id}, '\\x00', '2026-01-05T09:00:00Z')`;
  }
}
