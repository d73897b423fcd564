import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice';
import { formatter } from '#lib/i18n/format';
import type { ApprovalView } from './approval';

interface WaitingTimeProps {
  approval: Pick<ApprovalView, 'status' | 'not_before'>;
  zone: string;
  now: string;
}

const minuteMilliseconds = 60_000;

/** How long the owner still has to object. */
export function WaitingTime({ approval: { status, not_before }, zone, now }: WaitingTimeProps) {
  const t = useTranslations('approvals.waiting');
  const format = formatter(useLocale(), zone);
  if (status !== 'approved' || !not_before) return null;
  const left = Math.max(0, Math.ceil((Date.parse(not_before) - Date.parse(now)) / minuteMilliseconds));
  const [hours, minutes] = [Math.floor(left / 60), left % 60];
  return (
    <Notice title={t('title', { hours, minutes })}>{t('text', { at: format.dateTime(not_before) })}</Notice>
  );
}
