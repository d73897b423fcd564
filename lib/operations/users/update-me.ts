import { z } from 'zod';
import { findOwnAccount } from '#db/queries/own-account';
import { lockOwnUser, markAccountChanged } from '#db/queries/users';
import { freeText } from '#lib/domain/free-text';
import { languageTag, personName, phoneNumber } from '#lib/domain/person';
import { OperationError } from '#lib/errors/operation-error';
import { defineOperation } from '../define';
import { settlePicture } from '../pictures/settle';
import { birthDate } from './birth-date';
import { openAccount } from './open-account';
import { exampleProfile, ownProfile } from './own-profile';
import { saveProfile } from './save-profile';

/** Pictures are set on their own: here one can be taken away, or named as it is. */
const pictureUrl = z
  .string()
  .max(100)
  .regex(/^\/api\/v1\/pictures\/[0-9a-f-]{36}$/, 'not_own_picture');

/** What a person tells about themself: the fields that are given, null to clear one. Their chart stays as it is. */
export const updateMe = defineOperation({
  name: 'users.update-me',
  kind: 'command',
  rest: 'PUT /users/me',
  summary: 'Change your profile',
  permission: 'write:profile',
  stepUp: 'none',
  input: z.strictObject({
    first_name: personName.nullable().optional(),
    last_name: personName.nullable().optional(),
    phone_number: phoneNumber.nullable().optional(),
    date_of_birth: birthDate.nullable().optional(),
    address: freeText(500).nullable().optional(),
    profile_picture_url: pictureUrl.nullable().optional(),
    locale: languageTag.nullable().optional(),
    expected_version: z.int().min(0).optional(),
  }),
  output: ownProfile,
  errors: ['stale_version'],
  audit: { event: 'UPDATE_PROFILE', resource: 'user' },
  example: { input: { phone_number: '+15550100' }, output: exampleProfile },

  subject: async ({ tx }) => {
    const user = await lockOwnUser(tx);
    return user && { type: 'account', user_id: user.id, version: user.profile_version };
  },

  async handle({ tx, now, input, actor, subject, audit }) {
    const { locale, expected_version = subject.version, ...profile } = input;
    if (expected_version !== subject.version) throw new OperationError('stale_version');
    await settlePicture(tx, profile.profile_picture_url);
    // Which fields, never what they say.
    audit({
      additional_info: {
        fields: Object.keys({ ...profile, ...(locale !== undefined && { locale }) })
          .sort()
          .join(' '),
      },
    });
    await saveProfile(tx, subject.user_id, profile, now);
    await markAccountChanged(tx, subject.user_id, locale);
    const row = await findOwnAccount(tx);
    if (!row) throw new Error('A live session has no account.');
    const { patient_id, practitioner_id } = actor;
    return {
      ...openAccount(row),
      ...(patient_id && { patient_id }),
      ...(practitioner_id && { practitioner_id }),
    };
  },
});
