import { expect, it, vi } from 'vitest';
import { paths } from '#lib/platform/paths';
import type { FormState } from '#lib/transport/form-state';
import { cancelClashing } from '../../../app/doctor/hours/away/actions';

const told = vi.hoisted(() => ({ outcomes: [] as object[], asked: [] as object[] }));

// What the operation answers to each visit in turn, and where the reader is sent.
vi.mock('#lib/transport/action', () => ({
  attempt: async (_operation: object, _form: FormData, change: object) => {
    told.asked.push(change);
    return told.outcomes[told.asked.length - 1];
  },
}));
vi.mock('next/navigation', () => ({ redirect: (href: string) => href }));

const done = { output: {} };
const stale = {
  state: { status: 'error', errors: [{ path: '', code: 'stale_version', message: 'Changed' }] },
};
const noReason = {
  state: { status: 'error', errors: [{ path: 'reason', code: 'required', message: 'Why?' }] },
};
const signedOut = { state: { status: 'error', link: { href: '/sign-in', label: 'Sign in' } } };

const cancelled = async (...outcomes: object[]) => {
  Object.assign(told, { outcomes, asked: [] });
  const visits = outcomes.map((_, index) => ({ id: `visit-${index}`, version: index + 1 }));
  const none: FormState = { status: 'idle' };
  return { outcome: await cancelClashing(visits, none, new FormData()), asked: told.asked.length };
};

it('each visit is called off as the page has shown it', async () => {
  const { outcome } = await cancelled(done, done);
  expect(told.asked).toEqual([
    { id: 'visit-0', state: 'cancelled', expected_version: 1 },
    { id: 'visit-1', state: 'cancelled', expected_version: 2 },
  ]);
  expect(outcome).toBe(paths.doctor.awayDone('cancelled'));
});

it('where some have changed meanwhile, the others are called off and it is said', async () => {
  expect((await cancelled(stale, done, stale)).outcome).toBe(paths.doctor.awayDone('some_cancelled'));
  expect((await cancelled(stale, stale)).outcome).toEqual(stale.state);
});

it('what is amiss with the form or its sender is said at once, wherever it turns up', async () => {
  expect(await cancelled(noReason, noReason)).toEqual({ outcome: noReason.state, asked: 1 });
  expect(await cancelled(stale, noReason, noReason)).toEqual({ outcome: noReason.state, asked: 2 });
  expect(await cancelled(stale, signedOut, done)).toEqual({ outcome: signedOut.state, asked: 2 });
});
