import { visitModes } from '#components/appointments/visit-wish';
import { getHours } from '#lib/operations/hours/get';
import { listServices } from '#lib/operations/services/list';
import { query } from '#lib/transport/page';
import type { Asked } from '#lib/transport/page-query';

/** What the doctor gives, what of it was asked for, and how: as the page shows it and as an operation takes it. */
export async function visitType(asked: Asked) {
  const [{ services: offered }, { items }] = await Promise.all([
    query(getHours, {}),
    query(listServices, {}),
  ]);
  const services = items.filter(({ id }) => offered.some(({ service_id }) => service_id === id));
  const service = services.find(({ id }) => id === asked.service);
  const mode = visitModes.find((each) => each === asked.mode && (!service || service[each]));
  return {
    services,
    name: service?.name ?? null,
    asked: { ...(service && { service: service.id }), ...(mode && { mode }) },
    wish: { ...(service && { service_id: service.id }), ...(mode && { mode }) },
  };
}
