import { expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import { defineOperation } from '#lib/operations/define';
import type { AnonymousActor, SystemActor, UserActor } from '#lib/policy/actor';
import { ownRows, theClinic } from '#lib/policy/subject';

const base = {
  name: 'tests.declare',
  kind: 'query',
  rest: 'GET /tests',
  summary: 'Declares',
  input: z.strictObject({ id: z.string() }),
  output: z.strictObject({ id: z.string() }),
  errors: [],
} as const;
const audit = { event: 'VIEW_PROFILE', resource: 'user' } as const;
const permission = { permission: 'read:profile', stepUp: 'none' } as const;
const handle = () => ({ id: '1' });

const rest = { audit, subject: ownRows, handle };
const permitted = { ...base, ...permission };

// Each of these is a compile error; `npm run typecheck` fails when one stops being so.
// @ts-expect-error neither a permission nor `public: true`
defineOperation({ ...base, ...rest });
// @ts-expect-error both
defineOperation({ ...permitted, ...rest, public: true });
// @ts-expect-error no audit event
defineOperation({ ...permitted, subject: ownRows, handle });
// @ts-expect-error no subject
defineOperation({ ...permitted, audit, handle });
// @ts-expect-error an unknown scope
defineOperation({ ...permitted, ...rest, permission: 'read:everything' });
// @ts-expect-error an unknown event
defineOperation({ ...permitted, ...rest, audit: { event: 'DID', resource: 'user' } });
// @ts-expect-error an answer that is not the output
defineOperation({ ...permitted, ...rest, handle: () => ({ id: 1 }) });

it('knows who may act, what was asked and what was prepared', () => {
  const byUser = defineOperation({
    ...base,
    ...permission,
    audit,
    prepare: async ({ actor }) => {
      expectTypeOf(actor).toEqualTypeOf<UserActor>();
      return { hash: 'h' };
    },
    subject: () => ({ type: 'own' as const, row: 1 }),
    handle: ({ actor, input, subject, prepared }) => {
      expectTypeOf(actor).toEqualTypeOf<UserActor>();
      expectTypeOf(input).toEqualTypeOf<{ id: string }>();
      expectTypeOf(subject.row).toEqualTypeOf<number>();
      expectTypeOf(prepared).toEqualTypeOf<{ hash: string }>();
      return input;
    },
  });
  const byJob = defineOperation({
    ...base,
    ...permission,
    jobs: ['import'],
    audit,
    subject: theClinic,
    handle: ({ actor, input }) => {
      expectTypeOf(actor).toEqualTypeOf<UserActor | SystemActor>();
      return input;
    },
  });
  const byAnybody = defineOperation({
    ...base,
    public: true,
    audit,
    subject: theClinic,
    handle: ({ actor, input }) => {
      expectTypeOf(actor).toEqualTypeOf<AnonymousActor>();
      return input;
    },
  });
  expect([byUser, byJob, byAnybody].map(({ declaration }) => declaration.permission)).toEqual([
    'read:profile',
    'read:profile',
    undefined,
  ]);
});
