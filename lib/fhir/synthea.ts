import { conceptText } from './concept';
import type { RecordType } from './content-view';
import {
  at,
  type Json,
  type JsonObject,
  list,
  object,
  parseResource,
  printResource,
  string,
  UnreadableResource,
} from './json';
import { viewOf } from './resource';
import { patientOf, type SyntheaPatient } from './synthea-patient';

interface SyntheaResource {
  readonly source_id: string;
  readonly resource_type: string;
  readonly record_type: RecordType;
  /** The resource as received, without the white space between its elements. */
  readonly text: string;
  readonly occurred_text: string | null;
  readonly display: string;
}

export interface SyntheaChart {
  readonly patient: SyntheaPatient;
  /** Every other resource of the bundle: what we do not understand is kept whole. */
  readonly resources: readonly SyntheaResource[];
}

interface Entry {
  readonly id: string;
  readonly resource: JsonObject;
}

/** The chart in a bundle of Synthea (vintages 2019, 2021 and 2025): one patient with all the resources besides. */
export function extractChart(bundle: string): SyntheaChart {
  const entries = list(parseResource(bundle).entry).flatMap(entryOf);
  const patient = entries.find(({ resource }) => resource.resourceType === 'Patient');
  if (!patient) throw new UnreadableResource('no patient in the bundle');
  const byId = new Map(entries.map((entry) => [entry.id, entry.resource]));
  return {
    patient: patientOf(patient.id, patient.resource),
    resources: entries.filter((entry) => entry !== patient).map((entry) => resourceOf(entry, byId)),
  };
}

function entryOf(entry: Json): Entry[] {
  const id = string(at(entry, 'fullUrl'))?.replace('urn:uuid:', '');
  const resource = object(at(entry, 'resource'));
  return id === undefined || !resource ? [] : [{ id, resource }];
}

function referenced(
  reference: Json | undefined,
  byId: ReadonlyMap<string, JsonObject>,
): JsonObject | undefined {
  return byId.get(string(reference)?.replace('urn:uuid:', '') ?? '');
}

function resourceOf({ id, resource }: Entry, byId: ReadonlyMap<string, JsonObject>): SyntheaResource {
  const named = withMedicineNamed(resource, byId);
  const view = viewOf(named, 'UTC');
  return {
    source_id: id,
    resource_type: view.resource_type,
    record_type: view.record_type,
    text: printResource(named),
    occurred_text: view.occurred?.text ?? null,
    display: view.title,
  };
}

/** A medicine that stands in another entry is named where it is referred to: a record is read alone. */
function withMedicineNamed(resource: JsonObject, byId: ReadonlyMap<string, JsonObject>): JsonObject {
  const reference = object(resource.medicationReference);
  if (!reference || reference.display !== undefined) return resource;
  const display = conceptText(at(referenced(reference.reference, byId), 'code'));
  return display === undefined ? resource : { ...resource, medicationReference: { ...reference, display } };
}
