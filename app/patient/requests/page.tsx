import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RequestDone } from '#components/requests/request-done';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { RequestsBody } from './requests-body';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('requests.list');
  return { title: t('title') };
}

export default async function RequestsPage({ searchParams }: { searchParams: SearchParams }) {
  const { done } = await queryOf(searchParams);
  return <RequestsBody notice={<RequestDone done={done} />} />;
}
