import { z } from 'zod';

export const closureKinds = ['holiday', 'closure'] as const;

/** Days, both included, on which a site sees nobody. */
export const closureView = z.strictObject({
  id: z.uuid(),
  clinic_id: z.uuid(),
  kind: z.enum(closureKinds),
  name: z.string(),
  first_day: z.iso.date(),
  last_day: z.iso.date(),
  /** How many stand on those days all the same; null for who is no admin. */
  visits: z.int().nullable(),
});

export const exampleClosure: z.output<typeof closureView> = {
  id: '01920000-0000-7000-8000-000000000072',
  clinic_id: '01920000-0000-7000-8000-000000000005',
  kind: 'holiday',
  name: 'Good Friday',
  first_day: '2026-04-03',
  last_day: '2026-04-03',
  visits: null,
};
