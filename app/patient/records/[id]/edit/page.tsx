import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ReportForm } from '#components/health/report-form';
import { reportKindOf } from '#components/health/report-kinds';
import { reportValues } from '#components/health/report-values';
import { CannotAmend } from '#components/records/cannot-amend';
import { PageHeader } from '#components/ui/page-header';
import { getRecord } from '#lib/operations/records/get';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { formDraft } from '../../../../form-draft';
import { amendOwn } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('requests.health');
  return { title: t('editTitle') };
}

export default async function EditOwnRecordPage({ params }: { params: Promise<{ id: string }> }) {
  await personOf('patient');
  const { id } = await params;
  const [record, t] = await Promise.all([query(getRecord, { id }), getTranslations('requests.health')]);
  const { version } = record;
  const [kind, back] = [reportKindOf(record), paths.patient.record(id)];
  const { allowed, reason } = record.can.amend_own;
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6">
      <PageHeader title={t('editTitle')} back={{ href: back, label: record.title }} />
      {allowed && kind ? (
        <ReportForm
          kind={kind}
          values={reportValues(record.content)}
          action={amendOwn.bind(null, { id, version, kind })}
          draft={await formDraft(`record.amend-own:${id}:${version}`)}
          cancelHref={back}
        />
      ) : (
        <CannotAmend reason={reason} />
      )}
    </div>
  );
}
