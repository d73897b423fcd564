import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ServiceForm } from '#components/clinic/service-form';
import { PageHeader } from '#components/ui/page-header';
import { paths } from '#lib/platform/paths';
import { personOf } from '#lib/transport/page-person';
import type { SearchParams } from '#lib/transport/page-query';
import { siteOf } from '../../site-of';
import { addService } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('clinicSetup.services'))('addTitle') };
}

export default async function NewServicePage({ searchParams }: { searchParams: SearchParams }) {
  await personOf('admin');
  const [{ site, ofSeveral }, t] = await Promise.all([
    siteOf(searchParams),
    getTranslations('clinicSetup.services'),
  ]);
  return (
    <div className="flex max-w-xl flex-col gap-5">
      <PageHeader
        title={t('addTitle')}
        summary={t('addSummary')}
        back={{ href: paths.admin.services({ site: ofSeveral }), label: t('back') }}
      />
      <ServiceForm service={null} action={addService.bind(null, site.id, ofSeveral)} />
    </div>
  );
}
