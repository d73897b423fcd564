import type { Id } from '#lib/platform/ids';
import type { Relation } from '#lib/policy/subject';
import type { Statement, Tx } from '../client';
import type { medicalRecords } from '../schema/medical-records';
import type { patients } from '../schema/patients';
import type { practitioners } from '../schema/practitioners';
import type { ChartKeyRow } from './charts';
import { relationTo } from './relation';

type Record = typeof medicalRecords.$inferSelect;

/** What a request of a patient is shown with: whose it is, and what it is about as it stands now. */
export interface AskedAbout extends ChartKeyRow {
  legal_name: (typeof patients.$inferSelect)['legal_name'];
  record_content: Record['encrypted_content'];
  record_type: Record['record_type'];
  record_stage: Record['stage'];
  record_sensitivity: Record['sensitivity'];
  record_release: Record['release'];
  record_doctor_id: Record['doctor_id'];
  decider_name: (typeof practitioners.$inferSelect)['display_name'] | null;
  relation: Relation;
}

/** `q` is the request. */
export const askedColumns = (tx: Tx): Statement => tx`
  q.*, p.legal_name, r.encrypted_content as record_content, r.record_type, r.stage as record_stage,
  r.sensitivity as record_sensitivity, r.release as record_release, r.doctor_id as record_doctor_id,
  d.display_name as decider_name, k.id as key_id, k.version as key_version, k.wrapped_key,
  ${relationTo(tx, tx`q.patient_id`)} as relation`;

export const askedJoins = (tx: Tx): Statement => tx`
  join patients p on p.id = q.patient_id
  join patient_keys k on k.patient_id = q.patient_id
  join medical_records r on r.id = q.record_id
  left join practitioners d on d.id = q.decided_by`;

export interface AskedFilter {
  /** Null: of all whom the acting doctor treats. */
  readonly patientId: Id<'patients'> | null;
  readonly recordId: Id<'medical_records'> | null;
  /** Null: whether it is decided or not. */
  readonly open: boolean | null;
}

/** Which requests are listed; row security picks those that the actor may see at all. */
export const askedWhere = (tx: Tx, { patientId, recordId, open }: AskedFilter): Statement => tx`
  (${patientId}::uuid is null or q.patient_id = ${patientId})
  and (${recordId}::uuid is null or q.record_id = ${recordId})
  and (${open}::boolean is null or (q.status = 'requested') = ${open})
  and (${patientId}::uuid is not null or exists (
    select 1 from care_relationships c
     where c.patient_id = q.patient_id and c.kind = 'treating' and c.practitioner_id = app.practitioner_id()
       and c.valid_from <= app.now() and (c.valid_until is null or c.valid_until > app.now())))`;

/** What waits stands in the order in which it was asked; what is over with the newest first. */
export const askedOrder = (tx: Tx): Statement => tx`
  (q.status = 'requested') desc, case when q.status = 'requested' then q.requested_at end, q.requested_at desc, q.id`;
