import { at, type JsonObject, list, string } from './json';

/** Synthea marks invented names with digits, `Luisa710`. They are taken off for showing only. */
export function plainName(marked: string): string {
  return marked.replace(/(\p{L})\d+/gu, '$1');
}

/** Every given and family name of a Patient, of today and of before. */
export const namesOf = (patient: JsonObject): string[] =>
  list(patient.name)
    .flatMap((name) => [...list(at(name, 'given')), at(name, 'family'), at(name, 'text')])
    .flatMap((part) => string(part) ?? [])
    .map(plainName);
