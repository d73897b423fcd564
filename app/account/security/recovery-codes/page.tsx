import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewRecoveryCodes } from '#components/account/new-recovery-codes';
import { RecoveryCodesLeft } from '#components/account/recovery-codes-left';
import { PageHeader } from '#components/ui/page-header';
import { listFactors } from '#lib/operations/factors/list';
import { countRecoveryCodes } from '#lib/operations/recovery-codes/count';
import { paths, safeNext } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { keptRecoveryCodes } from '#lib/transport/page-codes';
import { publicOrigin } from '#lib/transport/page-mode';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { haveCodes, makeCodes } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.recoveryCodes'))('title') };
}

export default async function RecoveryCodesPage({ searchParams }: { searchParams: SearchParams }) {
  const [asked, { unused }, factors, codes, t] = await Promise.all([
    queryOf(searchParams),
    query(countRecoveryCodes, {}),
    query(listFactors, {}),
    keptRecoveryCodes(),
    getTranslations('account.recoveryCodes'),
  ]);
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6">
      <PageHeader
        title={t('title')}
        summary={t('intro')}
        back={{ href: paths.account.security, label: t('back') }}
      />
      {codes.length > 0 ? (
        <NewRecoveryCodes
          codes={codes}
          site={publicOrigin()}
          next={safeNext(asked.next)}
          action={haveCodes}
        />
      ) : (
        <RecoveryCodesLeft unused={unused} hasFactor={factors.items.length > 0} action={makeCodes} />
      )}
    </div>
  );
}
