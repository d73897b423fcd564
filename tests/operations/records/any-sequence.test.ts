import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isOperationError } from '#lib/errors/operation-error';
import { amendRecord } from '#lib/operations/records/amend';
import { createRecord } from '#lib/operations/records/create';
import { listRecordHistory } from '#lib/operations/records/history';
import { listChartRecords } from '#lib/operations/records/list';
import { markRecordInError } from '#lib/operations/records/mark-in-error';
import { signRecord } from '#lib/operations/records/sign';
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
  does: 'amend' | 'sign' | 'mark';
  text: string;
  /** How many versions ago they read the record; null for who does not say what they read. */
  seen: number | null;
}
const act: fc.Arbitrary<Act> = fc.record({
  who: fc.constantFrom('author', 'author', 'colleague'),
  does: fc.constantFrom('amend', 'amend', 'amend', 'sign', 'sign', 'mark'),
  text: fc.string({ minLength: 1, maxLength: 12 }).filter((text) => /^[\x21-\x7e]+$/u.test(text)),
  seen: fc.constantFrom(0, 0, 1, null, null),
});
/** Each step is done by one, or by several at the same moment. */
const steps = fc.array(fc.array(act, { minLength: 1, maxLength: 3 }), { maxLength: 5 });
const start = fc.record({ type: fc.constantFrom('diagnosis', 'note'), draft: fc.boolean() });

const expected = ['stale_version', 'conflict', 'forbidden', 'not_found'];

const saying = (type: string, text: string) => ({ text, ...(type === 'note' && { body: text }) });

/** Whether it was accepted. */
async function attempt(
  { id, record_type }: { id: string; record_type: string },
  { who, does, text, seen }: Act,
  version: number,
): Promise<boolean> {
  const doctor = who === 'author' ? author : colleague;
  const read = seen === null ? {} : { expected_version: Math.max(1, version - seen) };
  const acts = {
    amend: () => doctor.call(amendRecord, { id, ...read, content: saying(record_type, text), reason: text }),
    sign: () => doctor.call(signRecord, { id, ...read }),
    mark: () => doctor.call(markRecordInError, { id, ...read, reason: text }),
  };
  try {
    await acts[does]();
    return true;
  } catch (error) {
    if (isOperationError(error) && expected.includes(error.code)) return false;
    throw error;
  }
}

const order = ['draft', 'final', 'amended', 'entered_in_error'];

it('whatever is written, by one or by several at once, every version stays readable and one is current', async () => {
  await fc.assert(
    fc.asyncProperty(start, steps, async ({ type, draft }, rounds) => {
      const patient = await createPatient(clinic.clock, author.clinicId);
      await relate(clinic.clock, patient, author);
      await relate(clinic.clock, patient, colleague);
      const record = await author.call(createRecord, {
        patient_id: patient.id,
        record_type: type as 'diagnosis',
        content: saying(type, 'First'),
        draft,
      });
      let accepted = 1;
      const said = ['First'];
      for (const acts of rounds) {
        const done = await Promise.all(acts.map((each) => attempt(record, each, accepted)));
        // Of those who say what they have read, all have read the same version: at most one was in time.
        const careful = done.filter((isDone, at) => isDone && acts[at]?.seen !== null);
        expect(careful.length).toBeLessThanOrEqual(1);
        accepted += done.filter(Boolean).length;
        said.push(...acts.flatMap(({ does, text }, at) => (done[at] && does === 'amend' ? text : [])));
      }
      const { items } = await author.call(listRecordHistory, { id: record.id });
      expect(items.map(({ version }) => version)).toEqual(Array.from(items, (_, at) => accepted - at));
      const texts = items.map(({ content }) => content.text).reverse();
      // Each version says what it was given: nothing of what was accepted is lost, nothing else is there.
      expect(texts.filter((text, at) => text !== texts[at - 1]).every((text) => said.includes(text))).toBe(
        true,
      );
      expect(said.filter((text) => !texts.includes(text))).toEqual([]);
      const stages = items.map(({ stage }) => order.indexOf(stage)).reverse();
      expect(stages).toEqual([...stages].sort((one, other) => one - other));
      // A note is read as it was signed, for good.
      const signed = texts.filter((_, at) => (stages[at] ?? 0) > 0);
      if (type === 'note') expect(new Set(signed).size).toBeLessThanOrEqual(1);
      const current = (await author.call(listChartRecords, { patient_id: patient.id, include: 'eie' })).items;
      expect(current.map((item) => [item.id, item.version, item.content.text, item.stage])).toEqual([
        [record.id, accepted, texts.at(-1), items[0]?.stage],
      ]);
    }),
    { numRuns: 60 },
  );
}, 60_000);
