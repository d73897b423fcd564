import { z } from 'zod';
import { isFhirDate } from '#lib/fhir/dates';

/** From when on: a date of FHIR, so that nothing else that is typed stands in the log. */
export const since = z.string().max(40).refine(isFhirDate, 'invalid_date');
