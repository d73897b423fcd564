import { Temporal } from 'temporal-polyfill';
import { recordContent, type WritableRecordType } from '#lib/fhir/content';
import type { ContentByType } from '#lib/fhir/content-view';
import { amendResource, toResource } from '#lib/fhir/resource';

export const writableTypes = Object.keys(recordContent) as WritableRecordType[];

export const recorded_at = Temporal.Instant.from('2026-11-25T09:30:00.123456Z');
const context = { id: 'r1', patient_id: 'p1', practitioner_id: 'd1', recorded_at };

/** A resource with this content, written at one known moment. */
export function made<Type extends WritableRecordType>(type: Type, content: ContentByType[Type], more = {}) {
  return toResource(type, content, { ...context, ...more });
}

export const amended = <Type extends WritableRecordType>(
  text: string,
  type: Type,
  content: ContentByType[Type],
) => amendResource(text, type, content, { recorded_at });

export const tree = (text: string) => JSON.parse(text);
