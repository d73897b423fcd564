import type { Temporal } from 'temporal-polyfill';
import type { WritableRecordType } from '#lib/fhir/content';
import type { ContentByType } from '#lib/fhir/content-view';
import { toResource } from '#lib/fhir/resource';

interface NewRecord<Type extends WritableRecordType> {
  readonly patient_id: string;
  readonly record_type: Type;
  readonly content: ContentByType[Type];
  readonly occurred_at?: string | undefined;
}

type AnyNewRecord = { [Type in WritableRecordType]: NewRecord<Type> }[WritableRecordType];

interface Origin {
  readonly id: string;
  readonly practitioner_id: string;
  readonly recorded_at: Temporal.Instant;
}

/** The FHIR resource of what a doctor wrote. */
export function newResource(record: AnyNewRecord, origin: Origin): string {
  const write = <Type extends WritableRecordType>({
    record_type,
    content,
    patient_id,
    occurred_at,
  }: NewRecord<Type>) => toResource(record_type, content, { ...origin, patient_id, occurred_at });
  return write(record as NewRecord<WritableRecordType>);
}
