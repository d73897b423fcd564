import { z } from 'zod';
import { findOwnZone } from '#db/queries/reminder-settings';
import { fromPlace } from '#lib/auth/throttle-keys';
import { visitModes } from '#lib/domain/availability/calendar';
import { theClinic } from '#lib/policy/subject';
import { authBodyLimitBytes, opaqueToken } from '../auth/credentials';
import { defineOperation } from '../define';
import { invalidToken, openOfferLink } from './linked-offer';

/**
 * What the mailed link of an offer shows: when and where, and which visit it would replace. Not with whom, for whom or why:
 * whoever reads somebody's mail learns no more than the mail says. Looking uses nothing up.
 */
export const getOfferByLink = defineOperation({
  name: 'waiting-list.get-by-link',
  kind: 'query',
  rest: 'POST /waiting-list/links/look',
  summary: 'An offered time by its mailed link',
  public: true,
  input: z.strictObject({ token: opaqueToken }),
  output: z.strictObject({
    scheduled_at: z.iso.datetime(),
    ends_at: z.iso.datetime(),
    zone: z.string(),
    /** By whose clock its reader lives, where they have said so. */
    own_zone: z.string().nullable(),
    mode: z.enum(visitModes),
    clinic_name: z.string(),
    expires_at: z.iso.datetime(),
    /** When the visit is that it would replace. */
    visit_at: z.iso.datetime().nullable(),
    /** By the clock of its clinic, which may be another. */
    visit_zone: z.string().nullable(),
  }),
  errors: [],
  audit: { event: 'VIEW_OFFER', resource: 'waiting_list' },
  example: {
    input: { token: 'q1wZ4dQm0Qv7m2cUuYcN0Q3mO9xk5n6b8rT1sV2wX4y' },
    output: {
      scheduled_at: '2026-01-12T09:00:00Z',
      ends_at: '2026-01-12T09:20:00Z',
      zone: 'Europe/London',
      own_zone: null,
      mode: 'in_person',
      clinic_name: 'Northgate Clinic',
      expires_at: '2026-01-05T11:00:00Z',
      visit_at: null,
      visit_zone: null,
    },
  },
  bodyLimitBytes: authBodyLimitBytes,
  throttle: ({ request }) => [fromPlace('visit_link', request.ip)],
  subject: theClinic,

  async handle(work) {
    const { row } = await openOfferLink(work, work.input.token);
    if (row.outcome !== null) throw invalidToken();
    const { zone, mode, clinic_name, visit_zone } = row;
    return {
      ...{ zone, mode, clinic_name, visit_zone },
      own_zone: await findOwnZone(work.tx),
      scheduled_at: row.scheduled_at.toString(),
      ends_at: row.ends_at.toString(),
      expires_at: row.expires_at.toString(),
      visit_at: row.visit_at?.toString() ?? null,
    };
  },
});
