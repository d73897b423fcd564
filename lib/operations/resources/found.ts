import { z } from 'zod';
import { type JsonObject, printResource } from '#lib/fhir/json';
import { served } from '#lib/fhir/rest/served-resource';

/** A resource as every door gives it. */
export const resourceView = z.strictObject({
  resource_type: z.string(),
  id: z.uuid(),
  version: z.string(),
  last_updated: z.iso.datetime(),
  /** FHIR R4 in JSON, with the digits that were written. */
  resource: z.string(),
});

export type ResourceView = z.output<typeof resourceView>;

/** A resource that has been opened and not yet printed. */
export interface Found extends Omit<ResourceView, 'resource'> {
  readonly tree: JsonObject;
  /** The system that it came from and whose ids it speaks; null for what was written here. */
  readonly source: string | null;
}

/** One that may still be opened, and its place in the list that it stands in. */
export interface Sealed {
  readonly key: string;
  open(): Found;
}

export function viewFound({ tree, source: _, ...identity }: Found): ResourceView {
  return { ...identity, resource: printResource(served(tree, identity)) };
}

export const exampleResource: ResourceView = {
  resource_type: 'Condition',
  id: '01920000-0000-7000-8000-000000000020',
  version: '1',
  last_updated: '2026-01-05T09:00:00Z',
  resource: '{"resourceType":"Condition","id":"01920000-0000-7000-8000-000000000020"}',
};
