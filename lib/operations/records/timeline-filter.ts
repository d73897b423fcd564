import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Tx } from '#db/client';
import { findPlace, type Place, type TimelineFilter } from '#db/queries/timeline';
import { dateInput } from '#lib/domain/date-input';
import { queryFlag } from '#lib/domain/query-flag';
import { OperationError } from '#lib/errors/operation-error';
import { type RecordType, recordTypes } from '#lib/fhir/content-view';
import { type Id, patientId, practitionerId, recordId } from '#lib/platform/ids';
import type { FoundChart } from '../patients/find-chart';

/** A chart of two lifetimes in one answer: what a page filters while somebody types. */
const longest = 10_000;

export const timelineInput = z.strictObject({
  patient_id: patientId.optional(),
  record_types: z.array(z.enum(recordTypes)).max(recordTypes.length).optional(),
  /** Days of the clinic's calendar, both included. */
  from: dateInput.optional(),
  until: dateInput.optional(),
  author_id: practitionerId.optional(),
  /** Results that are flagged, and nothing else. */
  notable: queryFlag.default(false),
  /** What the actor has not signed yet: nobody sees another's drafts. */
  drafts: queryFlag.default(false),
  /** Goes on after this record of the chart. */
  before: recordId.optional(),
  limit: z.int().min(1).max(longest).default(50),
});

/** Midnight on a clinic's wall, or as many days later. */
const midnight = (day: string, zone: string, later = 0): Temporal.Instant =>
  Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime(zone).toInstant();

/** Only a laboratory's result has a flag. */
const flaggedTypes = (asked: readonly RecordType[] | undefined): RecordType[] =>
  asked && !asked.includes('lab_result') ? [] : ['lab_result'];

export function filterOf(
  asked: z.output<typeof timelineInput>,
  { patient_id, zone }: FoundChart,
): TimelineFilter {
  return {
    patientId: patient_id,
    types: asked.notable ? flaggedTypes(asked.record_types) : (asked.record_types ?? null),
    from: asked.from === undefined ? null : midnight(asked.from, zone),
    until: asked.until === undefined ? null : midnight(asked.until, zone, 1),
    authorId: asked.author_id ?? null,
    draftsOnly: asked.drafts,
  };
}

/** @throws OperationError `not_found` for no record of the chart */
export async function placeOf(tx: Tx, patient: Id<'patients'>, id: Id<'medical_records'>): Promise<Place> {
  const place = await findPlace(tx, patient, id);
  if (!place) throw new OperationError('not_found');
  return place;
}
