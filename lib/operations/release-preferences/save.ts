import { z } from 'zod';
import { applyReleaseWish, lockReleaseWishes, replaceReleaseWish } from '#db/queries/release-preferences';
import { OperationError } from '#lib/errors/operation-error';
import { type ResultCategory, resultCategories } from '#lib/fhir/result-categories';
import { defineOperation } from '../define';
import { chartSubject } from '../patients/find-chart';
import { releaseChoice } from './wishes';

const wish = releaseChoice.optional();
/** A category that is left out stays as it is. */
const wishes = {
  blood_and_chemistry: wish,
  infection: wish,
  genetics: wish,
  pathology: wish,
  imaging: wish,
  other: wish,
} satisfies Record<ResultCategory, typeof wish>;

/**
 * The patient's own choice, honoured at once: for what comes, and for what waits by an older choice. What they have seen
 * stays seen. Nobody else chooses for them; a blanket delay would be information blocking (45 CFR 171).
 */
export const saveReleasePreferences = defineOperation({
  name: 'release-preferences.save',
  kind: 'command',
  rest: 'PUT /release-preferences',
  successStatus: 204,
  summary: 'Choose when you see your results',
  permission: 'write:profile',
  stepUp: 'none',
  input: z.strictObject(wishes),
  output: z.void(),
  errors: [],
  audit: { event: 'SAVE_RELEASE_WISHES', resource: 'patient', details: [...resultCategories] },
  example: { input: { genetics: 'with_comment' }, output: undefined },
  // Their own chart, which an administrator does not open, their own one included.
  subject: ({ tx }) => chartSubject(tx, undefined),

  async handle({ tx, now, input, subject, audit }) {
    if (subject.type !== 'chart') throw new OperationError('forbidden');
    const { patient_id } = subject;
    const before = await lockReleaseWishes(tx, patient_id);
    let changed = 0;
    for (const category of resultCategories) {
      const choice = input[category];
      const held = before.find((row) => row.category === category)?.choice ?? 'at_once';
      if (choice === undefined || choice === held) continue;
      await replaceReleaseWish(tx, { patient_id, category, choice, updated_at: now });
      changed += await applyReleaseWish(tx, { category, choice });
    }
    audit({ patient_id, resource_id: patient_id, additional_info: { results: changed } });
  },
});
