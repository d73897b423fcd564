import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { wishedDate } from '#components/appointments/wished-date';
import { PanelList } from '#components/patients/panel-list';
import { PanelSearch } from '#components/patients/panel-search';
import { ButtonLink } from '#components/ui/button-link';
import { FilterFaults } from '#components/ui/filter-faults';
import { PageHeader } from '#components/ui/page-header';
import { Pagination } from '#components/ui/pagination';
import { formatter } from '#lib/i18n/format';
import { listOwnPatients } from '#lib/operations/patients/list';
import { paths } from '#lib/platform/paths';
import { found, nothingListed } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { pageNumber, queryOf, type SearchParams } from '#lib/transport/page-query';
import { searched } from '#lib/transport/page-search';
import { searchPatientsFor } from '../search';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('patients');
  return { title: t('title') };
}

export default async function PatientsPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ today, zone }, asked, t, locale] = await Promise.all([
    personOf('doctor'),
    queryOf(searchParams),
    getTranslations('patients'),
    getLocale(),
  ]);
  const q = await searched('panel', asked);
  const wanted = { q: q || undefined, page: pageNumber(asked.page) };
  const { output: patients, faults } = await found(listOwnPatients, wanted, nothingListed);
  const count = patients.total;
  const wished = wishedDate(asked.day)?.toString();
  const day = wished && wished >= today ? wished : undefined;
  const hrefOf = (page: number) =>
    q ? paths.doctor.patientsFound({ page, day }) : paths.doctor.patientsOf({ page, day });
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={t('title')}
        summary={q ? t('search.found', { count, query: q }) : t('summary', { count })}
        actions={<ButtonLink href={paths.doctor.imports}>{t('import')}</ButtonLink>}
      />
      {day && <p>{t('bookOn', { day: formatter(locale, zone).plainLongDateWithYear(day) })}</p>}
      <PanelSearch query={q} day={day} action={searchPatientsFor.bind(null, day)} />
      <FilterFaults faults={faults} labels={{ q: t('column.name') }} />
      <PanelList
        patients={patients.items}
        today={today}
        zone={zone}
        query={q}
        hrefOf={({ id }) => (day ? paths.doctor.bookFor(id, { day }) : paths.doctor.patient(id))}
        footer={<Pagination {...patients} hrefOf={hrefOf} />}
      />
    </div>
  );
}
