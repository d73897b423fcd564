import { Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/ui/empty-state';

export function NobodyElse() {
  const t = useTranslations('sharing.empty');
  return (
    <EmptyState icon={<Lock aria-hidden className="size-6" />} title={t('title')}>
      {t('text')}
    </EmptyState>
  );
}
