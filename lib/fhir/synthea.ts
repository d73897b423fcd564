import { systems } from './codes';
import { codingOf, conceptText } from './concept';
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
import { fromResource } from './resource';
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
  readonly resources: readonly SyntheaResource[];
  /** How many resources of each kind were not taken: nothing is dropped in silence. */
  readonly left_out: Readonly<Record<string, number>>;
}

interface Entry {
  readonly id: string;
  readonly resource: JsonObject;
}

/** The chart in a bundle of Synthea (vintages 2019, 2021 and 2025): one patient with the resources that we hold. */
export function extractChart(bundle: string): SyntheaChart {
  const entries = list(parseResource(bundle).entry).flatMap(entryOf);
  const patient = entries.find(({ resource }) => resource.resourceType === 'Patient');
  if (!patient) throw new UnreadableResource('no patient in the bundle');
  const byId = new Map(entries.map((entry) => [entry.id, entry.resource]));
  const rest = entries.filter((entry) => entry !== patient);
  const taken = rest.filter(({ resource }) => isHeld(resource, byId));
  return {
    patient: patientOf(patient.id, patient.resource),
    resources: taken.map((entry) => resourceOf(entry, byId)),
    left_out: countKinds(rest.filter((entry) => !taken.includes(entry))),
  };
}

function entryOf(entry: Json): Entry[] {
  const id = string(at(entry, 'fullUrl'))?.replace('urn:uuid:', '');
  const resource = object(at(entry, 'resource'));
  return id === undefined || !resource ? [] : [{ id, resource }];
}

function isHeld(resource: JsonObject, byId: ReadonlyMap<string, JsonObject>): boolean {
  if (resource.resourceType === 'Observation') return isLaboratory(resource);
  if (resource.resourceType === 'DiagnosticReport') return isLaboratoryReport(resource, byId);
  return resource.resourceType === 'Condition' || resource.resourceType === 'MedicationRequest';
}

const categories = (resource: JsonObject, system: string) =>
  list(resource.category).flatMap((category) => codingOf(category, system) ?? []);

function isLaboratory(resource: JsonObject): boolean {
  return categories(resource, systems.observationCategory).includes('laboratory');
}

/** By its category; some panels of 2025 have none and are what all their results are (blood gases, but no surveys). */
function isLaboratoryReport(report: JsonObject, byId: ReadonlyMap<string, JsonObject>): boolean {
  if (list(report.category).length > 0) return categories(report, systems.reportCategory).includes('LAB');
  const results = list(report.result).map((result) => referenced(at(result, 'reference'), byId));
  return results.length > 0 && results.every((result) => result !== undefined && isLaboratory(result));
}

function referenced(
  reference: Json | undefined,
  byId: ReadonlyMap<string, JsonObject>,
): JsonObject | undefined {
  return byId.get(string(reference)?.replace('urn:uuid:', '') ?? '');
}

function resourceOf({ id, resource }: Entry, byId: ReadonlyMap<string, JsonObject>): SyntheaResource {
  const text = printResource(withMedicineNamed(resource, byId));
  const view = fromResource(text, 'UTC');
  return {
    source_id: id,
    resource_type: view.resource_type,
    record_type: view.record_type,
    text,
    occurred_text: view.occurred?.text ?? null,
    display: view.title,
  };
}

/** A medicine that stands in another entry, which we do not hold, is named where it is referred to. */
function withMedicineNamed(resource: JsonObject, byId: ReadonlyMap<string, JsonObject>): JsonObject {
  const reference = object(resource.medicationReference);
  if (!reference || reference.display !== undefined) return resource;
  const display = conceptText(at(referenced(reference.reference, byId), 'code'));
  return display === undefined ? resource : { ...resource, medicationReference: { ...reference, display } };
}

function countKinds(entries: readonly Entry[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { resource } of entries) {
    const kind = kindOf(resource);
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

function kindOf(resource: JsonObject): string {
  const type = string(resource.resourceType) ?? 'unknown';
  const category = string(at(resource, 'category', 0, 'coding', 0, 'code'));
  return type === 'Observation' || type === 'DiagnosticReport'
    ? `${type} (${category ?? 'no category'})`
    : type;
}
