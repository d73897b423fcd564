import { z } from 'zod';
import type { ListedServiceRow } from '#db/queries/services';
import { modesInput, visitMinutes } from '#lib/domain/availability/hours-input';
import { queryFlag } from '#lib/domain/query-flag';
import { serviceColours } from '#lib/domain/service-colours';
import { shortName } from '#lib/domain/short-name';
import { clinicId } from '#lib/platform/ids';

/** What somebody may come for. */
export const serviceView = z.strictObject({
  id: z.uuid(),
  clinic_id: z.uuid(),
  name: z.string(),
  minutes: z.int(),
  colour: z.enum(serviceColours),
  in_person: z.boolean(),
  video: z.boolean(),
  /** Or staff alone. */
  patients_book: z.boolean(),
  version: z.int(),
});

/** What is told of a service: all of it, at each change. */
export const toldOfService = {
  name: shortName,
  minutes: visitMinutes,
  colour: z.enum(serviceColours),
  ...modesInput,
  patients_book: queryFlag.default(false),
};

export const newService = z.strictObject({ clinic_id: clinicId, ...toldOfService });

interface Modes {
  readonly in_person: boolean;
  readonly video: boolean;
}

/** Nobody can come to what is given neither here nor by video. */
export function requireMode({ in_person, video }: Modes, context: z.RefinementCtx): void {
  if (!in_person && !video) context.addIssue({ code: 'custom', message: 'no_mode', path: ['in_person'] });
}

export const exampleService: ListedServiceRow = {
  id: '01920000-0000-7000-8000-000000000070' as ListedServiceRow['id'],
  clinic_id: '01920000-0000-7000-8000-000000000005' as ListedServiceRow['clinic_id'],
  name: 'Follow-up',
  minutes: 20,
  colour: 'green',
  in_person: true,
  video: true,
  patients_book: true,
  version: 1,
};

export const exampleToldOfService = {
  name: exampleService.name,
  minutes: exampleService.minutes,
  colour: exampleService.colour,
  in_person: true,
  video: true,
  patients_book: true,
};
