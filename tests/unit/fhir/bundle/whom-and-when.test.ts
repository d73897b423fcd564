import { describe, expect, it } from 'vitest';
import { bundleOf, entryOf, patientEntry, problems, refusal } from './reading';

const at = (path: string) => `Bundle.entry[1].resource.${path}`;
const born = { ...patientEntry, resource: { ...patientEntry.resource, birthDate: '1980-05-17' } };
const told = (resource: { resourceType: string; [key: string]: unknown }) =>
  problems(bundleOf([born, entryOf(resource)]));
const about = { subject: { reference: patientEntry.fullUrl } };

describe('a date', () => {
  it.each([
    ['ahead', { onsetDateTime: '2999' }, 'onsetDateTime: in_the_future'],
    ['before birth', { onsetDateTime: '1979-12-31' }, 'onsetDateTime: before_birth'],
    ['of a period before birth', { onsetPeriod: { start: '1950' } }, 'onsetPeriod.start: before_birth'],
    ['of its writing ahead', { recordedDate: '2027-01-01' }, 'recordedDate: in_the_future'],
  ])('%s is told, and kept', async (_, more, problem) => {
    expect(await told({ resourceType: 'Condition', ...about, ...more })).toEqual([at(problem)]);
  });

  it.each([
    ['of the year of birth', { resourceType: 'Condition', onsetDateTime: '1980' }],
    ['of tomorrow in another zone', { resourceType: 'Condition', recordedDate: '2026-12-01' }],
    ['of what is planned', { resourceType: 'ServiceRequest', occurrenceDateTime: '2027-05-01' }],
  ])('%s is none to speak of', async (_, resource) => {
    expect(await told({ ...about, ...resource })).toEqual([]);
  });

  it('of birth that lies ahead is told', async () => {
    const unborn = { ...patientEntry, resource: { ...patientEntry.resource, birthDate: '2999-01-01' } };
    expect(await problems(bundleOf([unborn]))).toEqual(['Bundle.entry[0].resource.birthDate: in_the_future']);
  });
});

describe('whom a resource is about', () => {
  const theirs = { system: 'urn:oid:1.2', value: '77' };
  const others = { system: 'urn:oid:1.2', value: '78' };
  const contained = (identifier: object) => ({
    contained: [{ resourceType: 'Patient', id: 'p', identifier: [identifier] }],
    subject: { reference: '#p' },
  });

  it.each([
    ['an identifier of somebody else', { subject: { identifier: others } }, 'subject.identifier'],
    ['an identifier without a value', { subject: { identifier: {} } }, 'subject.identifier'],
    ['a contained patient who is somebody else', contained(others), 'subject.reference'],
    ['a patient of another element', { patient: { identifier: others } }, 'patient.identifier'],
  ])('is refused by %s', async (_, more, path) => {
    expect(await told({ resourceType: 'Condition', ...more })).toEqual([`${at(path)}: foreign_patient`]);
  });

  it.each([
    ['an identifier of the patient', { subject: { identifier: theirs } }],
    ['the contained patient', contained(theirs)],
    ['a group', { subject: { type: 'Group', identifier: others } }],
  ])('is taken by %s', async (_, more) => {
    expect(await told({ resourceType: 'Condition', ...more })).toEqual([]);
  });

  it('may be named by an identifier that the chart knows', async () => {
    const upload = bundleOf([entryOf({ resourceType: 'Condition', subject: { identifier: theirs } })]);
    const foreign = 'Bundle.entry[0].resource.subject.identifier: foreign_patient';
    expect(await problems(upload)).toEqual([foreign]);
    expect(await problems(upload, { identifiers: ['urn:oid:1.2|77'] })).toEqual([]);
  });
});

it.each([
  ['an object', { resource: {} }],
  ['a text', 'resources'],
  ['nothing', null],
])('entries that are %s are refused with their place', async (_, entry) => {
  const upload = JSON.stringify({ resourceType: 'Bundle', type: 'batch', entry });
  expect(await refusal(upload)).toMatchObject({ path: 'Bundle.entry', code: 'entry_list' });
});

it('the same UUID in other letters is the same entry', async () => {
  const uuid = 'abcdefab-1111-4111-8111-111111111111';
  const twice = [uuid, uuid.toUpperCase()].map((each) =>
    entryOf({ resourceType: 'Basic', code: { text: 'x' } }, `urn:uuid:${each}`),
  );
  expect(await problems(bundleOf(twice))).toEqual(['Bundle.entry[1].resource: duplicate_full_url']);
});
