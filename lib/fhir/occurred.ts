import { certainlyBefore, type FhirDate, parseFhirDate, spanOf } from './dates';
import { ImpossibleMove } from './impossible-move';
import { at, type Json, string } from './json';

export function dateAt(value: Json | undefined, zone: string): FhirDate | null {
  const text = string(value);
  return text === undefined ? null : parseFhirDate(text, zone);
}

export function periodAt(value: Json | undefined, zone: string): FhirDate | null {
  return spanOf(dateAt(at(value, 'start'), zone), dateAt(at(value, 'end'), zone));
}

/** per-1: a period ends after it begins. What cannot be told from dates of different precision passes. */
export function refuseBackwards(start: string | undefined, end: string | undefined): void {
  if (start !== undefined && end !== undefined && certainlyBefore(end, start))
    throw new ImpossibleMove('would end before it begins');
}
