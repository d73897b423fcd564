import type { Tx } from '#db/client';
import { listPractitioners } from '#db/queries/resource-people';
import { listWholeChart } from '#db/queries/resources';
import { referencesAt, targetOf } from '#lib/fhir/rest/references';
import { includePaths } from '#lib/fhir/rest/search-table';
import type { Found } from './found';
import { openPractitioner, openRecord } from './open-resource';
import { type OpenChart, patientOf, provenances } from './sections';

const isOurs = (id: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
const most = 1000;

/**
 * What the resources of a page refer to by these parameters: in the same chart alone, and only what the reader sees. Row
 * security has the last word on both.
 */
export async function included(
  tx: Tx,
  chart: OpenChart,
  page: readonly Found[],
  includes: readonly string[],
): Promise<Found[]> {
  const targets = new Map<string, { type: string; id: string }>();
  for (const { tree, resource_type } of page) {
    const paths = includes.flatMap((include) => includePaths(resource_type, include) ?? []);
    for (const reference of paths.flatMap((path) => referencesAt(tree, path))) {
      const target = targetOf(reference);
      if (target && isOurs(target.id) && targets.size < most)
        targets.set(`${target.type}/${target.id}`, target);
    }
  }
  for (const { resource_type, id } of page) targets.delete(`${resource_type}/${id}`);
  return targets.size === 0 ? [] : load(tx, chart, [...targets.values()]);
}

async function load(
  tx: Tx,
  chart: OpenChart,
  targets: readonly { type: string; id: string }[],
): Promise<Found[]> {
  const idsOf = (isMeant: (type: string) => boolean) =>
    targets.filter(({ type }) => isMeant(type)).map(({ id }) => id);
  const ids = idsOf((type) => type !== 'Patient');
  const types = [...new Set(targets.map(({ type }) => type))];
  const filter = { patientId: chart.patient_id, types, ids, changedFrom: null, changedBefore: null };
  const records = ids.length === 0 ? [] : await listWholeChart(tx, filter, null, most);
  const doctors = idsOf((type) => type === 'Practitioner');
  const people = doctors.length === 0 ? [] : await listPractitioners(tx, doctors, null, most);
  const isPatient = idsOf((type) => type === 'Patient').includes(chart.patient_id);
  const patient = isPatient ? await patientOf(tx, chart)(null, 1) : [];
  return [
    ...patient.map((row) => row.open()),
    ...people.map(openPractitioner),
    ...records.map((row) => openRecord(row, chart.key)),
  ];
}

/** Who wrote the records of a page. */
export async function provenancesOf(tx: Tx, chart: OpenChart, page: readonly Found[]): Promise<Found[]> {
  const wanted = { types: null, ids: null, changedFrom: null, changedBefore: null };
  const records = page.map(({ id }) => id);
  if (records.length === 0) return [];
  const rows = await provenances(tx, chart, wanted, records)(null, most);
  return rows.map((row) => row.open());
}
