import type { Tx } from '#db/client';
import { listDisagreements } from '#db/queries/disagreements';
import { listProvenances } from '#db/queries/provenances';
import {
  findChartPatient,
  listChartPatients,
  listPractitioners,
  listPractitionersOfChart,
} from '#db/queries/resource-people';
import { listVisits } from '#db/queries/resource-visits';
import {
  countResources,
  listResourcePlaces,
  listResources,
  listWholeChart,
  type ResourcePlace,
  type ResourceRow,
} from '#db/queries/resources';
import type { PatientKey } from '#lib/crypto/patient-key';
import type { Id } from '#lib/platform/ids';
import { instantText, parseInstant } from '#lib/platform/instant-text';
import { relationMay } from '#lib/policy/decide';
import { relations } from '#lib/policy/subject';
import type { ChangedWhen } from './changed-when';
import type { Sealed } from './found';
import {
  openDisagreement,
  openPatient,
  openPractitioner,
  openProvenance,
  openRecord,
  openVisit,
} from './open-resource';

/** One kind of resources, a run at a time, each run after a key of the one before it. */
export interface Section {
  (after: string | null, limit: number): Promise<Sealed[]>;
  /** How many there are, where a statement tells. */
  readonly count?: () => Promise<number>;
}

export interface OpenChart {
  readonly patient_id: Id<'patients'>;
  readonly key: PatientKey;
}

export interface Wanted extends ChangedWhen {
  readonly types: readonly string[] | null;
  readonly ids: readonly string[] | null;
}

const apart = (key: string): [string, string] => {
  const bar = key.indexOf('|');
  return [key.slice(0, bar), key.slice(bar + 1)];
};

const momentOf = (key: string | null) => {
  const [at, id] = key === null ? [] : apart(key);
  return at && id ? { at: parseInstant(at), id: id as Id<'medical_records'> } : null;
};

const keyOf = ({ effective_at, id }: Pick<ResourceRow, 'effective_at' | 'id'>) =>
  `${instantText(effective_at)}|${id}`;

/** Records, the newest first. */
export function newestRecords(tx: Tx, { patient_id, key }: OpenChart, wanted: Wanted): Section {
  const filter = { patientId: patient_id, ...wanted };
  const read = async (after: string | null, limit: number) => {
    const rows = await listResources(tx, filter, momentOf(after), limit);
    return rows.map((row) => ({ key: keyOf(row), open: () => openRecord(row, key) }));
  };
  return Object.assign(read, { count: () => countResources(tx, filter) });
}

/** The same for whoever opens many to find few: the chart is gone through once, and opened by runs. */
export function judgedRecords(tx: Tx, chart: OpenChart, wanted: Wanted, ahead: number): Section {
  const filter = { patientId: chart.patient_id, ...wanted };
  let places: ResourcePlace[] = [];
  return async (after, limit) => {
    const found: Sealed[] = [];
    for (let last = after; found.length < limit; ) {
      if (places.length === 0) places = await listResourcePlaces(tx, filter, momentOf(last), ahead);
      const next = places.splice(0, limit - found.length);
      const end = next.at(-1);
      if (!end) break;
      last = keyOf(end);
      const ids = next.map(({ id }) => id);
      const rows = await listResources(tx, { ...filter, ids }, null, ids.length);
      found.push(...rows.map((row) => ({ key: keyOf(row), open: () => openRecord(row, chart.key) })));
    }
    return found;
  };
}

/** Records in an order that nothing changes. */
export function everyRecord(tx: Tx, { patient_id, key }: OpenChart, wanted: Wanted): Section {
  return async (after, limit) => {
    const filter = { patientId: patient_id, ...wanted };
    const rows = await listWholeChart(tx, filter, after as Id<'medical_records'> | null, limit);
    return rows.map((row) => ({ key: row.id, open: () => openRecord(row, key) }));
  };
}

export function visits(tx: Tx, { patient_id, key }: OpenChart, wanted: Wanted): Section {
  return async (after, limit) => {
    const rows = await listVisits(tx, { patientId: patient_id, ...wanted }, after, limit);
    return rows.map((row) => ({ key: row.id, open: () => openVisit(row, key) }));
  };
}

/** What the patient says to denied corrections: it goes wherever the record goes. */
export function disagreements(tx: Tx, { patient_id, key }: OpenChart, wanted: Wanted): Section {
  return async (after, limit) => {
    const rows = await listDisagreements(tx, { patientId: patient_id, ...wanted }, after, limit);
    return rows.map((row) => ({ key: row.id, open: () => openDisagreement(row, key) }));
  };
}

/** Who wrote what; of the named records, or of all. */
export function provenances(
  tx: Tx,
  { patient_id }: Pick<OpenChart, 'patient_id'>,
  { ids, changedFrom, changedBefore }: Wanted,
  records: readonly string[] | null = null,
): Section {
  const filter = {
    patientId: patient_id,
    ids,
    records,
    recordedFrom: changedFrom,
    recordedBefore: changedBefore,
  };
  return async (after, limit) => {
    const [record_id, version] = after === null ? [] : apart(after);
    const last = record_id ? { record_id, version: Number(version) } : null;
    const rows = await listProvenances(tx, filter, last, limit);
    return rows.map((row) => ({ key: `${row.record_id}|${row.version}`, open: () => openProvenance(row) }));
  };
}

const readers = relations.filter((relation) => relationMay(relation, 'read:records'));

/** Everybody whose chart the actor may open. */
export function patientsSeen(tx: Tx, ids: readonly string[] | null): Section {
  return async (after, limit) => {
    const rows = await listChartPatients(tx, { ids, relations: readers }, after, limit);
    return rows.map((row) => ({ key: row.id, open: () => openPatient(row) }));
  };
}

/** The one whose chart it is. */
export function patientOf(tx: Tx, { patient_id }: Pick<OpenChart, 'patient_id'>): Section {
  return async (after) => {
    const row = after === null ? await findChartPatient(tx, patient_id) : null;
    return row ? [{ key: row.id, open: () => openPatient(row) }] : [];
  };
}

export function practitioners(tx: Tx, ids: readonly string[] | null): Section {
  return async (after, limit) => {
    const rows = await listPractitioners(tx, ids, after, limit);
    return rows.map((row) => ({ key: row.id, open: () => openPractitioner(row) }));
  };
}

export function practitionersOf(tx: Tx, { patient_id }: Pick<OpenChart, 'patient_id'>): Section {
  return async (after, limit) => {
    const rows = await listPractitionersOfChart(tx, patient_id, after, limit);
    return rows.map((row) => ({ key: row.id, open: () => openPractitioner(row) }));
  };
}
