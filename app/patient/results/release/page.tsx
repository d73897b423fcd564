import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ReleaseForm } from '#components/records/release-form';
import { PageHeader } from '#components/ui/page-header';
import { listReleasePreferences } from '#lib/operations/release-preferences/list';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { saveWishes } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('records.release');
  return { title: t('title') };
}

export default async function ReleasePage() {
  await personOf('patient');
  const [{ items }, t] = await Promise.all([query(listReleasePreferences, {}), getTranslations('records')]);
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6">
      <PageHeader
        title={t('release.title')}
        summary={t('release.summary')}
        back={{ href: paths.patient.results, label: t('results.title') }}
      />
      <ReleaseForm wishes={items} action={saveWishes} />
    </div>
  );
}
