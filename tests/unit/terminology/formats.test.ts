import { expect, it } from 'vitest';
import type { CodeFile } from '#lib/terminology/formats/code-file';
import { cvxFile } from '#lib/terminology/formats/cvx';
import { icd10cmFile } from '#lib/terminology/formats/icd10cm';
import { loincFile } from '#lib/terminology/formats/loinc';
import { rxnormFile } from '#lib/terminology/formats/rxnorm';

const read = (file: CodeFile, lines: readonly string[]) => {
  const reader = file.reader();
  return lines.flatMap((line) => reader(line) ?? []);
};

it('LOINC: columns by their heading, quoted cells, active codes of a class that is written down', () => {
  const lines = [
    '"LOINC_NUM","COMPONENT","CLASS","STATUS","CLASSTYPE","RELATEDNAMES2","SHORTNAME","LONG_COMMON_NAME","EXAMPLE_UCUM_UNITS"',
    '"718-7","Hemoglobin","HEM/BC","ACTIVE","1","Hgb; Haemoglobin; Say ""Hb""","Hgb Bld-mCnc","Hemoglobin [Mass/volume] in Blood","g/dL;g/L"',
    '"8302-2","Body height","BDYHGT.ATOM","ACTIVE","2","","Bdy height","Body height","cm"',
    '"11506-3","Note","DOC.ONTOLOGY","ACTIVE","2","","","Progress note",""',
    '"1-8","Old, and with a comma","CHEM","DEPRECATED","1","","","Old","mg/dL"',
    '"99-1","Survey","SURVEY.MISC","ACTIVE","4","","","A question",""',
  ];
  expect(read(loincFile, lines)).toEqual([
    {
      system: 'http://loinc.org',
      code: '718-7',
      display: 'Hemoglobin [Mass/volume] in Blood',
      synonyms: ['Hgb Bld-mCnc', 'Hgb', 'Haemoglobin', 'Say "Hb"'],
      kinds: ['lab_result'],
      unit: 'g/dL',
    },
    expect.objectContaining({ code: '8302-2', kinds: ['vital_sign'], unit: 'cm', synonyms: ['Bdy height'] }),
    expect.objectContaining({ code: '11506-3', kinds: ['note', 'document'], unit: null }),
  ]);
  expect(() => read(loincFile, ['code,name', '1,x'])).toThrow();
});

it('ICD-10-CM: fixed columns, the point put in, chapters left out', () => {
  const line = (order: string, code: string, usable: string, short: string, long: string) =>
    `${order} ${code.padEnd(7)} ${usable} ${short.padEnd(60)} ${long}`;
  const lines = [
    line('00001', 'I21', '0', 'Acute myocardial infarction', 'Acute myocardial infarction'),
    line(
      '00002',
      'I219',
      '1',
      'Acute myocardial infarction, unspecified',
      'Acute myocardial infarction, unspecified',
    ),
    line('00003', 'I10', '1', 'Essential (primary) hypertension', 'Essential (primary) hypertension'),
    line(
      '00004',
      'S060X0A',
      '1',
      'Concussion w/o loss of consciousness, init',
      'Concussion without loss of consciousness, initial encounter',
    ),
    'nothing of the kind',
  ];
  expect(read(icd10cmFile, lines).map(({ code, display }) => [code, display])).toEqual([
    ['I21.9', 'Acute myocardial infarction, unspecified'],
    ['I10', 'Essential (primary) hypertension'],
    ['S06.0X0A', 'Concussion without loss of consciousness, initial encounter'],
  ]);
});

it('CVX: vaccines that are or were given', () => {
  const lines = [
    '54 |adenovirus, type 4|adenovirus vaccine, type 4, live, oral||Inactive|False|2010/09/30',
    '140 |Influenza, seasonal, injectable, preservative free|Influenza, seasonal, injectable, preservative free||Active|False|2010/09/30',
    '998|no vaccine administered|no vaccine administered||Inactive|True|2010/09/30',
    '61 |HIV|human immunodeficiency virus vaccine||Never Active|False|2010/09/30',
  ];
  expect(read(cvxFile, lines).map(({ code, synonyms }) => [code, synonyms])).toEqual([
    ['54', ['adenovirus vaccine, type 4, live, oral']],
    ['140', []],
  ]);
});

it('RxNorm: names of RxNorm itself, in English, that are in use', () => {
  const atom = (
    code: string,
    source: string,
    type: string,
    name: string,
    suppressed = 'N',
    language = 'ENG',
  ) => `${code}|${language}||||||1||${code}||${source}|${type}|${code}|${name}||${suppressed}|4096|`;
  const lines = [
    atom('6809', 'RXNORM', 'IN', 'metformin'),
    atom('6809', 'MSH', 'MH', 'Metformin'),
    atom('3', 'VANDF', 'IN', 'OF ANOTHER SOURCE'),
    atom('860975', 'RXNORM', 'SCD', 'metformin hydrochloride 500 MG Oral Tablet'),
    atom('1', 'RXNORM', 'IN', 'gone', 'O'),
    atom('2', 'RXNORM', 'DF', 'Oral Tablet'),
  ];
  expect(read(rxnormFile, lines).map(({ code, display, kinds }) => [code, display, kinds])).toEqual([
    ['6809', 'metformin', ['prescription', 'allergy']],
    ['860975', 'metformin hydrochloride 500 MG Oral Tablet', ['prescription']],
  ]);
});
