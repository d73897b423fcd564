import { describe, expect, it } from 'vitest';
import { UnreadableResource } from '#lib/fhir/json';
import { resultSources, withOwnResults } from '#lib/fhir/report-results';

const report =
  '{"resourceType":"DiagnosticReport","status":"final","subject":{"reference":"urn:uuid:p1"},' +
  '"result":[{"reference":"urn:uuid:a1","display":"Calcium"},{"reference":"Observation/a2"},' +
  '{"reference":"#contained"},{"display":"No reference"},null],"weight":1.50}';

describe('the results of a report', () => {
  it('are named by their ids in the source, within a bundle and outside', () => {
    expect(resultSources(report)).toEqual(['a1', 'a2']);
    expect(resultSources('{"resourceType":"Condition","note":"\\"DiagnosticReport\\""}')).toEqual([]);
    expect(() => resultSources('"DiagnosticReport"')).toThrow(UnreadableResource);
  });

  it('follow to our ids; all that is not ours, and every other byte, stays', () => {
    const own = new Map([['a1', 'our-1']]);
    expect(withOwnResults(report, (id) => own.get(id))).toBe(
      report.replace('urn:uuid:a1', 'Observation/our-1'),
    );
    expect(withOwnResults(report, () => undefined)).toBe(report);
  });
});
