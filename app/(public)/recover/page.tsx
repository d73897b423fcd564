import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { IncompleteLink } from '#components/auth/incomplete-link';
import { RecoverForm } from '#components/auth/recover-form';
import { PublicShell } from '#components/shell/public-shell';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { recover } from './actions';

/** The address holds a token: it is told to nobody, as on the page of an invitation. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.recover'))('title'), referrer: 'strict-origin' };
}

export default async function RecoverPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ token }, t] = await Promise.all([queryOf(searchParams), getTranslations('auth.recover')]);
  return (
    <PublicShell>
      {token ? (
        <RecoverForm token={token} action={recover} />
      ) : (
        <IncompleteLink title={t('title')} text={t('noToken')} />
      )}
    </PublicShell>
  );
}
