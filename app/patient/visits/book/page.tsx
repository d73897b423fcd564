import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { SearchParams } from '#lib/transport/page-query';
import { BookBody } from './book-body';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('appointments.book');
  return { title: t('title') };
}

export default function BookPage({ searchParams }: { searchParams: SearchParams }) {
  return <BookBody searchParams={searchParams} />;
}
