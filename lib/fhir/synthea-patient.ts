import { at, type JsonObject, list, printResource, string } from './json';
import { plainName } from './patient-names';

export interface SyntheaPatient {
  readonly source_id: string;
  readonly legal_name: string;
  readonly birth_date: string;
  readonly sex: string | null;
  readonly deceased: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  /** The whole Patient as received: other names, identifiers, language and extensions stay in it. */
  readonly text: string;
}

export function patientOf(sourceId: string, patient: JsonObject): SyntheaPatient {
  return {
    source_id: sourceId,
    legal_name: legalName(patient),
    birth_date: string(patient.birthDate) ?? '',
    sex: string(patient.gender) ?? null,
    deceased: string(patient.deceasedDateTime) ?? null,
    address: address(patient),
    phone: string(at(patient, 'telecom', 0, 'value')) ?? null,
    text: printResource(patient),
  };
}

function legalName(patient: JsonObject): string {
  const names = list(patient.name);
  const official = names.find((name) => at(name, 'use') === 'official') ?? names[0];
  const parts = [...list(at(official, 'given')), at(official, 'family')];
  return parts
    .flatMap((part) => string(part) ?? [])
    .map(plainName)
    .join(' ');
}

function address(patient: JsonObject): string | null {
  const home = at(patient, 'address', 0);
  const parts = [
    ...list(at(home, 'line')),
    at(home, 'city'),
    at(home, 'state'),
    at(home, 'postalCode'),
    at(home, 'country'),
  ];
  const words = parts.flatMap((part) => string(part) ?? []);
  return words.length === 0 ? null : words.join(', ');
}
