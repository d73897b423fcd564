import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClinicFrame } from '#components/clinic/clinic-frame';
import { ServiceList } from '#components/clinic/service-list';
import { ButtonLink } from '#components/ui/button-link';
import { listServices } from '#lib/operations/services/list';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import type { SearchParams } from '#lib/transport/page-query';
import { siteOf } from '../site-of';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('clinicSetup'))('section.services') };
}

export default async function ServicesPage({ searchParams }: { searchParams: SearchParams }) {
  await personOf('admin');
  const [{ asked, site, sites, ofSeveral }, { items }, t] = await Promise.all([
    siteOf(searchParams),
    query(listServices, {}),
    getTranslations('clinicSetup.services'),
  ]);
  return (
    <ClinicFrame
      section="services"
      site={site}
      sites={sites}
      done={asked.done}
      actions={<ButtonLink href={paths.admin.newService({ site: ofSeveral })}>{t('addTitle')}</ButtonLink>}
    >
      <ServiceList services={items.filter(({ clinic_id }) => clinic_id === site.id)} />
    </ClinicFrame>
  );
}
