import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PeopleTable } from '#components/people/people-table';
import { PageHeader } from '#components/ui/page-header';
import { Pagination } from '#components/ui/pagination';
import { listUsers } from '#lib/operations/people/list';
import { paths, withQuery } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { pageNumber, queryOf, type SearchParams } from '#lib/transport/page-query';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('title') };
}

export default async function PeoplePage({ searchParams }: { searchParams: SearchParams }) {
  const [{ zone }, { page }, t] = await Promise.all([
    personOf('admin'),
    queryOf(searchParams),
    getTranslations('people'),
  ]);
  const { items, ...window } = await query(listUsers, { page: pageNumber(page) });
  const people = items.map((person) => ({
    ...person,
    name: [person.first_name, person.last_name].filter(Boolean).join(' ') || null,
  }));
  const hrefOf = (to: number) => withQuery(paths.admin.people, { page: to });
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title={t('title')} />
      <PeopleTable people={people} zone={zone} footer={<Pagination {...window} hrefOf={hrefOf} />} />
    </div>
  );
}
