import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ReportForm } from '#components/health/report-form';
import { isReportKind } from '#components/health/report-kinds';
import { PageHeader } from '#components/ui/page-header';
import { paths } from '#lib/platform/paths';
import { personOf } from '#lib/transport/page-person';
import { formDraft } from '../../../../form-draft';
import { report } from './actions';

interface NewReportPageProps {
  params: Promise<{ kind: string }>;
}

export async function generateMetadata({ params }: NewReportPageProps): Promise<Metadata> {
  const [{ kind }, t] = await Promise.all([params, getTranslations('requests.health.newTitle')]);
  return isReportKind(kind) ? { title: t(kind) } : {};
}

export default async function NewReportPage({ params }: NewReportPageProps) {
  await personOf('patient');
  const [{ kind }, t] = await Promise.all([params, getTranslations('requests.health')]);
  if (!isReportKind(kind)) notFound();
  const back = paths.patient.health;
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6">
      <PageHeader title={t(`newTitle.${kind}`)} back={{ href: back, label: t('title') }} />
      <ReportForm
        kind={kind}
        action={report.bind(null, kind)}
        draft={await formDraft(`report:${kind}`)}
        cancelHref={back}
      />
    </div>
  );
}
