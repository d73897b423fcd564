import { getTranslations } from 'next-intl/server';
import { MedicineList } from '#components/records/medicine-list';
import { NewestResults } from '#components/records/newest-results';
import { ProblemList } from '#components/records/problem-list';
import { Section } from '#components/ui/section';
import { summariseRecords } from '#lib/operations/records/summarise';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';

interface ChartSummaryProps {
  patientId: string;
  zone: string;
}

/** Beside the timeline: what is there now. */
export async function ChartSummary({ patientId, zone }: ChartSummaryProps) {
  const [{ problems, medicines, results }, t] = await Promise.all([
    query(summariseRecords, { patient_id: patientId }),
    getTranslations('records'),
  ]);
  const hrefOf = ({ id }: { id: string }) => paths.doctor.record(patientId, id);
  const listOf = (type: string) => paths.doctor.patientOf(patientId, { type });
  return (
    <div className="flex flex-col gap-5">
      <Section id="problems" title={t('problems.title')}>
        <ProblemList problems={problems} zone={zone} hrefOf={hrefOf} allHref={listOf('diagnosis')} />
      </Section>
      <Section id="medicines" title={t('medicines.staff')}>
        <MedicineList medicines={medicines} hrefOf={hrefOf} allHref={listOf('prescription')} />
      </Section>
      <NewestResults results={results} zone={zone} hrefOf={hrefOf} allHref={listOf('lab_result')} />
    </div>
  );
}
