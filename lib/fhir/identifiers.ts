import { at, type JsonObject, list, string } from './json';

/** The business identifiers of a resource, as `system|value`. */
export const identifiersOf = (resource: JsonObject): string[] =>
  list(resource.identifier).flatMap((identifier) => {
    const value = string(at(identifier, 'value'));
    return value === undefined ? [] : `${string(at(identifier, 'system')) ?? ''}|${value}`;
  });
