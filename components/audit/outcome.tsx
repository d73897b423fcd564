import { useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge';
import { type AuditEventView, isDenied } from './audit-event';

/** Only what was refused has a colour. */
export function Outcome({ event }: { event: AuditEventView }) {
  const t = useTranslations('audit.outcome');
  if (isDenied(event)) return <Badge tone="danger">{t('denied')}</Badge>;
  return <span className="text-muted">{t('allowed')}</span>;
}
