import { fromResource } from '#lib/fhir/resource';

export const read = (resource: object) => fromResource(JSON.stringify(resource), 'UTC');
export const coded = (system: string, ...codes: string[]) => ({
  coding: codes.map((code) => ({ system, code })),
});
export const observation = (category: string, more = {}) => ({
  resourceType: 'Observation',
  status: 'final',
  category: [coded('http://terminology.hl7.org/CodeSystem/observation-category', category)],
  code: { text: 'a' },
  ...more,
});
export const report = (more: object) => ({
  resourceType: 'DiagnosticReport',
  status: 'final',
  code: { text: 'a' },
  ...more,
});
export const section = (code: string) => [coded('http://terminology.hl7.org/CodeSystem/v2-0074', code)];
export const inline = (contentType: string) => ({
  content: [{ attachment: { contentType, data: Buffer.from('Well.').toString('base64') } }],
});
export const paper = (more: object) => ({ resourceType: 'DocumentReference', status: 'current', ...more });
export const loinc = 'http://loinc.org';
