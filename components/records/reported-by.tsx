import { useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge';
import type { Reported } from './record';

/** What a patient has reported is never taken for what the clinic has found. */
export function ReportedBy({ record: { origin, can } }: { record: Reported }) {
  const t = useTranslations('records.reported');
  if (origin !== 'patient') return null;
  return <Badge tone="info">{t(can.amend_own.reason === 'not_permitted' ? 'patient' : 'you')}</Badge>;
}
