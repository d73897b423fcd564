import type { z } from 'zod';
import { ownProfile } from '#lib/operations/users/own-profile';

/** A profile as version 1 promised it: the language came later. */
const profileV1 = ownProfile.omit({ locale: true });

export const profileMapping = {
  fromOutput: ({ locale: _later, ...profile }: z.input<typeof ownProfile>) => profile,
  wire: { output: profileV1 },
};
