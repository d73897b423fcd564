import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClinicFrame } from '#components/clinic/clinic-frame';
import { OpeningHoursForm } from '#components/clinic/opening-hours-form';
import { getClinic } from '#lib/operations/clinics/get';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import type { SearchParams } from '#lib/transport/page-query';
import { siteOf } from '../site-of';
import { saveHours } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('clinicSetup'))('section.hours') };
}

export default async function OpeningHoursPage({ searchParams }: { searchParams: SearchParams }) {
  await personOf('admin');
  const { asked, site, sites, ofSeveral } = await siteOf(searchParams);
  const { hours, version } = await query(getClinic, { id: site.id });
  return (
    <ClinicFrame section="hours" site={site} sites={sites} done={asked.done}>
      <OpeningHoursForm hours={hours} version={version} action={saveHours.bind(null, site.id, ofSeveral)} />
    </ClinicFrame>
  );
}
