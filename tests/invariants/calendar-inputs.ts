import { createAbsence } from '#lib/operations/absences/create';
import { setClinicHours } from '#lib/operations/clinics/set-hours';
import { createClosure } from '#lib/operations/closures/create';
import type { Operation } from '#lib/operations/define';
import { createRoom } from '#lib/operations/rooms/create';
import { updateRoom } from '#lib/operations/rooms/update';
import { createService } from '#lib/operations/services/create';
import { updateService } from '#lib/operations/services/update';
import { newId } from '#lib/platform/ids';
import { createAdmin, createSite } from '../factories/care';
import { visitor } from '../factories/visitor';
import type { Scene } from './example-input';

type Fields = Readonly<Record<string, unknown>>;
const exampleOf = ({ declaration }: Operation) => declaration.example?.input as Fields;

export async function aService({ clock, site }: Scene): Promise<string> {
  const admin = await createAdmin(clock);
  const told = { name: 'Follow-up', minutes: 20, colour: 'green', in_person: true } as const;
  return (await admin.call(createService, { clinic_id: site, ...told })).id;
}

async function aRoom({ clock, site }: Scene): Promise<string> {
  return (await (await createAdmin(clock)).call(createRoom, { clinic_id: site, name: 'Room 1' })).id;
}

/** Of a site of its own, so that the others stay open. */
async function aClosure({ clock }: Scene): Promise<string> {
  const wish = { kind: 'holiday', name: 'Good Friday', first_day: '2999-04-03' } as const;
  const clinic_id = await createSite(clock);
  return (await (await createAdmin(clock)).call(createClosure, { clinic_id, ...wish })).id;
}

/** Of whoever is going to call, where they are a doctor. */
async function anAbsence({ clock, caller }: Scene): Promise<string> {
  const wish = { kind: 'leave', first_day: '2999-01-02' } as const;
  const absence = await visitor(clock, caller)
    .call(createAbsence, wish)
    .catch(() => null);
  return absence?.id ?? newId('absences');
}

/** What the clinic's set-up needs to find there. */
export const calendarInputs: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
  'services.update': async (scene) => ({ ...exampleOf(updateService), id: await aService(scene) }),
  'services.archive': async (scene) => ({ id: await aService(scene) }),
  'rooms.update': async (scene) => ({ ...exampleOf(updateRoom), id: await aRoom(scene) }),
  'rooms.archive': async (scene) => ({ id: await aRoom(scene) }),
  'clinics.set-hours': async ({ clock }) => ({
    ...exampleOf(setClinicHours),
    id: await createSite(clock),
  }),
  'closures.create': async ({ clock }) => ({
    ...exampleOf(createClosure),
    clinic_id: await createSite(clock),
  }),
  'closures.remove': async (scene) => ({ id: await aClosure(scene) }),
  'clinic-import.add-services': async ({ clock, chart }) => ({
    clinic_id: await createSite(clock),
    services: [
      {
        ...{ name: 'Follow-up', minutes: 20, colour: 'green', in_person: true },
        offers: [{ practitioner_id: chart.bookable }],
      },
    ],
    rooms: [{ name: 'Room 1' }],
  }),
  'absences.remove': async (scene) => ({ id: await anAbsence(scene) }),
};
