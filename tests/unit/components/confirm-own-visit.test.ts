import { createElement } from 'react';
import { expect, it } from 'vitest';
import { ConfirmOwnVisit } from '#components/appointments/confirm-own-visit';
import { markupOf } from '../../harness/drawn';

const pageOf = (confirmed_at: string | null, reason: 'already_begun' | null = null) => {
  const visit = { id: 'v', confirmed_at, can: { confirm: { allowed: reason === null, reason } } };
  const action = async () => ({ status: 'idle' as const });
  const element = createElement(ConfirmOwnVisit, { visit, action });
  return markupOf(element);
};

it('a patient says with one button that they will come, and then reads that they have', () => {
  expect(pageOf(null)).toMatch(/<button[^>]*>.*I will come<\/button>/);
  const after = pageOf('2026-03-02T09:00:00Z');
  expect(after).toContain('You have said that you will come');
  expect(after).not.toContain('<button');
});

it('of a visit that has begun nothing is asked', () => {
  expect(pageOf(null, 'already_begun')).toBe('');
});
