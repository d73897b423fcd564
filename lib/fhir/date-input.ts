import { z } from 'zod';
import { isFhirDate } from './dates';

/** A FHIR date or dateTime as it is written; to the nanosecond and with its zone it has 35 characters. */
export const fhirDateInput = z.string().meta({ maxLength: 35 }).refine(isFhirDate, { error: 'invalid_date' });
