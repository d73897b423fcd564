import { useTranslations } from 'next-intl';
import { TabLinks } from '#components/ui/tab-links';
import { type RecordKind, recordKinds } from './record';

const kinds: readonly (RecordKind | 'all')[] = ['all', ...recordKinds];

interface RecordTypeFilterProps {
  current: RecordKind | undefined;
  hrefOf: (type: RecordKind | undefined) => string;
}

export function RecordTypeFilter({ current, hrefOf }: RecordTypeFilterProps) {
  const t = useTranslations('records');
  const tabs = kinds.map((kind) => ({
    href: hrefOf(kind === 'all' ? undefined : kind),
    label: t(`types.${kind}`),
    current: kind === (current ?? 'all'),
  }));
  return <TabLinks label={t('filter')} tabs={tabs} />;
}
