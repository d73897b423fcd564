import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isOperationError } from '#lib/errors/operation-error';
import { amendRecord } from '#lib/operations/records/amend';
import { createRecord } from '#lib/operations/records/create';
import { listRecordHistory } from '#lib/operations/records/history';
import { listChartRecords } from '#lib/operations/records/list';
import { markRecordInError } from '#lib/operations/records/mark-in-error';
import { createDoctor, createPatient, createSite, type DoctorPerson, relate } from '../../factories/care';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
let author: DoctorPerson;
let colleague: DoctorPerson;

beforeAll(async () => {
  clinic = await openClinic();
  const site = await createSite(clinic.clock);
  author = await createDoctor(clinic.clock, site);
  colleague = await createDoctor(clinic.clock, site);
});
afterAll(() => clinic.close());

interface Act {
  who: 'author' | 'colleague';
  does: 'amend' | 'mark';
  text: string;
  /** How many versions ago they read the record. */
  seen: number;
}
const act: fc.Arbitrary<Act> = fc.record({
  who: fc.constantFrom('author', 'colleague'),
  does: fc.constantFrom('amend', 'amend', 'amend', 'mark'),
  text: fc.string({ minLength: 1, maxLength: 12 }).filter((text) => /^[\x21-\x7e]+$/u.test(text)),
  seen: fc.nat({ max: 1 }),
});
/** Each step is done by one, or by several at the same moment. */
const steps = fc.array(fc.array(act, { minLength: 1, maxLength: 3 }), { maxLength: 5 });

async function attempt(id: string, { who, does, text, seen }: Act, version: number) {
  const doctor = who === 'author' ? author : colleague;
  const expected_version = Math.max(1, version - seen);
  try {
    if (does === 'mark') await doctor.call(markRecordInError, { id, expected_version, reason: text });
    else await doctor.call(amendRecord, { id, expected_version, content: { text }, reason: text });
    return does === 'mark' ? 'marked' : text;
  } catch (error) {
    if (isOperationError(error) && ['stale_version', 'conflict', 'forbidden'].includes(error.code))
      return null;
    throw error;
  }
}

it('whatever is written, by one or by several at once, every version stays readable and one is current', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (rounds) => {
      const patient = await createPatient(clinic.clock, author.clinicId);
      await relate(clinic.clock, patient, author);
      await relate(clinic.clock, patient, colleague);
      const content = { text: 'First' };
      const { id } = await author.call(createRecord, {
        patient_id: patient.id,
        record_type: 'diagnosis',
        content,
      });
      const said = ['First'];
      for (const acts of rounds) {
        const done = await Promise.all(acts.map((each) => attempt(id, each, said.length)));
        const accepted = done.filter((text) => text !== null);
        // All of them read the same version, so at most one was in time.
        expect(accepted.length).toBeLessThanOrEqual(1);
        said.push(...accepted.map((text) => (text === 'marked' ? (said.at(-1) ?? '') : text)));
      }
      const { items } = await author.call(listRecordHistory, { id });
      expect(items.map(({ version }) => version)).toEqual(said.map((_, at) => said.length - at));
      expect(items.map((item) => item.content.text)).toEqual([...said].reverse());
      const current = (await patient.call(listChartRecords, { include: 'eie' })).items;
      expect(current.map((item) => [item.id, item.version, item.content.text])).toEqual([
        [id, said.length, said.at(-1)],
      ]);
      expect(current[0]?.stage).toBe(items[0]?.stage);
    }),
    { numRuns: 40 },
  );
});
