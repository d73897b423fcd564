import { z } from 'zod';

/** What is answered to a wish that needs a second admin: where it stands. */
export const askedApproval = z.strictObject({ approval_id: z.uuid(), status: z.literal('requested') });

export const exampleAskedApproval = {
  approval_id: '01920000-0000-7000-8000-000000000008',
  status: 'requested',
} as const;
