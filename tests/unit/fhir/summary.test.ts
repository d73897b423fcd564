import { describe, expect, it } from 'vitest';
import { fromResource } from '#lib/fhir/resource';
import { readSummary, summaryOf } from '#lib/fhir/summary';

const noteText = (body: string) =>
  JSON.stringify({
    resourceType: 'DocumentReference',
    status: 'current',
    type: { coding: [{ system: 'http://loinc.org', code: '34109-9', display: 'Note' }], text: 'Visit note' },
    content: [
      { attachment: { contentType: 'text/plain', data: Buffer.from(body, 'utf8').toString('base64') } },
    ],
  });

const summed = (text: string) => readSummary(summaryOf(fromResource(text, 'UTC')));

describe('a summary', () => {
  it('says of a short record all that its resource says, to the last digit', () => {
    const text = `{"resourceType":"Observation","status":"final","category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory"}]}],"code":{"text":"Potassium"},"valueQuantity":{"value":1.50,"unit":"mmol/L","system":"http://unitsofmeasure.org","code":"mmol/L"},"referenceRange":[{"low":{"value":3.5},"high":{"value":5.1}}]}`;
    const view = fromResource(text, 'UTC');
    const { content, title, warnings, flag, lab_key } = view;
    expect(summed(text)).toMatchObject({ whole: true, content, title, warnings, flag, lab_key });
    expect(summed(text)?.content).toMatchObject({ value: '1.50' });
  });

  it('cuts a long text, never through a character, and says so', () => {
    const whole = summed(noteText('x'.repeat(240)));
    expect(whole).toMatchObject({ whole: true, content: { body: 'x'.repeat(240) } });
    const cut = summed(noteText(`${'x'.repeat(239)}😀 and more`));
    expect(cut).toMatchObject({ whole: false, content: { body: `${'x'.repeat(239)}…` } });
  });

  it('leaves the results of a report out', () => {
    const report = JSON.stringify({
      resourceType: 'DiagnosticReport',
      status: 'final',
      category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'LAB' }] }],
      code: { text: 'Blood count' },
      result: [{ reference: 'Observation/1', display: 'Haemoglobin' }],
    });
    expect(summed(report)).toMatchObject({ whole: false, title: 'Blood count', content: { results: [] } });
  });

  it('of another edition is not read', () => {
    const stored = JSON.parse(summaryOf(fromResource(noteText('x'), 'UTC'))) as { edition: number };
    expect(readSummary(JSON.stringify({ ...stored, edition: stored.edition + 1 }))).toBeNull();
  });
});
