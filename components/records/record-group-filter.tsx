import { useTranslations } from 'next-intl';
import { TabLinks } from '#components/ui/tab-links';
import { type RecordGroup, recordGroups } from './record';

const groups = ['all', ...(Object.keys(recordGroups) as RecordGroup[])] as const;

interface RecordGroupFilterProps {
  current: RecordGroup | undefined;
  hrefOf: (group: RecordGroup | undefined) => string;
}

export function RecordGroupFilter({ current, hrefOf }: RecordGroupFilterProps) {
  const t = useTranslations('records');
  const tabs = groups.map((group) => ({
    href: hrefOf(group === 'all' ? undefined : group),
    label: t(`find.groups.${group}`),
    current: group === (current ?? 'all'),
  }));
  return <TabLinks label={t('filter')} tabs={tabs} />;
}
