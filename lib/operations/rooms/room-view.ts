import { z } from 'zod';

/** Where visits in person take place. */
export const roomView = z.strictObject({
  id: z.uuid(),
  clinic_id: z.uuid(),
  name: z.string(),
  version: z.int(),
});

export const exampleRoom: z.output<typeof roomView> = {
  id: '01920000-0000-7000-8000-000000000071',
  clinic_id: '01920000-0000-7000-8000-000000000005',
  name: 'Room 1',
  version: 1,
};
