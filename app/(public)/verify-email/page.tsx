import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { IncompleteLink } from '#components/auth/incomplete-link';
import { VerifyEmailForm } from '#components/auth/verify-email-form';
import { PublicShell } from '#components/shell/public-shell';
import { paths } from '#lib/platform/paths';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { verify } from './actions';

/**
 * The address holds a token: it is told to nobody. Not `no-referrer`, under which a browser names no origin either when
 * it posts the form, and an action without one is refused.
 */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.verify'))('title'), referrer: 'strict-origin' };
}

export default async function TokenPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ token }, t] = await Promise.all([queryOf(searchParams), getTranslations('auth.verify')]);
  return (
    <PublicShell>
      {token ? (
        <VerifyEmailForm token={token} action={verify} />
      ) : (
        <IncompleteLink
          title={t('title')}
          text={t('noToken')}
          way={{ href: paths.signUp, label: t('signUp') }}
        />
      )}
    </PublicShell>
  );
}
