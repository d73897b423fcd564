import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OwnRecovery } from '#components/account/own-recovery';
import { Notice } from '#components/ui/notice';
import { PageHeader } from '#components/ui/page-header';
import { getOwnRecovery } from '#lib/operations/recoveries/get-own';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { anybody } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { stopRecovery } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.recovery'))('title') };
}

/** Where the mail about a recovery leads: whoever can sign in can stop it. */
export default async function RecoveryPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ zone }, { done }, t] = await Promise.all([
    anybody(),
    queryOf(searchParams),
    getTranslations('account.recovery'),
  ]);
  const { recovery } = await query(getOwnRecovery, {});
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6">
      <PageHeader title={t('title')} back={{ href: paths.account.security, label: t('back') }} />
      {done === 'stopped' && (
        <Notice tone="ok" role="status">
          {t('stopped')}
        </Notice>
      )}
      <OwnRecovery recovery={recovery} zone={zone} action={stopRecovery} />
    </div>
  );
}
