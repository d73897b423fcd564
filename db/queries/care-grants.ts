import type { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import type { Relation } from '#lib/policy/subject';
import type { Statement, Tx } from '../client';
import { insertRow } from '../rows';
import { careRelationships } from '../schema/care-relationships';
import type { patients } from '../schema/patients';
import type { practitioners } from '../schema/practitioners';
import type { AddresseeRow } from './administered-accounts';
import type { ChartKeyRow } from './charts';
import { relationTo } from './relation';

type Row = typeof careRelationships.$inferSelect;
type DoctorName = (typeof practitioners.$inferSelect)['display_name'];

export type CareRow = Pick<
  Row,
  | 'id'
  | 'patient_id'
  | 'practitioner_id'
  | 'user_id'
  | 'kind'
  | 'scope'
  | 'source_id'
  | 'granted_by'
  | 'valid_from'
  | 'valid_until'
  | 'ended_by'
> & {
  holds: boolean;
  /** What the actor is to the chart. */
  relation: Relation;
  doctor_user_id: Id<'users'> | null;
  doctor_name: DoctorName | null;
  speciality: string | null;
  /** The doctor who has granted it, where one did. */
  granter_id: Id<'practitioners'> | null;
  granter_name: DoctorName | null;
  /** The visit that has made it. */
  visit_at: Temporal.Instant | null;
};

const columns = (tx: Tx) => tx`
  c.id, c.patient_id, c.practitioner_id, c.user_id, c.kind, c.scope, c.source_id, c.granted_by, c.valid_from, c.valid_until,
  c.ended_by, c.valid_from <= app.now() and (c.valid_until is null or c.valid_until > app.now()) as holds,
  d.user_id as doctor_user_id, d.display_name as doctor_name, d.speciality, g.id as granter_id,
  g.display_name as granter_name, a.scheduled_at as visit_at, ${relationTo(tx, tx`c.patient_id`)} as relation`;

const joins = (tx: Tx) => tx`
  left join practitioners d on d.id = c.practitioner_id
  left join practitioners g on g.user_id = c.granted_by
  left join appointments a on a.id = c.source_id and a.patient_id = c.patient_id`;

/** Everything that opens or has opened a chart to somebody, what holds first and then the newest. */
export function listCare(
  tx: Tx,
  patientId: Id<'patients'>,
  kinds: readonly Row['kind'][],
): Promise<CareRow[]> {
  return tx<CareRow[]>`
    select ${columns(tx)} from care_relationships c ${joins(tx)}
     where c.patient_id = ${patientId} and c.kind in ${tx([...kinds])}
     order by holds desc, coalesce(least(c.valid_until, app.now()), app.now()) desc, c.valid_from desc, c.id desc
     limit 200`;
}

export async function findCare(tx: Tx, id: Id<'care_relationships'>): Promise<CareRow | null> {
  const [row] = await tx<CareRow[]>`
    select ${columns(tx)} from care_relationships c ${joins(tx)} where c.id = ${id}`;
  return row ?? null;
}

/** The doctors whom an admin or an import has assigned to a chart and who treat it now. */
export function listAssigned(tx: Tx, patientId: Id<'patients'>): Promise<CareRow[]> {
  return tx<CareRow[]>`
    select ${columns(tx)} from care_relationships c ${joins(tx)}
     where c.patient_id = ${patientId} and c.kind = 'treating' and c.source_id is null
       and (c.valid_until is null or c.valid_until > app.now())
     order by c.valid_from, c.id`;
}

export type HeldRow = Pick<Row, 'id' | 'patient_id' | 'scope' | 'valid_until'> &
  Pick<typeof patients.$inferSelect, 'legal_name'> &
  ChartKeyRow;

/** The charts that the actor looks after. */
export function listHeld(tx: Tx): Promise<HeldRow[]> {
  return tx<HeldRow[]>`
    select c.id, c.patient_id, c.scope, c.valid_until, p.legal_name, k.id as key_id, k.version as key_version,
           k.wrapped_key
      from care_relationships c
      join patients p on p.id = c.patient_id
      join patient_keys k on k.patient_id = c.patient_id
     where c.user_id = app.user_id() and c.kind = 'carer'
       and c.valid_from <= app.now() and (c.valid_until is null or c.valid_until > app.now())
     order by c.valid_from, c.id
     limit 100`;
}

export function insertCare(tx: Tx, row: typeof careRelationships.$inferInsert): Statement {
  return insertRow(tx, careRelationships, row);
}

/** Ends it now. False where it has ended already, or is not the actor's to end. */
export async function markCareEnded(tx: Tx, id: Id<'care_relationships'>): Promise<boolean> {
  const { count } = await tx`
    update care_relationships set valid_until = app.now(), ended_by = app.user_id()
     where id = ${id} and (valid_until is null or valid_until > app.now())`;
  return count === 1;
}

/** Another end for what holds. False where it has ended meanwhile. */
export async function markCareUntil(
  tx: Tx,
  id: Id<'care_relationships'>,
  until: Temporal.Instant | null,
): Promise<boolean> {
  const { count } = await tx`
    update care_relationships set valid_until = ${until}
     where id = ${id} and (valid_until is null or valid_until > app.now())`;
  return count === 1;
}

export type PartyRow = AddresseeRow & { party: 'patient' | 'doctor' | 'carer' };

/** Whom a relationship is about, to be told of it. */
export function listParties(tx: Tx, id: Id<'care_relationships'>): Promise<PartyRow[]> {
  return tx<PartyRow[]>`select party, id, email, locale from app.parties_of_care(${id})`;
}

/** The chart of an account, for an admin. */
export async function findChartOfAccount(tx: Tx, userId: Id<'users'>): Promise<Id<'patients'> | null> {
  const [row] = await tx<{ id: Id<'patients'> | null }[]>`select app.chart_of_account(${userId}) as id`;
  return row?.id ?? null;
}
