import type { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import type { Statement, Tx } from '../client';
import { insertRow } from '../rows';
import type { medicalRecords } from '../schema/medical-records';
import type { practitioners } from '../schema/practitioners';
import { resultReviews } from '../schema/result-reviews';
import type { AddresseeRow } from './administered-accounts';
import { type RecordRow, recordColumns } from './medical-records';
import { listPage, type Page, type Window } from './page';
import type { PatientRow } from './patients';

type Row = typeof medicalRecords.$inferSelect;
type Review = typeof resultReviews.$inferSelect;

export interface QueueRow extends RecordRow, Omit<PatientRow, 'id'> {}

/**
 * Results that wait for a doctor, of everybody whom the actor treats at this moment: critical ones first, then what
 * has waited longest. From each relationship by the index of what waits, so that no panel is read through.
 */
export function listResultsToReview(
  tx: Tx,
  filter: { criticalOnly: boolean },
  window: Window,
): Promise<Page<QueueRow>> {
  const waiting = tx`
    (select w.id, w.review, w.effective_at, w.patient_id
       from (select distinct c.patient_id from care_relationships c
              where c.practitioner_id = app.practitioner_id() and c.kind = 'treating'
                and c.valid_from <= app.now() and (c.valid_until is null or c.valid_until > app.now())) panel
      cross join lateral (
        select m.id, m.review, m.effective_at, m.patient_id from medical_records m
         where m.patient_id = panel.patient_id and m.review in ('pending', 'critical')
           and m.stage in ('final', 'amended')) w) q`;
  return listPage(
    tx,
    {
      table: waiting,
      joins: tx`
        join medical_records r on r.id = q.id
        join patients p on p.id = q.patient_id
        join patient_keys k on k.patient_id = q.patient_id
        left join practitioners d on d.id = r.doctor_id`,
      columns: tx`
        ${recordColumns(tx)}, p.legal_name, p.birth_date, p.sex, k.id as key_id, k.version as key_version, k.wrapped_key`,
      where: tx`(q.review = 'critical' or not ${filter.criticalOnly})`,
      order: tx`q.review = 'critical' desc, q.effective_at, q.id`,
    },
    window,
  );
}

export type HeldResultRow = Pick<Row, 'review' | 'release' | 'version' | 'stage'>;

/** The result, held until the end of the transaction: two who review it come one after the other. */
export async function lockResult(tx: Tx, id: Id<'medical_records'>): Promise<HeldResultRow | null> {
  const [row] = await tx<HeldResultRow[]>`
    select review, release, version, stage from medical_records where id = ${id} for update`;
  return row ?? null;
}

export async function markResultReviewed(
  tx: Tx,
  { id, release }: Pick<Row, 'id' | 'release'>,
): Promise<void> {
  await tx`update medical_records set review = 'done', release = ${release}, updated_at = app.now() where id = ${id}`;
}

/** What a record that has just been signed or corrected is from now on, to its patient and in the queue. */
export async function markResultState(
  tx: Tx,
  { id, result_category, release, review }: Pick<Row, 'id' | 'result_category' | 'release' | 'review'>,
): Promise<void> {
  await tx`
    update medical_records set result_category = ${result_category}, release = ${release}, review = ${review}
     where id = ${id}`;
}

export function insertReview(tx: Tx, row: typeof resultReviews.$inferInsert): Statement {
  return insertRow(tx, resultReviews, row);
}

export type ReviewRow = Pick<
  Review,
  'id' | 'version' | 'comment' | 'critical_acknowledged' | 'reviewed_at' | 'practitioner_id'
> & { doctor_name: (typeof practitioners.$inferSelect)['display_name'] };

/** Who has looked at a result, the newest first. */
export function listReviews(
  tx: Tx,
  { patient_id, id }: { patient_id: Id<'patients'>; id: Id<'medical_records'> },
): Promise<ReviewRow[]> {
  return tx<ReviewRow[]>`
    select v.id, v.version, v.comment, v.critical_acknowledged, v.reviewed_at, v.practitioner_id,
           d.display_name as doctor_name
      from result_reviews v join practitioners d on d.id = v.practitioner_id
     where v.patient_id = ${patient_id} and v.record_id = ${id}
     order by v.reviewed_at desc, v.id desc`;
}

export interface WithheldRow {
  id: Id<'medical_records'>;
  result_category: Row['result_category'];
  release: Row['release'];
  effective_at: Temporal.Instant;
}

/** That there are results which the acting patient has not been shown, and no more of them. */
export function listWithheldResults(tx: Tx): Promise<WithheldRow[]> {
  return tx<WithheldRow[]>`select id, result_category, release, effective_at from app.withheld_results()`;
}

/** False where there is nothing of the actor's that waits for their word alone. */
export async function revealResult(tx: Tx, id: Id<'medical_records'>): Promise<boolean> {
  const [row] = await tx<{ revealed: boolean }[]>`select app.reveal_result(${id}) as revealed`;
  return row?.revealed ?? false;
}

/** Whose mail it is when something new stands in a chart; null for a chart without an account. */
export async function findOwnerOfChart(tx: Tx, patientId: Id<'patients'>): Promise<AddresseeRow | null> {
  const [row] = await tx<AddresseeRow[]>`select id, email, locale from app.owner_of_chart(${patientId})`;
  return row ?? null;
}

export type ChartResultRow = RecordRow & Pick<Row, 'effective_at'>;

/** The signed laboratory results of a chart, the newest first. */
export function listResultsOfChart(
  tx: Tx,
  patientId: Id<'patients'>,
  limit: number,
): Promise<ChartResultRow[]> {
  return tx<ChartResultRow[]>`
    select ${recordColumns(tx)}, r.effective_at
      from medical_records r left join practitioners d on d.id = r.doctor_id
     where r.patient_id = ${patientId} and r.record_type = 'lab_result' and r.stage in ('final', 'amended')
     order by r.effective_at desc, r.id
     limit ${limit}`;
}
