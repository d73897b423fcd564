import type { Tx } from '#db/client';
import { findDisagreement } from '#db/queries/disagreements';
import { findProvenance } from '#db/queries/provenances';
import { findChartPatient, findPractitioner } from '#db/queries/resource-people';
import { findVisit } from '#db/queries/resource-visits';
import { findResource, type ResourceChartRow } from '#db/queries/resources';
import { type ChartSubject, type OwnSubject, ownRows } from '#lib/policy/subject';
import { chartKey } from '../patients/chart-key';
import type { Found } from './found';
import {
  openDisagreement,
  openPatient,
  openPractitioner,
  openProvenance,
  openRecord,
  openVisit,
} from './open-resource';

/** The subject of what is done to one resource, which is opened only when the policy has decided. */
export type FoundResource = (ChartSubject | OwnSubject) & { open(): Found };

type Find = (tx: Tx, id: string) => Promise<FoundResource | null>;

export type RecordSubject = ChartSubject & { readonly row: ResourceChartRow };

/** A record of ours as the resource of that type. */
export async function resourceSubject(tx: Tx, type: string, id: string): Promise<RecordSubject | null> {
  const row = await findResource(tx, type, id);
  return row && { type: 'chart', patient_id: row.patient_id, relation: row.relation, record: row, row };
}

/** What is no record with us: people, visits, who wrote what, and what patients say to a denial. */
const built: Readonly<Record<string, Find>> = {
  async Patient(tx, id) {
    const row = await findChartPatient(tx, id);
    return row && { type: 'chart', patient_id: row.id, relation: row.relation, open: () => openPatient(row) };
  },
  // Who works at the clinic is no secret to those whom it treats.
  async Practitioner(tx, id) {
    const row = await findPractitioner(tx, id);
    return row && { ...ownRows(), open: () => openPractitioner(row) };
  },
  async Appointment(tx, id) {
    const row = await findVisit(tx, id);
    const chart = row && { patient_id: row.patient_id, relation: row.relation };
    return chart && { type: 'chart', ...chart, open: () => openVisit(row, chartKey(row)) };
  },
  async Provenance(tx, id) {
    const row = await findProvenance(tx, id);
    const chart = row && { patient_id: row.patient_id, relation: row.relation };
    return chart && { type: 'chart', ...chart, open: () => openProvenance(row) };
  },
  async Communication(tx, id) {
    const row = await findDisagreement(tx, id);
    const chart = row && { patient_id: row.patient_id, relation: row.relation };
    return chart && { type: 'chart', ...chart, open: () => openDisagreement(row, chartKey(row)) };
  },
};

/** A resource by its type and id: one that is built here, or a record that was received as such. */
export async function findAnyResource(tx: Tx, type: string, id: string): Promise<FoundResource | null> {
  const own = Object.hasOwn(built, type) ? await built[type]?.(tx, id) : null;
  if (own) return own;
  const record = await resourceSubject(tx, type, id);
  return record && { ...record, open: () => openRecord(record.row, chartKey(record.row)) };
}
