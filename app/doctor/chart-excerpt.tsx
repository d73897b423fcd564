import { ChartBrief } from '#components/records/chart-brief';
import { summariseRecords } from '#lib/operations/records/summarise';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';

interface ChartExcerptProps {
  visit: { patient_id: string; patient_name: string | null };
  zone: string;
}

/** Read only for a visit that the doctor has chosen: opening the day opens nobody's chart. */
export async function ChartExcerpt({ visit: { patient_id, patient_name }, zone }: ChartExcerptProps) {
  // A chart that has been closed since is not asked for: the visit itself says so.
  if (patient_name === null) return null;
  const summary = await query(summariseRecords, { patient_id });
  return <ChartBrief {...summary} zone={zone} hrefOf={({ id }) => paths.doctor.record(patient_id, id)} />;
}
