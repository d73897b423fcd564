import fc from 'fast-check';
import { isMiswrittenNumber } from '#lib/domain/miswritten-number';
import {
  absentReasons,
  allergyCategories,
  allergyKinds,
  allergyStatuses,
  clinicalStatuses,
  comparators,
  criticalities,
  encounterClasses,
  interpretationCodes,
  severities,
} from '#lib/fhir/codes';

const words = fc
  .oneof(
    fc.constantFrom('<5 mmol/L', "O'Brien", 'a\nb', ' padded ', '</script>', '1.50', 'e\u0301'),
    fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
  )
  .filter((text) => /\S/u.test(text) && !/[^\P{Cc}\n\r\t]/u.test(text));
const code = fc.stringMatching(/^[A-Za-z0-9.-]{1,12}$/);
const digits = fc.stringMatching(/^-?(0|[1-9]\d{0,8})(\.\d{1,6})?$/);
const date = fc.constantFrom(
  '1980',
  '2019-03',
  '2024-02-29',
  '2026-11-25T09:00:00+02:00',
  '2026-11-25T09:00:00.120Z',
);
const unit = fc.constantFrom('mmol/L', 'mg/dL', '%', 'puffs', 'tablets a day', '10*3/uL');
const coded = fc.oneof(
  fc.record({}),
  fc.record({ code }),
  fc.record({ code, code_system: fc.constantFrom('http://loinc.org', 'urn:x') }),
);

const some = <T extends Record<string, fc.Arbitrary<unknown>>>(fields: T) =>
  fc.record(fields, { requiredKeys: [] });
const merged = (...parts: fc.Arbitrary<object>[]) =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all) as object);
const text = fc.record({ text: words });

/** Ranges that a laboratory could print: low not above high. */
const range = fc
  .oneof(
    some({ low: digits, text: words }),
    some({ high: digits }),
    fc.constant({ low: '0', high: '5.10', text: 'x' }),
  )
  .filter((one) => Object.keys(one).length > 0);
const measured = fc.oneof(
  fc.record({ value: digits }),
  fc.record({ value: digits, unit, comparator: fc.constantFrom(...comparators) }),
  fc.record({ value: digits, unit }),
  fc.record({ value: words.filter((value) => !/^[<>]/.test(value) && !isMiswrittenNumber(value)) }),
);

const notDone = some({ not_done: fc.boolean(), status_reason: words });
const resourceId = fc.constantFrom('019aa000-0000-7000-8000-000000000001', 'a.b-1');
/** Not before the moment at which `written.ts` records. */
const laterDate = fc.constantFrom('2026-11-25', '2026-11', '2026-11-25T09:45:00+00:00', '2026');

/** What a caller may write, by type of record. */
export const anyContent = {
  diagnosis: merged(
    text,
    coded,
    some({ clinical_status: fc.constantFrom(...clinicalStatuses), onset: date }),
  ),
  prescription: merged(
    text,
    coded,
    some({
      dosage: words,
      quantity: fc.constantFrom('30', '1.50', '30 tablets', '0.5 mL a day'),
      refills: fc.constantFrom('0', '3', '12'),
    }),
    fc.oneof(
      some({ starts: date }),
      some({ ends: date }),
      fc.constant({ starts: '2026-01-01', ends: '2026-02' }),
    ),
  ),
  lab_result: merged(
    text,
    coded,
    measured,
    some({ reference_range: range, interpretation: fc.constantFrom(...interpretationCodes), comment: words }),
  ),
  allergy: merged(
    text,
    coded,
    some({
      clinical_status: fc.constantFrom(...allergyStatuses),
      kind: fc.constantFrom(...allergyKinds),
      category: fc.constantFrom(...allergyCategories),
      criticality: fc.constantFrom(...criticalities),
      onset: date,
      comment: words,
    }),
    fc.oneof(
      some({ reaction: words }),
      fc.record({ reaction: words, severity: fc.constantFrom(...severities) }),
    ),
  ),
  immunization: merged(
    text,
    coded,
    notDone,
    some({
      lot_number: code,
      dose_number: fc.constantFrom('1', '2', 'booster', '0'),
      site: words,
      comment: words,
    }),
  ),
  vital_sign: merged(
    text,
    coded,
    fc.oneof(
      measured,
      fc.record({ systolic: digits, diastolic: digits }),
      some({ diastolic: fc.constant('80') }).map((one) => ({ systolic: '120.0', ...one })),
      fc.record({ absent_reason: fc.constantFrom(...Object.keys(absentReasons)) }),
    ),
    some({ comment: words }),
  ),
  procedure: merged(
    text,
    coded,
    notDone,
    some({
      performed_end: laterDate,
      body_site: words,
      reason: words,
      outcome: words,
      comment: words,
    }),
  ),
  encounter: merged(
    text,
    coded,
    some({ class: fc.constantFrom(...Object.keys(encounterClasses)), reason: words, ends: laterDate }),
  ),
  note: merged(
    text,
    coded,
    fc.record({ body: fc.oneof(words, fc.constant('\uFEFF# Visit\r\n\tİ ﬁ 🩺 \n')) }),
    some({ relates_to: resourceId }),
  ),
  document: merged(
    text,
    coded,
    fc.record({ media_type: fc.constantFrom('application/pdf', 'image/jpeg', 'text/plain') }),
    some({
      size: fc.constantFrom('0', '3654', '1999999999'),
      sha1: fc.constant('2jmj7l5rSw0yVb/vlWAYkK/YBwk='),
      blob_id: resourceId,
      file_name: words,
      category: words,
    }),
  ),
};
