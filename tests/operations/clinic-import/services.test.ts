import { afterAll, beforeAll, expect, it } from 'vitest';
import { addServices } from '#lib/operations/clinic-import/add-services';
import { getHours } from '#lib/operations/hours/get';
import { listRooms } from '#lib/operations/rooms/list';
import { archiveService } from '#lib/operations/services/archive';
import { listServices } from '#lib/operations/services/list';
import { createAdmin, createDoctor, createSite } from '../../factories/care';
import { visitor } from '../../factories/visitor';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

it('brings visit types, who offers them, and rooms: once, so that what is archived stays so', async () => {
  const { clock } = clinic;
  const clinic_id = await createSite(clock);
  const [admin, doctor] = [await createAdmin(clock), await createDoctor(clock, clinic_id)];
  const importer = visitor(clock, { kind: 'system', job: 'import' });
  const told = { name: 'Vaccination', minutes: 10, colour: 'rose', in_person: true } as const;
  const offers = [{ practitioner_id: doctor.id, minutes: 15 }];
  const wish = { clinic_id, services: [{ ...told, offers }], rooms: [{ name: 'Room 1' }] };
  expect(await importer.call(addServices, wish)).toEqual({ added: true });
  const { items } = await doctor.call(listServices, {});
  expect(items).toMatchObject([{ ...told, clinic_id }]);
  const { services } = await doctor.call(getHours, {});
  expect(services).toEqual([{ service_id: items[0]?.id, minutes: 15 }]);
  await admin.call(archiveService, { id: items[0]?.id ?? '' });
  expect(await importer.call(addServices, wish)).toEqual({ added: false });
  expect((await admin.call(listServices, {})).items).toEqual([]);
  expect((await admin.call(listRooms, {})).items).toHaveLength(1);
  expect((await admin.refusal(addServices, wish)).code).toBe('forbidden');
});
