import { withActor } from '#db/client';
import { insertRow } from '#db/rows';
import { type CareScope, careRelationships } from '#db/schema/care-relationships';
import { practitioners } from '#db/schema/practitioners';
import { seal } from '#lib/crypto/seal';
import type { Caller } from '#lib/operations/kernel/caller';
import { getMe } from '#lib/operations/users/get-me';
import { type Id, newId } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';
import type { Role } from '#lib/policy/roles';
import type { Scope } from '#lib/policy/scopes';
import { type Account, createAccount, signIn } from '../factories/account';
import { createDoctor, createPatient, createSite, type DoctorPerson } from '../factories/care';
import { visitor } from '../factories/visitor';
import { asRole } from '../harness/as-role';
import { openClinic, type TestClinic } from '../harness/clinic';
import { createExampleChart, type ExampleChart } from './example-chart';
import type { Viewer } from './viewers';

interface Session {
  readonly assurance?: 'aal1' | 'aal2';
  readonly scopes?: readonly Scope[];
}

/** A clinic in which somebody stands in every relation to a chart, and a chart that can be used up and made anew. */
export interface ExampleClinic extends TestClinic {
  readonly site: Id<'clinics'>;
  /** Any event of the log. */
  readonly auditEvent: string;
  /** The chart that this viewer looks at: their own where they are its subject. The same until it is used up. */
  chartOf(viewer: Viewer): Promise<ExampleChart>;
  /** The chart has been changed: the next to ask gets a new one. */
  spend(viewer: Viewer): void;
  accountOf(viewer: Viewer): Promise<Account>;
  /** A new session of whoever stands in that relation to the chart. */
  callerOf(viewer: Viewer, session?: Session): Promise<Caller>;
}

interface People {
  readonly treating: DoctorPerson;
  readonly consulting: DoctorPerson;
  readonly consulting_restricted: DoctorPerson;
  readonly carer: Record<Role, Account>;
  readonly carer_chart: Record<Role, Account>;
  readonly carer_appointments: Record<Role, Account>;
  readonly none: Record<Role, Account>;
}

export async function openExampleClinic(): Promise<ExampleClinic> {
  const clinic = await openClinic();
  const { clock } = clinic;
  const site = await createSite(clock);
  const people = await createPeople(clinic, site);
  const charts = new Map<Role, Promise<ExampleChart>>();
  let hour = 0;

  const make = async (role: Role): Promise<ExampleChart> => {
    hour += 1;
    const chart = await createExampleChart({ clock, role, clinicId: site, doctor: people.treating, hour });
    await relateEverybody(clinic, people, chart);
    if (role === 'doctor') await makePractitioner(clinic, site, chart.owner);
    return chart;
  };
  // Whoever is the subject of a chart owns one as what they are; all others look at a patient's.
  const ownerRole = ({ role, relation }: Viewer): Role => (relation === 'self' ? role : 'patient');
  const chartOf = (viewer: Viewer) => {
    const role = ownerRole(viewer);
    const chart = charts.get(role) ?? make(role);
    charts.set(role, chart);
    return chart;
  };
  const accountOf = async (viewer: Viewer): Promise<Account> => {
    const { role, relation } = viewer;
    if (role === 'anonymous') throw new Error('Nobody has no account.');
    if (relation === 'self') return (await chartOf(viewer)).owner;
    const of = people[relation];
    const account = 'account' in of ? of.account : of[role];
    // These stay the same throughout: whoever has closed their account opens it again.
    await asRole(
      clinic.database.superuserUrl,
      (sql) => sql`update users set disabled_at = null, deleted_at = null where id = ${account.id}`,
    );
    return account;
  };
  const auditEvent = await anyEvent(clinic, people.none.patient);
  return {
    ...clinic,
    ...{ site, auditEvent, chartOf },
    spend: (viewer) => void charts.delete(ownerRole(viewer)),
    accountOf,
    async callerOf(viewer, session = {}) {
      if (viewer.role === 'anonymous') return { kind: 'anonymous' };
      return signIn(clock, await accountOf(viewer), session);
    },
  };
}

async function createPeople({ clock }: TestClinic, site: Id<'clinics'>): Promise<People> {
  const doctor = () => createDoctor(clock, site);
  const patient = () => createPatient(clock, site, 'Gus Dicki');
  const account = ({ account }: { account: Account }) => account;
  const ofEveryRole = async () => ({
    patient: account(await patient()),
    doctor: account(await doctor()),
    admin: await createAccount(clock, 'admin'),
  });
  return {
    treating: await doctor(),
    consulting: await doctor(),
    consulting_restricted: await doctor(),
    carer: await ofEveryRole(),
    carer_chart: await ofEveryRole(),
    carer_appointments: await ofEveryRole(),
    none: await ofEveryRole(),
  };
}

async function anyEvent({ clock, database }: TestClinic, account: Account): Promise<string> {
  await visitor(clock, await signIn(clock, account)).call(getMe, {});
  return asRole(database.superuserUrl, async (sql) => {
    const [row] = await sql<{ id: string }[]>`select id from audit_logs limit 1`;
    return row?.id ?? '';
  });
}

const asImport = ({ clock }: TestClinic) =>
  ({ kind: 'system', job: 'import', now: clock.now(), requestId: newRequestId() }) as const;

const carers = (people: Record<Role, Account>, scope: CareScope) =>
  Object.values(people).map(({ id }) => ({ kind: 'carer', scope, user_id: id }) as const);

async function relateEverybody(clinic: TestClinic, people: People, { patient }: ExampleChart) {
  const now = clinic.clock.now();
  const parties = [
    { kind: 'treating', practitioner_id: people.treating.id },
    { kind: 'consulting', practitioner_id: people.consulting.id },
    { kind: 'consulting', scope: 'restricted', practitioner_id: people.consulting_restricted.id },
    ...carers(people.carer, 'chart_and_appointments'),
    ...carers(people.carer_chart, 'chart'),
    ...carers(people.carer_appointments, 'appointments'),
  ] as const;
  await withActor(asImport(clinic), async (tx) => {
    for (const party of parties) {
      const row = { ...party, id: newId('care_relationships'), patient_id: patient };
      await insertRow(tx, careRelationships, { ...row, valid_from: now, created_at: now });
    }
  });
}

async function makePractitioner(clinic: TestClinic, site: Id<'clinics'>, owner: Account): Promise<void> {
  const id = newId('practitioners');
  await withActor(asImport(clinic), async (tx) => {
    await insertRow(tx, practitioners, {
      id,
      user_id: owner.id,
      clinic_id: site,
      display_name: seal('practitioners.display_name', id, 'Dr Louis Erdman'),
      speciality: 'General practice',
      created_at: clinic.clock.now(),
    });
  });
}
