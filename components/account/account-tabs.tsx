import { useTranslations } from 'next-intl';
import { TabLinks } from '#components/ui/tab-links';
import { paths } from '#lib/platform/paths';

type AccountPage = 'overview' | 'profile' | 'security' | 'reminders';

/** The pages of an account. */
export function AccountTabs({ current }: { current: AccountPage }) {
  const t = useTranslations('account.tabs');
  const pages: readonly AccountPage[] = ['overview', 'profile', 'security', 'reminders'];
  const tabs = pages.map((page) => ({
    href: paths.account[page],
    label: t(page),
    current: page === current,
  }));
  return <TabLinks label={t('label')} tabs={tabs} />;
}
