import { beforeEach, expect, it, vi } from 'vitest';
import { cancelVisit as cancelAsStaff } from '../../../app/doctor/visits/[id]/actions';
import { cancelVisit as cancelOwn } from '../../../app/patient/visits/[id]/actions';
import { moveSooner } from '../../../app/patient/visits/waiting-actions';

const asked = vi.hoisted(() => [] as unknown[]);

// What each action asks its operation for, beside what the form holds.
vi.mock('#lib/transport/action', () => ({
  submit: async (
    operation: { declaration: { name: string } },
    _form: FormData,
    _to: string,
    more: object,
  ) => {
    asked.push({ operation: operation.declaration.name, ...more });
    return { status: 'done' };
  },
}));

beforeEach(() => {
  asked.length = 0;
});

const shown = { id: '01920000-0000-7000-8000-000000000070', version: 3 };
const none = { status: 'idle' } as const;
const bound = { id: shown.id, expected_version: 3 };

it('a visit is called off as the page has shown it, by either side: not where it was moved since', async () => {
  await cancelAsStaff(shown, none, new FormData());
  await cancelOwn(shown, undefined, none, new FormData());
  expect(asked).toEqual([
    { operation: 'appointments.change-state', ...bound, state: 'cancelled' },
    { operation: 'appointments.cancel', ...bound },
  ]);
});

it('a visit is moved to an earlier time as the page has shown it', async () => {
  await moveSooner(shown, undefined, none, new FormData());
  expect(asked).toEqual([{ operation: 'appointments.update', ...bound }]);
});
