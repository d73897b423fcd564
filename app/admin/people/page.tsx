import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PeopleFilters } from '#components/people/people-filters';
import { PeopleTable } from '#components/people/people-table';
import { ButtonLink } from '#components/ui/button-link';
import { FilterFaults } from '#components/ui/filter-faults';
import { PageHeader } from '#components/ui/page-header';
import { Pagination } from '#components/ui/pagination';
import { listUsers } from '#lib/operations/people/list';
import { paths } from '#lib/platform/paths';
import { found, nothingListed } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { pageNumber, queryOf, type SearchParams } from '#lib/transport/page-query';
import { peopleInput } from './people-input';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('title') };
}

export default async function PeoplePage({ searchParams }: { searchParams: SearchParams }) {
  const [{ zone }, { page, role, verified, sort }, t] = await Promise.all([
    personOf('admin'),
    queryOf(searchParams),
    getTranslations('people'),
  ]);
  const values = { role, verified, sort };
  const asked = { ...peopleInput(values), page: pageNumber(page) };
  const { output, faults } = await found(listUsers, asked, nothingListed);
  const { items, ...window } = output;
  const people = items.map((person) => ({
    ...person,
    name: [person.first_name, person.last_name].filter(Boolean).join(' ') || null,
  }));
  const hrefOf = (to: number) => paths.admin.peopleOf({ ...values, page: to });
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={t('title')}
        summary={t('summary', { count: window.total })}
        actions={<ButtonLink href={paths.admin.invite}>{t('invite')}</ButtonLink>}
      />
      <PeopleFilters values={values} />
      <FilterFaults faults={faults} labels={{ sort_by: t('filter.sort.label') }} />
      <PeopleTable people={people} zone={zone} footer={<Pagination {...window} hrefOf={hrefOf} />} />
    </div>
  );
}
