import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { appointmentStatuses, canBecome, canBeMoved } from '#lib/domain/appointments';
import { dateOfBirth, personName, phoneNumber } from '#lib/domain/person';

const born = dateOfBirth(Temporal.PlainDate.from('2026-03-01'));
const accepts = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success;

describe('a person', () => {
  it.each(['+4930123456', '+12025550143', '+6834000', '+123456789012345'])('has the number %s', (number) => {
    expect(accepts(phoneNumber, number)).toBe(true);
  });

  it.each([
    '030123456',
    '+0301234567',
    '+49 30 123456',
    '+1234567890123456',
    '+123456',
    '+４９30123456',
    '+4930123456\n',
    '',
  ])('has not the number %j', (number) => expect(accepts(phoneNumber, number)).toBe(false));

  it.each(['2026-03-01', '1988-02-29', '1900-12-31'])('was born on %s', (date) => {
    expect(accepts(born, date)).toBe(true);
  });

  it.each([
    '2026-03-02',
    '2025-02-29',
    '1900-02-29',
    '1988-13-01',
    '1988-1-1',
    '19880101',
    '1874-12-31',
    '9999-99-99',
    '',
    '1988-02-29T00:00',
  ])('was not born on %j', (date) => expect(accepts(born, date)).toBe(false));

  it.each(["O'Brien", 'María José', '李', 'ß'.repeat(100), ' d’Arc'])('is called %j', (name) => {
    expect(personName.parse(name)).toBe(name);
  });

  it.each(['', ' ', 'a'.repeat(101), 'a\nb', 'a\u0000'])('is not called %j', (name) => {
    expect(accepts(personName, name)).toBe(false);
  });
});

describe('a visit', () => {
  it('is completed or cancelled from scheduled, and then stays so', () => {
    const moves = appointmentStatuses.flatMap((from) =>
      appointmentStatuses.filter((to) => canBecome(from, to)).map((to) => `${from} ${to}`),
    );
    expect(moves).toEqual(['scheduled completed', 'scheduled cancelled']);
    expect(appointmentStatuses.filter(canBeMoved)).toEqual(['scheduled']);
  });
});
