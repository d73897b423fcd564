import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { isEnteredInError } from '#components/records/record';
import { CorrectionForm } from '#components/requests/correction-form';
import { Notice } from '#components/ui/notice';
import { PageHeader } from '#components/ui/page-header';
import { listAmendmentRequests } from '#lib/operations/amendment-requests/list';
import { getRecord } from '#lib/operations/records/get';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { formDraft } from '../../../../form-draft';
import { askCorrection } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('requests.correction');
  return { title: t('title') };
}

export default async function AskCorrectionPage({ params }: { params: Promise<{ id: string }> }) {
  await personOf('patient');
  const { id } = await params;
  const [record, open, t, records] = await Promise.all([
    query(getRecord, { id }),
    query(listAmendmentRequests, { record_id: id, open: true }),
    getTranslations('requests.correction'),
    getTranslations('records'),
  ]);
  const { version } = record;
  const back = paths.patient.record(id);
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6">
      <PageHeader
        title={t('title')}
        summary={record.title}
        back={{ href: back, label: records('title.record') }}
      />
      {open.total > 0 ? (
        <Notice>{t('running')}</Notice>
      ) : isEnteredInError(record) ? (
        <Notice>{t('cannot')}</Notice>
      ) : (
        <CorrectionForm
          action={askCorrection.bind(null, { id, version })}
          draft={await formDraft(`correction:${id}`)}
          cancelHref={back}
        />
      )}
    </div>
  );
}
