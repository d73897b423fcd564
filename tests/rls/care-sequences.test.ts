import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withActor } from '#db/client';
import { insertRow } from '#db/rows';
import { medicalRecords } from '#db/schema/medical-records';
import { isOperationError } from '#lib/errors/operation-error';
import { bookAppointment } from '#lib/operations/appointments/book';
import { cancelAppointment } from '#lib/operations/appointments/cancel';
import { assignDoctor } from '#lib/operations/care-relationships/assign';
import { changeCareEnd } from '#lib/operations/care-relationships/change-end';
import { endCare } from '#lib/operations/care-relationships/end';
import { endAssignment } from '#lib/operations/care-relationships/end-assignment';
import { grantConsulting } from '#lib/operations/care-relationships/grant-consulting';
import { listOwnCare } from '#lib/operations/care-relationships/list';
import { listAssignedDoctors } from '#lib/operations/care-relationships/list-assigned';
import { type Id, newId } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';
import type { UserActor } from '#lib/policy/actor';
import { decide } from '#lib/policy/decide';
import { scopesOfRole } from '#lib/policy/scopes';
import { type Relation, sensitivities } from '#lib/policy/subject';
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
import { createCarer } from '../factories/carer';
import { visitor } from '../factories/visitor';
import { openClinic, type TestClinic } from '../harness/clinic';

let clinic: TestClinic;
let site: Id<'clinics'>;
beforeAll(async () => {
  clinic = await openClinic();
  site = await createSite(clinic.clock);
});
afterAll(() => clinic.close());

/** What can happen to a chart; `doctor` is one of two, and `nth` one of what is there. */
type Step =
  | {
      readonly kind: 'book' | 'cancel' | 'assign' | 'unassign' | 'end';
      readonly doctor: 0 | 1;
      readonly nth: number;
    }
  | { readonly kind: 'consult'; readonly scope: 'chart' | 'restricted'; readonly days: number }
  | {
      readonly kind: 'care';
      readonly scope: 'chart' | 'appointments' | 'chart_and_appointments';
      readonly days: number;
    }
  | { readonly kind: 'change'; readonly nth: number; readonly days: number }
  | { readonly kind: 'wait'; readonly days: number };

/** Everything that can be granted, one after the other. */
const everyGrant: Step[] = [
  { kind: 'assign', doctor: 0, nth: 0 },
  { kind: 'consult', scope: 'restricted', days: 5 },
  ...(['chart', 'appointments', 'chart_and_appointments'] as const).map(
    (scope) => ({ kind: 'care', scope, days: 5 }) as const,
  ),
  { kind: 'wait', days: 61 },
  { kind: 'consult', scope: 'chart', days: 5 },
];

const [doctor, nth, days] = [fc.constantFrom<0 | 1>(0, 1), fc.nat(3), fc.integer({ min: 0, max: 60 })];
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('book', 'cancel', 'assign', 'unassign', 'end'), doctor, nth }),
  fc.record({ kind: fc.constant('consult'), scope: fc.constantFrom('chart', 'restricted'), days }),
  fc.record({
    kind: fc.constant('care'),
    scope: fc.constantFrom('chart', 'appointments', 'chart_and_appointments'),
    days,
  }),
  fc.record({ kind: fc.constant('change'), nth, days }),
  fc.record({ kind: fc.constant('wait'), days: fc.constantFrom(0, 1, 30, 61, 400) }),
) as fc.Arbitrary<Step>;

interface World {
  readonly patient: PatientPerson;
  readonly doctors: readonly [DoctorPerson, DoctorPerson];
  readonly colleague: DoctorPerson;
  readonly admin: Person;
  readonly carers: Person[];
  readonly visits: { readonly id: string; readonly doctor: 0 | 1 }[];
  booked: number;
}

const fresh = async ({ account }: Person) => visitor(clinic.clock, await signIn(clinic.clock, account));
const dayIn = (more: number) =>
  clinic.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate().add({ days: more }).toString();

/** The next Monday to Friday at 9:00, 9:30 … by the clock of London, another one each time. */
function offered(world: World): string {
  world.booked += 1;
  const date = clinic.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate();
  const monday = date.add({ days: 8 - date.dayOfWeek + 7 * world.booked });
  return monday.toZonedDateTime({ timeZone: 'Europe/London', plainTime: '09:00' }).toInstant().toString();
}

/** Does it, as those would who may. What is refused has simply not happened. */
async function take(world: World, at: Step): Promise<void> {
  const patient = await fresh(world.patient);
  if (at.kind === 'wait') return clinic.clock.advance(at.days * 86_400);
  if (at.kind === 'book') {
    const wish = { doctor_id: world.doctors[at.doctor].id, scheduled_at: offered(world) };
    world.visits.push({ id: (await patient.call(bookAppointment, wish)).id, doctor: at.doctor });
  }
  if (at.kind === 'cancel') {
    const visit = world.visits[at.nth];
    if (visit) await patient.call(cancelAppointment, { id: visit.id });
  }
  const admin = await fresh(world.admin);
  const about = { id: world.patient.account.id, reason: 'Asked for' };
  if (at.kind === 'assign') {
    await admin.call(assignDoctor, { ...about, doctor_id: world.doctors[at.doctor].id });
  }
  if (at.kind === 'unassign') {
    const [first] = (await admin.call(listAssignedDoctors, { id: about.id })).items;
    if (first) await admin.call(endAssignment, { ...about, assignment_id: first.id });
  }
  if (at.kind === 'consult') {
    const grant = { patient_id: world.patient.id, doctor_id: world.colleague.id, scope: at.scope };
    await (await fresh(world.doctors[0])).call(grantConsulting, { ...grant, until: dayIn(at.days) });
  }
  if (at.kind === 'care') {
    const sender = { ...world.patient, ...patient };
    world.carers.push(await createCarer(clinic, sender, at.scope, dayIn(at.days)));
  }
  if (at.kind === 'end' || at.kind === 'change') {
    const { items } = await patient.call(listOwnCare, {});
    const chosen = items.filter(({ kind }) => kind !== 'treating')[at.nth];
    if (chosen && at.kind === 'end') await patient.call(endCare, { id: chosen.id });
    if (chosen && at.kind === 'change')
      await patient.call(changeCareEnd, { id: chosen.id, until: dayIn(at.days) });
  }
}

