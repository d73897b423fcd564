import { useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge';
import { type AuditEventView, isDenied, isFailed } from './audit-event';

/** Only what did not happen has a colour. */
export function Outcome({ event }: { event: AuditEventView }) {
  const t = useTranslations('audit.outcome');
  if (isFailed(event)) return <Badge tone="warn">{t('failed')}</Badge>;
  if (isDenied(event)) return <Badge tone="danger">{t('denied')}</Badge>;
  return <span className="text-muted">{t('allowed')}</span>;
}
