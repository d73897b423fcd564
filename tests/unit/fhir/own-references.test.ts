import { expect, it } from 'vitest';
import { eachReference, referencesAt, sourceIdsOf, targetOf } from '#lib/fhir/rest/references';

it.each([
  ['urn:uuid:0A1B', ['0a1b']],
  ['Condition/7', ['Condition/7', '7']],
  [
    'https://example.org/fhir/Condition/7/_history/2',
    ['Condition/7', '7', 'https://example.org/fhir/Condition/7/_history/2'],
  ],
  ['#contained', []],
  ['Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|9999', []],
])('%s may mean %j', (reference, ids) => {
  expect(sourceIdsOf(reference)).toEqual(ids);
});

it('is found wherever it stands, in contained resources too', () => {
  const tree = {
    resourceType: 'Claim',
    contained: [{ resourceType: 'Coverage', payor: [{ reference: 'Organization/1' }] }],
    item: [{ encounter: [{ reference: 'Encounter/2' }] }],
    extension: [{ valueReference: { reference: 'Device/3' } }],
  };
  const found: string[] = [];
  eachReference(tree, (_, reference, element) => found.push(`${element}: ${reference}`));
  expect(found).toEqual(['contained: Organization/1', 'item: Encounter/2', 'extension: Device/3']);
  expect(referencesAt(tree, 'item.encounter')).toEqual(['Encounter/2']);
  expect(targetOf('Encounter/2/_history/9')).toEqual({ type: 'Encounter', id: '2' });
});
