import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClinicFrame } from '#components/clinic/clinic-frame';
import { ClosureForm } from '#components/clinic/closure-form';
import { ClosureList } from '#components/clinic/closure-list';
import { Section } from '#components/ui/section';
import { listClosures } from '#lib/operations/closures/list';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import type { SearchParams } from '#lib/transport/page-query';
import { siteOf } from '../site-of';
import { addClosure, takeBackClosure } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('clinicSetup'))('section.closures') };
}

export default async function ClosuresPage({ searchParams }: { searchParams: SearchParams }) {
  await personOf('admin');
  const [{ asked, site, sites, ofSeveral }, { items }, t] = await Promise.all([
    siteOf(searchParams),
    query(listClosures, {}),
    getTranslations('clinicSetup.closures'),
  ]);
  return (
    <ClinicFrame section="closures" site={site} sites={sites} done={asked.done}>
      <ClosureList
        closures={items.filter(({ clinic_id }) => clinic_id === site.id)}
        remove={takeBackClosure.bind(null, ofSeveral)}
      />
      <Section id="add-closure-title" title={t('addTitle')}>
        <ClosureForm action={addClosure.bind(null, site.id, ofSeveral)} />
      </Section>
    </ClinicFrame>
  );
}
