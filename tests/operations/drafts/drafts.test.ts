import { afterAll, beforeAll, expect, it } from 'vitest';
import { purgeOnce } from '#lib/jobs/purge';
import { discardDraft } from '#lib/operations/drafts/discard';
import { getDraft } from '#lib/operations/drafts/get';
import { saveDraft } from '#lib/operations/drafts/save';
import { portalVisitor, type Visitor, verifiedPatient } from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { auditRows } from '../../harness/audit-rows';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { plainTextOf } from '../../harness/plain-text';

let clinic: TestClinic;
let writer: Visitor;
let other: Visitor;
beforeAll(async () => {
  clinic = await openClinic();
  await verifiedPatient(clinic, 'writer@example.org');
  await verifiedPatient(clinic, 'other@example.org');
  writer = await portalVisitor(clinic.clock, 'writer@example.org');
  other = await portalVisitor(clinic.clock, 'other@example.org');
});
afterAll(() => clinic.close());

const hour = 3600;
const form = 'visit.book:01920000-0000-7000-8000-000000000004';
const typed = (value: string) => [{ name: 'notes', value }];

const counted = async () => {
  const [row] = await asRole(
    clinic.database.superuserUrl,
    (sql) => sql`select count(*)::integer as drafts from drafts`,
  );
  return row?.drafts;
};

it('a note is not lost when its tab closes: the last thing typed is what comes back, to the byte', async () => {
  expect(await writer.call(getDraft, { form })).toEqual({ draft: null });
  await writer.call(saveDraft, { form, fields: typed('A cough') });
  const text = ' A cough <5 days>\n"O’Brien" \u{1F637}';
  await writer.call(saveDraft, { form, fields: [...typed(text), { name: 'scheduled_at', value: '' }] });
  expect(await writer.call(getDraft, { form })).toEqual({
    draft: {
      fields: [...typed(text), { name: 'scheduled_at', value: '' }],
      saved_at: clinic.clock.now().toString(),
    },
  });
  expect(await counted()).toBe(1);
});

it('a timeout does not eat a long memo: it waits behind the next sign-in', async () => {
  const memo = 'A long memo. '.repeat(1500);
  await writer.call(saveDraft, { form: 'memo', fields: typed(memo) });
  clinic.clock.advance(2 * hour);
  expect((await writer.refusal(getDraft, { form: 'memo' })).code).toBe('unauthenticated');
  writer = await portalVisitor(clinic.clock, 'writer@example.org');
  other = await portalVisitor(clinic.clock, 'other@example.org');
  const { draft } = await writer.call(getDraft, { form: 'memo' });
  expect(draft?.fields).toEqual(typed(memo));
});

it('is of its writer alone: nobody else finds, replaces or discards it', async () => {
  await writer.call(saveDraft, { form, fields: typed('mine') });
  expect(await other.call(getDraft, { form })).toEqual({ draft: null });
  await other.call(saveDraft, { form, fields: typed('theirs') });
  await other.call(discardDraft, { form });
  expect((await writer.call(getDraft, { form })).draft?.fields).toEqual(typed('mine'));
});

it('kept notes do not stay for ever, and nowhere in the open', async () => {
  await writer.call(saveDraft, { form, fields: typed('Kanariengelb') });
  const dump = await plainTextOf(clinic.database.superuserUrl);
  for (const word of ['Kanariengelb', form]) {
    expect(dump.includes(word) || dump.includes(Buffer.from(word).toString('hex'))).toBe(false);
  }
  clinic.clock.advance(24 * hour - 1);
  writer = await portalVisitor(clinic.clock, 'writer@example.org');
  expect((await writer.call(getDraft, { form })).draft).not.toBeNull();
  clinic.clock.advance(1);
  expect(await writer.call(getDraft, { form })).toEqual({ draft: null });
  await purgeOnce(clinic.clock);
  expect(await counted()).toBe(0);
});

it('goes when it is discarded, and the log says so without a word of it', async () => {
  await writer.call(saveDraft, { form, fields: typed('Kanariengelb') });
  await writer.call(discardDraft, { form });
  expect(await writer.call(getDraft, { form })).toEqual({ draft: null });
  const events = (await auditRows(clinic.database.superuserUrl)).slice(-3);
  expect(events.map(({ action }) => action)).toEqual(['SAVE_DRAFT', 'DISCARD_DRAFT', 'VIEW_DRAFT']);
  expect(events.map(({ request_data, additional_info }) => [request_data, additional_info])).toEqual([
    [null, null],
    [null, { discarded: 1 }],
    [null, null],
  ]);
});

it('keeps the twenty newest forms, so that nobody fills the table', async () => {
  for (let each = 1; each <= 22; each += 1) {
    clinic.clock.advance(1);
    await writer.call(saveDraft, { form: `form:${each}`, fields: typed('x') });
  }
  expect(await counted()).toBe(20);
  expect(await writer.call(getDraft, { form: 'form:2' })).toEqual({ draft: null });
  expect((await writer.call(getDraft, { form: 'form:3' })).draft).not.toBeNull();
});

it.each([
  ['too long a text', [{ name: 'notes', value: 'x'.repeat(20_001) }]],
  [
    'too much together',
    Array.from({ length: 4 }, (_, each) => ({ name: `n${each}`, value: 'x'.repeat(16_000) })),
  ],
  ['a field of Next’s own', [{ name: '$ACTION_ID', value: 'x' }]],
  ['what no text can hold', [{ name: 'notes', value: 'a\u0000b' }]],
  ['too many fields', Array.from({ length: 61 }, (_, each) => ({ name: `n${each}`, value: '' }))],
])('refuses %s', async (_what, fields) => {
  expect((await writer.refusal(saveDraft, { form, fields })).code).toBe('validation_failed');
});

it('two savings at once leave one draft', async () => {
  const savings = Array.from({ length: 6 }, (_, each) =>
    writer.call(saveDraft, { form: 'raced', fields: typed(`${each}`) }),
  );
  await Promise.all(savings);
  expect((await writer.call(getDraft, { form: 'raced' })).draft?.fields).toHaveLength(1);
});
