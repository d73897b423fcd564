import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HoursFrame } from '#components/hours/hours-frame';
import { OffersForm } from '#components/hours/offers-form';
import { getHours } from '#lib/operations/hours/get';
import { listServices } from '#lib/operations/services/list';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { saveOffers } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('hours'))('section.services') };
}

export default async function OffersPage() {
  await personOf('doctor');
  const [{ services, clinic_id, version }, { items }] = await Promise.all([
    query(getHours, {}),
    query(listServices, {}),
  ]);
  return (
    <HoursFrame section="services">
      <OffersForm
        services={items.filter((service) => service.clinic_id === clinic_id)}
        offers={services}
        version={version}
        action={saveOffers}
      />
    </HoursFrame>
  );
}
