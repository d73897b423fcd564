import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PeopleFilters } from '#components/people/people-filters';
import { PeopleSearch } from '#components/people/people-search';
import { PeopleTable } from '#components/people/people-table';
import { PersonDone } from '#components/people/person-done';
import { ButtonLink } from '#components/ui/button-link';
import { FilterFaults } from '#components/ui/filter-faults';
import { PageHeader } from '#components/ui/page-header';
import { Pagination } from '#components/ui/pagination';
import { listUsers } from '#lib/operations/people/list';
import { searchUsers } from '#lib/operations/people/search';
import { paths } from '#lib/platform/paths';
import { found, nothingListed } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { pageNumber, queryOf, type SearchParams } from '#lib/transport/page-query';
import { searched } from '#lib/transport/page-search';
import { peopleInput } from './people-input';
import { searchPeople } from './search';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('title') };
}

export default async function PeoplePage({ searchParams }: { searchParams: SearchParams }) {
  const [{ zone }, asked, t] = await Promise.all([
    personOf('admin'),
    queryOf(searchParams),
    getTranslations('people'),
  ]);
  const email = await searched('people', asked);
  const { role, verified, state, sort } = asked;
  const values = { role, verified, state, sort, search: email ? asked.search : undefined };
  const wanted = { ...peopleInput(values), page: pageNumber(asked.page) };
  const { output, faults } = email
    ? await found(searchUsers, { ...wanted, email }, nothingListed)
    : await found(listUsers, wanted, nothingListed);
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
        summary={
          email ? t('search.found', { count: window.total, email }) : t('summary', { count: window.total })
        }
        actions={<ButtonLink href={paths.admin.invite}>{t('invite')}</ButtonLink>}
      />
      <PersonDone done={asked.done} />
      <PeopleSearch email={email} action={searchPeople} />
      <PeopleFilters values={values} />
      <FilterFaults faults={faults} labels={{ sort_by: t('filter.sort.label'), email: t('column.email') }} />
      <PeopleTable
        people={people}
        zone={zone}
        email={email}
        footer={<Pagination {...window} hrefOf={hrefOf} />}
      />
    </div>
  );
}
