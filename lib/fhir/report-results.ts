import { at, type Json, type JsonObject, list, object, parseResource, printResource, string } from './json';

const resultsOf = (text: string): { tree: JsonObject; results: Json[] } | null => {
  // Most resources of a chart are no report, and need no second reading.
  if (!text.includes('"DiagnosticReport"')) return null;
  const tree = parseResource(text);
  return tree.resourceType === 'DiagnosticReport' ? { tree, results: list(tree.result) } : null;
};

/** What a reference within a bundle, or to a resource of the same source, says of where it points (R4, references). */
const sourceIdOf = (result: Json): string | undefined =>
  /^(?:urn:uuid:|Observation\/)(.+)$/.exec(string(at(result, 'reference')) ?? '')?.[1];

/** The results that a report groups, by their ids in its source. */
export function resultSources(text: string): string[] {
  return resultsOf(text)?.results.flatMap((result) => sourceIdOf(result) ?? []) ?? [];
}

/**
 * The report as it stands among our records: R4, "http", 3.1.0.11.2 asks of whoever gives resources ids of their own
 * that references follow. One that points at nothing of ours stays as it was received, and so does all the rest.
 */
export function withOwnResults(text: string, ownIdOf: (sourceId: string) => string | undefined): string {
  const report = resultsOf(text);
  if (!report?.results.some((result) => ownIdOf(sourceIdOf(result) ?? ''))) return text;
  const result = report.results.map((each) => {
    const own = ownIdOf(sourceIdOf(each) ?? '');
    return own === undefined ? each : { ...object(each), reference: `Observation/${own}` };
  });
  return printResource({ ...report.tree, result });
}
