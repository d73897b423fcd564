import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeviceList } from '#components/account/device-list';
import { Notice } from '#components/ui/notice';
import { PageHeader } from '#components/ui/page-header';
import { listOwnDevices } from '#lib/operations/devices/list';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { anybody } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { remove } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.devices'))('title') };
}

export default async function DevicesPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ zone }, { done }, { items }, t] = await Promise.all([
    anybody(),
    queryOf(searchParams),
    query(listOwnDevices, {}),
    getTranslations('account.devices'),
  ]);
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6">
      <PageHeader
        title={t('title')}
        summary={t('intro')}
        back={{ href: paths.account.security, label: t('back') }}
      />
      {done === 'removed' && (
        <Notice tone="ok" role="status">
          {t('removed')}
        </Notice>
      )}
      <DeviceList devices={items} zone={zone} remove={remove} />
    </div>
  );
}
