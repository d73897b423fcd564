import { z } from 'zod';
import { lockImport } from '#db/queries/imports';
import { insertRoom } from '#db/queries/rooms';
import { hasServices, insertOffer, insertService } from '#db/queries/services';
import { visitMinutes } from '#lib/domain/availability/hours-input';
import { shortName } from '#lib/domain/short-name';
import { clinicId, newId, practitionerId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { exampleRoom } from '../rooms/room-view';
import { exampleToldOfService, requireMode, toldOfService } from '../services/service-view';
import { wholeClinic } from './only-the-job';

const offer = z.strictObject({ practitioner_id: practitionerId, minutes: visitMinutes.optional() });
const service = z.strictObject({ ...toldOfService, offers: z.array(offer) }).superRefine(requireMode);

/** What a site may be booked for, by whom, and its rooms; once, so that what is archived later stays so. */
export const addServices = defineOperation({
  name: 'clinic-import.add-services',
  kind: 'command',
  rest: 'POST /import/services',
  summary: 'Import visit types and rooms',
  permission: 'write:profile',
  stepUp: 'none',
  jobs: ['import'],
  input: z.strictObject({
    clinic_id: clinicId,
    services: z.array(service).max(200),
    rooms: z.array(z.strictObject({ name: shortName })).max(200),
  }),
  output: z.strictObject({ added: z.boolean() }),
  errors: [],
  audit: { event: 'IMPORT_SERVICES', resource: 'clinic', details: ['clinic_id'] },
  example: {
    input: {
      clinic_id: exampleRoom.clinic_id,
      services: [
        { ...exampleToldOfService, offers: [{ practitioner_id: '01920000-0000-7000-8000-000000000004' }] },
      ],
      rooms: [{ name: exampleRoom.name }],
    },
    output: { added: true },
  },
  subject: wholeClinic,

  async handle({ tx, now, input: { clinic_id, services, rooms } }) {
    await lockImport(tx);
    if (await hasServices(tx, clinic_id)) return { added: false };
    const shared = { clinic_id, created_at: now };
    for (const room of rooms) await insertRoom(tx, { ...room, ...shared, id: newId('rooms') });
    for (const { offers, ...told } of services) {
      const service_id = newId('services');
      await insertService(tx, { ...told, ...shared, id: service_id });
      for (const each of offers) await insertOffer(tx, { ...each, service_id, created_at: now });
    }
    return { added: true };
  },
});
