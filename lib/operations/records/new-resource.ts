import type { Temporal } from 'temporal-polyfill';
import type { WritableRecordType } from '#lib/fhir/content';
import type { ContentByType } from '#lib/fhir/content-view';
import { asDraft, withSensitivity } from '#lib/fhir/draft';
import { toResource } from '#lib/fhir/resource';

interface NewRecord<Type extends WritableRecordType> {
  readonly patient_id: string;
  readonly record_type: Type;
  readonly content: ContentByType[Type];
  readonly occurred_at?: string | undefined;
  readonly encounter_id?: string | undefined;
  readonly draft?: boolean | undefined;
  readonly restricted?: boolean | undefined;
}

type AnyNewRecord = { [Type in WritableRecordType]: NewRecord<Type> }[WritableRecordType];

interface Origin {
  readonly id: string;
  readonly practitioner_id: string;
  readonly recorded_at: Temporal.Instant;
}

/** The FHIR resource of what a doctor wrote. */
export function newResource(record: AnyNewRecord, origin: Origin): string {
  const write = <Type extends WritableRecordType>({ record_type, content, ...place }: NewRecord<Type>) =>
    toResource(record_type, content, { ...origin, ...place });
  const text = write(record as NewRecord<WritableRecordType>);
  const labelled = record.restricted ? withSensitivity(text, true) : text;
  return record.draft ? asDraft(labelled) : labelled;
}
