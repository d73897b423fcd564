import { z } from 'zod';
import { isResourceType } from '#lib/fhir/rest/resource-types';

/** A type of R4. */
export const resourceType = z.string().max(64).refine(isResourceType, 'unknown_type');
