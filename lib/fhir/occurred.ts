import { type FhirDate, parseFhirDate, spanOf } from './dates';
import { at, type Json, string } from './json';

export function dateAt(value: Json | undefined, zone: string): FhirDate | null {
  const text = string(value);
  return text === undefined ? null : parseFhirDate(text, zone);
}

export function periodAt(value: Json | undefined, zone: string): FhirDate | null {
  return spanOf(dateAt(at(value, 'start'), zone), dateAt(at(value, 'end'), zone));
}
