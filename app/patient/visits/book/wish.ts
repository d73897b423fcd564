import { visitModes } from '#components/appointments/visit-wish';
import type { Asked } from '#lib/transport/page-query';

/** What an address says of the wished visit; a way that there is not is none. */
export function wishIn({ service, mode }: Asked) {
  const way = visitModes.find((each) => each === mode);
  return { ...(service && { service_id: service }), ...(way && { mode: way }) };
}

/** What was searched for, to be found again on the way back. */
export const wishQuery = ({ service, speciality, mode, part, from }: Asked) => ({
  ...{ service, speciality, mode, part, from },
});
