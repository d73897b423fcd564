import type { z } from 'zod';
import { ownProfile } from '#lib/operations/users/own-profile';
import { expectedVersion } from './if-match';

type OwnProfile = z.input<typeof ownProfile>;

/** A profile as version 1 promised it: the language and the number of its version came later. */
const profileV1 = ownProfile.omit({ locale: true, version: true });

export const profileMapping = {
  fromOutput: ({ locale: _later, version: _tag, ...profile }: OwnProfile) => profile,
  version: ({ version }: OwnProfile) => version,
  wire: { output: profileV1 },
};

export const changedProfileMapping = {
  ...profileMapping,
  toInput: expectedVersion,
  wire: { ...profileMapping.wire, ifMatch: 'expected_version' },
};
