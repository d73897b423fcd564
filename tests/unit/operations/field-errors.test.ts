import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { pageInput } from '#lib/domain/page';
import { dateOfBirth } from '#lib/domain/person';
import { fieldErrors } from '#lib/operations/kernel/field-errors';

const input = z.strictObject({ ...pageInput, born: dateOfBirth(Temporal.PlainDate.from('2026-03-02')) });

const told = (value: object) =>
  fieldErrors(input.safeParse(value).error?.issues ?? []).map(({ path, code }) => `${path} ${code}`);

it.each([
  [{ born: 'tomorrow', page: '99999999999999999999' }, ['page too_big', 'born invalid_date']],
  [{ born: '2026-02-30', page: 'x' }, ['page invalid_type', 'born invalid_date']],
  [{ page: '1e400', other: 1 }, ['page invalid_type', 'born required', 'other unknown_field']],
])('of %j each fault is told once', (value, expected) => {
  expect(told(value)).toEqual(expected);
});
