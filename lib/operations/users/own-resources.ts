import type { Tx } from '#db/client';
import { referencesAt } from '#lib/fhir/rest/references';
import { collect } from '../resources/collect';
import { type Found, type ResourceView, viewFound } from '../resources/found';
import { asSeen } from '../resources/own-references';
import type { OpenChart } from '../resources/sections';
import { everythingOf } from '../resources/whole-chart';

const wanted = { types: null, ids: null, changedFrom: null, changedBefore: null };

/** Everything in a chart as FHIR, each resource as it is now, and who wrote what it is now. */
export async function ownResources(tx: Tx, chart: OpenChart, withVisits: boolean): Promise<ResourceView[]> {
  const sections = everythingOf(tx, chart, wanted, withVisits);
  const { found } = await collect(sections, { from: null, limit: Number.MAX_SAFE_INTEGER - 1 });
  const current = found.filter(isOfNow(found));
  return (await asSeen(tx, chart.patient_id, current)).map(viewFound);
}

/** A Provenance of an earlier version tells of a resource that is not among them. */
function isOfNow(found: readonly Found[]): (each: Found) => boolean {
  const versions = new Set(
    found.map(({ resource_type, id, version }) => `${resource_type}/${id}/_history/${version}`),
  );
  return ({ resource_type, tree }) =>
    resource_type !== 'Provenance' || referencesAt(tree, 'target').every((target) => versions.has(target));
}
