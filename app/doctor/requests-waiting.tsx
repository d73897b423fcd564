import { RequestsCard } from '#components/requests/requests-card';
import { listAmendmentRequests } from '#lib/operations/amendment-requests/list';
import { listRefills } from '#lib/operations/refills/list';
import { query } from '#lib/transport/page';

/** How many requests of the own patients wait. */
export async function RequestsWaiting() {
  const [refills, corrections] = await Promise.all([
    query(listRefills, { open: true, page_size: 1 }),
    query(listAmendmentRequests, { open: true, page_size: 1 }),
  ]);
  return <RequestsCard refills={refills.total} corrections={corrections.total} />;
}
