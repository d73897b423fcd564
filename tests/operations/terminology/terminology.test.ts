import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPickLists } from '#db/seed/terminology';
import { addCodes } from '#lib/operations/terminology/add';
import { searchTerminology } from '#lib/operations/terminology/search';
import type { CodedKind } from '#lib/terminology/systems';
import { portalVisitor, type Visitor, verifiedPatient, visitor } from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
let reader: Visitor;
beforeAll(async () => {
  clinic = await openClinic();
  await loadPickLists(clinic.clock);
  await verifiedPatient(clinic, 'reader@example.org');
  reader = await portalVisitor(clinic.clock, 'reader@example.org');
});
afterAll(() => clinic.close());

const job = () => visitor(clinic.clock, { kind: 'system', job: 'terminology' });
const search = async (q: string, kind?: CodedKind) =>
  (await reader.call(searchTerminology, { q, ...(kind && { kind }) })).items;
const codes = async (q: string, kind?: CodedKind) => (await search(q, kind)).map(({ code }) => code);

const imported = (code: string, display: string, synonyms: string[] = []) => ({
  ...{ system: 'http://loinc.org', code, display, synonyms, unit: null },
  kinds: ['lab_result' as const],
});

describe('a code is found', () => {
  it.each<[string, CodedKind, string]>([
    ['heart attack', 'diagnosis', 'I21.9'],
    ['attack hea', 'diagnosis', 'I21.9'],
    ['heart atack', 'diagnosis', 'I21.9'],
    ['I21.9', 'diagnosis', 'I21.9'],
    ['i219', 'diagnosis', 'I21.9'],
    ['Haemoglobin', 'lab_result', '718-7'],
    ['hemoglobin mass', 'lab_result', '718-7'],
    ['GLUCOSE moles', 'lab_result', '14749-6'],
    ['paracetamol', 'prescription', '161'],
    ['crohns', 'diagnosis', 'K50.90'],
    ['penicillin', 'allergy', '7984'],
    ['peanut', 'allergy', '91935009'],
    ['shingles', 'immunization', '187'],
    ['bmi', 'vital_sign', '39156-5'],
    ['progress', 'note', '11506-3'],
  ])('by %s for a %s', async (typed, kind, code) => {
    expect(await codes(typed, kind)).toContain(code);
  });

  it('with letters that are wrong, missing, too many or swapped', async () => {
    for (const typed of ['diabtes', 'diabeetes', 'daibetes', 'diabites']) {
      expect(await codes(typed, 'diagnosis')).toContain('E11.9');
    }
  });

  it('with the name that was meant, and the unit of a test', async () => {
    const [first] = await search('average blood sugar', 'lab_result');
    expect(first).toMatchObject({ code: '4548-4', synonym: 'average blood sugar', unit: '%' });
    const [same] = await search('sodium', 'lab_result');
    expect(same).toMatchObject({ synonym: null, unit: 'mmol/L' });
  });

  it('in the forms that offer it and in no other', async () => {
    expect(await codes('hypertension', 'lab_result')).toEqual([]);
    expect(await codes('hypertension')).toContain('I10');
  });

  it('nowhere, by signs or by words that nothing has', async () => {
    for (const typed of ['%%', "':*", '& |', '\\\\', '  ', 'qqqqq', '"|!"']) {
      expect(await codes(typed), typed).toEqual([]);
    }
  });
});

it('comes before the others by its code, then its name, then another name, then the list, then shortness', async () => {
  await job().call(addCodes, {
    codes: [
      imported('9001-2', 'Zebrafish'),
      imported('9002-0', 'Zebrafish protein'),
      imported('9003-8', 'Protein', ['zebrafish']),
      imported('9004-6', 'Other zebrafish'),
      imported('zebrafish', 'A code of letters'),
    ],
  });
  expect(await codes('zebrafish')).toEqual(['zebrafish', '9001-2', '9002-0', '9003-8', '9004-6']);
  await job().call(addCodes, { codes: [imported('9005-3', 'Glucose')] });
  const glucose = await codes('glucose', 'lab_result');
  const places = ['2339-0', '14749-6', '9005-3', '1558-6'].map((code) => glucose.indexOf(code));
  expect(places).toEqual([...places].sort((one, other) => one - other));
  expect(places).not.toContain(-1);
});

describe('what is imported', () => {
  it('changes nothing the second time', async () => {
    const one = { codes: [imported('9100-2', 'Once', ['one time'])] };
    expect(await job().call(addCodes, one)).toEqual({ changed: 1 });
    expect(await job().call(addCodes, one)).toEqual({ changed: 0 });
    expect(await job().call(addCodes, { codes: [imported('9100-2', 'Twice')] })).toEqual({ changed: 1 });
    expect(await codes('once')).not.toContain('9100-2');
  });

  it('leaves a code of the lists as the list has it', async () => {
    expect(await job().call(addCodes, { codes: [imported('718-7', 'Renamed')] })).toEqual({ changed: 0 });
    expect(await codes('renamed')).toEqual([]);
  });

  it('is taken by a list that begins to have it, and outlives its leaving', async () => {
    const before = await asRole(
      clinic.database.superuserUrl,
      (sql) => sql`
        update terminology_codes set is_listed = true where code = '9001-2' returning code`,
    );
    expect(before).toHaveLength(1);
    await loadPickLists(clinic.clock);
    expect(await codes('zebrafish')).toContain('9001-2');
    const [row] = await asRole(
      clinic.database.superuserUrl,
      (sql) => sql`select is_listed from terminology_codes where code = '9001-2'`,
    );
    expect(row).toEqual({ is_listed: false });
  });
});

it('the lists are loaded once: the second start changes nothing', async () => {
  expect(await loadPickLists(clinic.clock)).toBe(0);
});

it('what was typed stands in no event', async () => {
  await search('gonorrhoea', 'diagnosis');
  const events = await clinic.events();
  expect(events.at(-1)).toMatchObject({ action: 'SEARCH_TERMINOLOGY', resource_type: 'terminology' });
  expect(JSON.stringify(events)).not.toContain('gonorrh');
});

it('nobody but the job adds a code', async () => {
  const { call } = reader;
  await expect(call(addCodes, { codes: [imported('9200-0', 'Mine')] })).rejects.toMatchObject({
    code: 'forbidden',
  });
  const anonymous = visitor(clinic.clock, { kind: 'anonymous' });
  await expect(anonymous.call(searchTerminology, { q: 'gout' })).rejects.toMatchObject({
    code: 'unauthenticated',
  });
});
