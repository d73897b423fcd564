import { Pill } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NotToTake } from '#components/records/not-to-take';
import { MedicineCard } from '#components/requests/medicine-card';
import { PastMedicines } from '#components/requests/past-medicines';
import { ButtonLink } from '#components/ui/button-link';
import { Card } from '#components/ui/card';
import { EmptyState } from '#components/ui/empty-state';
import { PageHeader } from '#components/ui/page-header';
import { Section } from '#components/ui/section';
import { TextLink } from '#components/ui/text-link';
import { listChartRecords } from '#lib/operations/records/list';
import { summariseRecords } from '#lib/operations/records/summarise';
import { listRefills } from '#lib/operations/refills/list';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('requests.medications');
  return { title: t('title') };
}

export default async function MedicationsPage() {
  const { zone } = await personOf('patient');
  const [{ medicines, not_taken }, prescriptions, refills, t] = await Promise.all([
    query(summariseRecords, {}),
    query(listChartRecords, { record_type: 'prescription', page_size: 50 }),
    query(listRefills, { page_size: 100 }),
    getTranslations('requests.medications'),
  ]);
  const past = prescriptions.items.flatMap((each) =>
    each.record_type === 'prescription' && each.status !== 'active' ? [each] : [],
  );
  const all = paths.patient.recordsOf({ group: 'medicines' });
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={t('title')}
        summary={t('summary')}
        actions={
          <ButtonLink href={paths.patient.requests} tone="secondary">
            {t('see')}
          </ButtonLink>
        }
      />
      <Section id="now" title={t('now')}>
        {medicines.length === 0 ? (
          <EmptyState icon={<Pill aria-hidden className="size-7" />} title={t('nowEmpty.title')}>
            {t('nowEmpty.text')}
          </EmptyState>
        ) : (
          <Card as="ul" flush>
            {medicines.map((medicine) => (
              <li key={medicine.id}>
                <MedicineCard
                  medicine={medicine}
                  zone={zone}
                  refill={refills.items.find((each) => each.record_id === medicine.id)}
                />
              </li>
            ))}
          </Card>
        )}
        <NotToTake medicines={not_taken} hrefOf={({ id }) => paths.patient.record(id)} />
      </Section>
      <Section id="before" title={t('before')} aside={<TextLink href={all}>{t('all')}</TextLink>}>
        <PastMedicines medicines={past} zone={zone} />
      </Section>
    </div>
  );
}
