import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClinicFrame } from '#components/clinic/clinic-frame';
import { DetailsForm } from '#components/clinic/details-form';
import { getClinic } from '#lib/operations/clinics/get';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import type { SearchParams } from '#lib/transport/page-query';
import { saveDetails } from './actions';
import { siteOf } from './site-of';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('clinicSetup'))('title') };
}

export default async function ClinicPage({ searchParams }: { searchParams: SearchParams }) {
  await personOf('admin');
  const { asked, site, sites, ofSeveral } = await siteOf(searchParams);
  const details = await query(getClinic, { id: site.id });
  return (
    <ClinicFrame section="details" site={site} sites={sites} done={asked.done}>
      <DetailsForm site={details} action={saveDetails.bind(null, site.id, ofSeveral)} />
    </ClinicFrame>
  );
}
