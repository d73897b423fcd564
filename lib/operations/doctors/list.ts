import { z } from 'zod';
import { listDoctors } from '#db/queries/practitioners';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { doctorView, exampleDoctor, viewDoctor } from './doctor-view';

/** Everybody of whom a visit may be asked, by name. */
export const listClinicDoctors = defineOperation({
  name: 'doctors.list',
  kind: 'query',
  rest: 'GET /doctors',
  summary: 'The doctors of the clinic',
  permission: 'read:appointments',
  stepUp: 'none',
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(doctorView) }),
  errors: [],
  audit: { event: 'LIST_DOCTORS', resource: 'practitioner' },
  example: { input: {}, output: { items: [exampleDoctor] } },
  subject: theClinic,

  async handle({ tx }) {
    const items = (await listDoctors(tx)).map(viewDoctor);
    return { items: items.sort((a, b) => a.display_name.localeCompare(b.display_name)) };
  },
});
