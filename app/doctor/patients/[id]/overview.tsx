import { getTranslations } from 'next-intl/server';
import { MedicineList } from '#components/records/medicine-list';
import { NewestResults } from '#components/records/newest-results';
import { NotToTake } from '#components/records/not-to-take';
import { ProblemList } from '#components/records/problem-list';
import { Section } from '#components/ui/section';
import { summariseRecords } from '#lib/operations/records/summarise';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { AllergyList } from './allergy-list';
import { NewestOf } from './newest-of';
import type { SectionProps } from './section-props';

/** What is there now, and what happened last. */
export async function Overview({ patientId, zone }: SectionProps) {
  const [{ problems, medicines, not_taken, results }, t] = await Promise.all([
    query(summariseRecords, { patient_id: patientId }),
    getTranslations('records'),
  ]);
  const hrefOf = ({ id }: { id: string }) => paths.doctor.record(patientId, id);
  const listOf = (group: string) => paths.doctor.chart(patientId, { section: 'timeline', group });
  return (
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2 xl:grid-cols-3">
      <div className="flex flex-col gap-5">
        <NewestOf patientId={patientId} zone={zone} title={t('drafts')} drafts />
        <Section id="problems" title={t('problems.title')}>
          <ProblemList problems={problems} zone={zone} hrefOf={hrefOf} allHref={listOf('problems')} />
        </Section>
        <AllergyList patientId={patientId} />
      </div>
      <div className="flex flex-col gap-5">
        <Section id="medicines" title={t('medicines.staff')}>
          <MedicineList medicines={medicines} hrefOf={hrefOf} allHref={listOf('medicines')} />
          <NotToTake medicines={not_taken} hrefOf={hrefOf} />
        </Section>
        <NewestOf patientId={patientId} zone={zone} title={t('lastVisit')} type="encounter" />
      </div>
      <NewestResults
        results={results}
        zone={zone}
        hrefOf={hrefOf}
        allHref={paths.doctor.chart(patientId, { section: 'results' })}
      />
    </div>
  );
}
