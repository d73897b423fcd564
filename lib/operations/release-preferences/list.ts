import { z } from 'zod';
import { listReleaseWishes } from '#db/queries/release-preferences';
import { OperationError } from '#lib/errors/operation-error';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { exampleWishes, releaseWish, wishesOf } from './wishes';

/** When the actor wants to see results of each category. */
export const listReleasePreferences = defineOperation({
  name: 'release-preferences.list',
  kind: 'query',
  rest: 'GET /release-preferences',
  summary: 'When you want to see your results',
  permission: 'read:profile',
  stepUp: 'none',
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(releaseWish) }),
  errors: [],
  audit: { event: 'VIEW_RELEASE_WISHES', resource: 'patient' },
  example: { input: {}, output: { items: exampleWishes } },
  subject: ownRows,

  async handle({ tx, actor }) {
    if (!actor.patient_id) throw new OperationError('forbidden');
    return { items: wishesOf(await listReleaseWishes(tx, actor.patient_id)) };
  },
});
