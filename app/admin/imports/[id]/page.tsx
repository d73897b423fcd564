import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ImportReport } from '#components/imports/import-report';
import { IssueTable } from '#components/imports/issue-table';
import { PageHeader } from '#components/ui/page-header';
import { getImport } from '#lib/operations/imports/get';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { stopImport } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('one') };
}

export default async function ImportPage({ params }: { params: Promise<{ id: string }> }) {
  const [{ zone }, { id }, t] = await Promise.all([personOf('admin'), params, getTranslations('imports')]);
  const { issues, ...report } = await query(getImport, { id });
  return (
    <div className="flex flex-col gap-5">
      <PageHeader title={t('one')} back={{ href: paths.admin.imports, label: t('title') }} />
      <ImportReport
        report={report}
        zone={zone}
        here={paths.admin.import(id)}
        cancel={stopImport.bind(null, id)}
      />
      <IssueTable issues={issues} />
    </div>
  );
}
