import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { plainMedicine } from '#components/records/plain-medicine';
import { RefillForm } from '#components/requests/refill-form';
import { Notice } from '#components/ui/notice';
import { PageHeader } from '#components/ui/page-header';
import { getRecord } from '#lib/operations/records/get';
import { listRefills } from '#lib/operations/refills/list';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { formDraft } from '../../../../form-draft';
import { askRefill } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('requests.refill');
  return { title: t('title') };
}

export default async function AskRefillPage({ params }: { params: Promise<{ id: string }> }) {
  await personOf('patient');
  const { id } = await params;
  const [record, open, t] = await Promise.all([
    query(getRecord, { id }),
    query(listRefills, { record_id: id, open: true }),
    getTranslations('requests'),
  ]);
  const isCurrent = record.record_type === 'prescription' && record.status === 'active';
  const isRefillable = isCurrent && record.warnings.length === 0;
  const back = { href: paths.patient.medications, label: t('medications.title') };
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6">
      <PageHeader title={t('refill.title')} summary={plainMedicine(record.title)} back={back} />
      {open.total > 0 ? (
        <Notice>{t('refill.open')}</Notice>
      ) : isRefillable ? (
        <RefillForm
          action={askRefill.bind(null, id)}
          draft={await formDraft(`refill:${id}`)}
          cancelHref={paths.patient.medications}
        />
      ) : (
        <Notice>{t('refill.cannot')}</Notice>
      )}
    </div>
  );
}
