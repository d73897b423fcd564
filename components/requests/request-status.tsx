import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '#components/ui/badge';
import type { AnyRequest } from './request';

const tones: Record<AnyRequest['status'], BadgeTone> = {
  requested: 'info',
  approved: 'ok',
  accepted: 'ok',
  denied: 'warn',
  withdrawn: 'neutral',
};

export function RequestStatus({ status }: Pick<AnyRequest, 'status'>) {
  const t = useTranslations('requests.status');
  return <Badge tone={tones[status]}>{t(status)}</Badge>;
}
