import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Card } from '#components/ui/card';
import { Histogram } from '#components/ui/histogram';
import { formatter } from '#lib/i18n/format';

interface AuditHistogramProps {
  /** One entry an hour, oldest first. */
  hours: readonly { starts_at: string; allowed: number; denied: number }[];
  zone: string;
}

/** Events by hour. The sentence above says what the drawing shows. */
export function AuditHistogram({ hours, zone }: AuditHistogramProps) {
  const t = useTranslations('audit.histogram');
  const format = formatter(useLocale(), zone);
  const denied = hours.reduce((sum, hour) => sum + hour.denied, 0);
  const total = hours.reduce((sum, hour) => sum + hour.allowed, denied);
  const counts = { total, denied, hours: hours.length };
  return (
    <Card className="flex flex-col gap-3">
      <p className="flex flex-wrap items-center gap-x-5 gap-y-1 text-muted tabular-nums">
        <span>{t.rich('events', { ...counts, strong })}</span>
        <span className="flex items-center gap-2">
          <svg aria-hidden="true" viewBox="0 0 10 10" className="size-2.5">
            <rect width="10" height="10" rx="3" className="fill-danger" />
          </svg>
          <span>{t.rich('denied', { ...counts, strong })}</span>
        </span>
      </p>
      <Histogram
        label={t('label', counts)}
        bars={hours.map((hour) => ({ ...hour, key: hour.starts_at, label: format.time(hour.starts_at) }))}
      />
    </Card>
  );
}

const strong = (chunks: ReactNode) => <strong className="font-bold text-ink">{chunks}</strong>;