async function openWorld(): Promise<World> {
  const { clock } = clinic;
  const patient = await createPatient(clock, site);
  const moment = { now: clock.now(), requestId: newRequestId() };
  await withActor({ kind: 'system', job: 'import', ...moment }, async (tx) => {
    for (const sensitivity of sensitivities) {
      await insertRow(tx, medicalRecords, {
        ...{ id: newId('medical_records'), patient_id: patient.id, sensitivity },
        ...{ resource_type: 'Condition', record_type: 'diagnosis', status: 'active', version: 1 },
        ...{ stage: 'final', release: 'released', review: 'none', source_system: 'medisecure' },
        effective_at: clock.now(),
        encrypted_content: new Uint8Array([0]) as never,
        created_at: clock.now(),
        updated_at: clock.now(),
      });
    }
  });
  const doctors = [await createDoctor(clock, site), await createDoctor(clock, site)] as const;
  const [colleague, admin] = [await createDoctor(clock, site), await createAdmin(clock)];
  return { patient, doctors, colleague, admin, carers: [], visits: [], booked: 0 };
}

/** What somebody is to the chart by the patient's own list of it: apart from row security and from its queries. */
function relationOf(items: Awaited<ReturnType<typeof listOf>>, person: string, account: string): Relation {
  const held = items.filter(({ holds, who }) => holds && (who === person || who === account));
  const relation = held.map(({ kind, scope }): Relation => {
    if (kind === 'treating') return 'treating';
    if (kind === 'consulting') return scope === 'restricted' ? 'consulting_restricted' : 'consulting';
    return scope === 'chart_and_appointments'
      ? 'carer'
      : scope === 'chart'
        ? 'carer_chart'
        : 'carer_appointments';
  });
  return relation.includes('treating') ? 'treating' : (relation[0] ?? 'none');
}

async function listOf(world: World) {
  const { items } = await (await fresh(world.patient)).call(listOwnCare, {});
  const admin = {
    kind: 'system',
    job: 'import',
    now: clinic.clock.now(),
    requestId: newRequestId(),
  } as const;
  const parties = await withActor(
    admin,
    (tx) =>
      tx<
        { id: string; who: string }[]
      >`select id, coalesce(practitioner_id, user_id) as who from care_relationships`,
  );
  const whoOf = new Map(parties.map(({ id, who }) => [id, who]));
  return items.map((item) => ({ ...item, who: whoOf.get(item.id) }));
}

/** How many records somebody sees through row security, and how many the policy allows them. */
async function comparedFor(
  world: World,
  person: Person & { id?: string },
  items: Awaited<ReturnType<typeof listOf>>,
) {
  const { session } = await signIn(clinic.clock, person.account);
  const context = { kind: 'user', session, now: clinic.clock.now(), requestId: newRequestId() } as const;
  const seen = await withActor(
    context,
    (tx) => tx<{ sensitivity: string }[]>`
      select sensitivity from medical_records where patient_id = ${world.patient.id} order by 1`,
  );
  const relation = relationOf(items, person.id ?? '', person.account.id);
  const { role } = person.account;
  const actor = {
    kind: 'user',
    role,
    scopes: scopesOfRole[role],
    practitioner_id: person.id ?? null,
  } as UserActor;
  const record = { stage: 'final', release: 'released', doctor_id: null } as const;
  const chart = { type: 'chart', patient_id: world.patient.id, relation } as const;
  const allowed = sensitivities.filter(
    (sensitivity) => decide(actor, 'read:records', { ...chart, record: { ...record, sensitivity } }).allowed,
  );
  return { relation, seen: seen.map(({ sensitivity }) => sensitivity), allowed: [...allowed] };
}

it('whatever is granted, ended and waited for, row security shows what the policy allows', async () => {
  const met = new Set<Relation>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      clinic.clock.set('2026-03-02T10:00:00Z');
      const world = await openWorld();
      for (const at of steps) {
        await take(world, at).catch((error) => {
          if (!isOperationError(error)) throw error;
        });
        const items = await listOf(world);
        for (const person of [...world.doctors, world.colleague, world.admin, ...world.carers]) {
          const { relation, seen, allowed } = await comparedFor(world, person, items);
          met.add(relation);
          expect([at, relation, seen]).toEqual([at, relation, allowed]);
        }
      }
    }),
    { numRuns: 25, examples: [[everyGrant]] },
  );
  expect(met.size).toBe(7);
}, 120_000);
