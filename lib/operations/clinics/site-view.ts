import { z } from 'zod';

/** A site with what it tells of itself and when it is open. */
export const siteView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  /** IANA zone: the clock by which its times are meant. */
  zone: z.string(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  /** Where visits by video take place; without one there are none. */
  video_url: z.string().nullable(),
  /** How long before a visit its patient may still move or cancel it. */
  change_notice_minutes: z.int(),
  /** Open whenever a doctor is, where there are none. */
  hours: z.array(z.strictObject({ weekday: z.int(), opens: z.string(), closes: z.string() })),
  version: z.int(),
});

export const exampleSite: z.output<typeof siteView> = {
  id: '01920000-0000-7000-8000-000000000005',
  name: 'Northgate Clinic',
  zone: 'Europe/London',
  address: '12 Northgate, Leeds',
  phone: '+441134960123',
  video_url: 'https://video.example.org/northgate',
  change_notice_minutes: 1440,
  hours: [{ weekday: 1, opens: '08:00', closes: '18:00' }],
  version: 2,
};
